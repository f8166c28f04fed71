import type { Answer } from '../../src/answers/index.ts';
import { languages, type Language, type Question } from './questions.ts';
import { areaUnderCurve, calibrationError, shareOf, type Share } from './statistics.ts';

export interface Answered {
  readonly question: Question;
  readonly answer: Answer;
}

/** How well questions that are ours were answered. */
export interface OurFigures {
  /** A right cause comes first, and the question isn't refused. */
  readonly first: Share;
  /** A right cause is among the three shown, and the question isn't refused. */
  readonly three: Share;
  /** Refused though ours. */
  readonly refused: Share;
  /** One cause was named alone. */
  readonly alone: Share;
  /** Of those named alone, the right ones. */
  readonly aloneRight: Share;
}

export interface Figures {
  readonly languages: Readonly<Record<Language, OurFigures>>;
  /** Off-topic questions that were refused. */
  readonly offTopicRefused: Share;
  /** Off-topic questions that were answered with certainty. */
  readonly offTopicCertain: Share;
  /** On-topic against off-topic. */
  readonly areaUnderCurve: number;
  /** Of the probability that the first cause is right, on questions that have one right cause only. */
  readonly calibrationError: number;
  readonly specialCase: Share;
  readonly followUp: Share;
  /** Follow-ups seen in questions that are none. */
  readonly falseFollowUp: Share;
}

const isRight = ({ question, answer }: Answered, among: number): boolean =>
  answer.causes.slice(0, among).some(({ id }) => question.causes.includes(id));
const isRefused = ({ answer }: Answered): boolean => answer.verdict === 'unknown';
const isOurs = ({ question }: Answered): boolean => question.causes.length > 0;

export function measure(answered: readonly Answered[]): Figures {
  const ours = answered.filter(isOurs);
  const others = answered.filter((each) => !isOurs(each));
  const onTopic = ({ answer }: Answered) => answer.onTopic;
  return {
    languages: Object.fromEntries(
      languages.map((language) => [
        language,
        figuresOf(ours.filter(({ question }) => question.language === language)),
      ]),
    ) as Record<Language, OurFigures>,
    offTopicRefused: shareOf(others, isRefused),
    offTopicCertain: shareOf(others, ({ answer }) => answer.verdict === 'answer'),
    areaUnderCurve: areaUnderCurve(ours.map(onTopic), others.map(onTopic)),
    calibrationError: calibrationError(
      ours
        .filter(({ question }) => question.causes.length === 1)
        .map((each) => ({
          probability: each.answer.causes[0]?.probability ?? 0,
          right: isRight(each, 1),
        })),
    ),
    specialCase: shareOf(
      ours.filter(({ question }) => question.page !== undefined),
      ({ question, answer }) => (answer.page ?? answer.causes[0]?.id) === question.page,
    ),
    followUp: shareOf(
      ours.filter(({ question }) => question.followUp !== undefined),
      ({ question, answer }) =>
        answer.followUp !== undefined && question.followUp?.includes(answer.followUp) === true,
    ),
    falseFollowUp: shareOf(
      ours.filter(({ question }) => question.followUp === undefined),
      ({ answer }) => answer.followUp !== undefined,
    ),
  };
}

function figuresOf(ours: readonly Answered[]): OurFigures {
  const alone = ours.filter(({ answer }) => answer.verdict === 'answer');
  return {
    first: shareOf(ours, (each) => !isRefused(each) && isRight(each, 1)),
    three: shareOf(ours, (each) => !isRefused(each) && isRight(each, 3)),
    refused: shareOf(ours, isRefused),
    alone: shareOf(ours, ({ answer }) => answer.verdict === 'answer'),
    aloneRight: shareOf(alone, (each) => isRight(each, 1)),
  };
}

/** The questions whose first cause is wrong, by what was taken for what ("dropout -> saved-model"), the most frequent first. */
export function confusions(answered: readonly Answered[]): [string, Answered[]][] {
  const pairs = new Map<string, Answered[]>();
  for (const each of answered.filter((one) => isOurs(one) && !isRight(one, 1))) {
    const { question, answer } = each;
    const pair = `${question.causes[0]} -> ${answer.causes[0]?.id ?? 'no word known'}`;
    pairs.set(pair, [...(pairs.get(pair) ?? []), each]);
  }
  return [...pairs].toSorted(([, a], [, b]) => b.length - a.length);
}
