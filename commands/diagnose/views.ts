import { isCauseId, type PageId } from '../../src/ids.ts';
import {
  mostQuestions,
  nextStep,
  questionsOf,
  stepBack,
  type Check,
  type CheckId,
  type Outcomes,
  type Step,
} from '../../src/triage/index.ts';
import { wordsFor, type Words } from '../../src/words/index.ts';
import { actions } from '../parts/actions.ts';
import { pageOf } from '../parts/causes.ts';
import { buttonRow, removeButtons } from '../parts/controls.ts';
import { fixButtons } from '../parts/fixes.ts';
import { moreMenu } from '../parts/more.ts';
import type { Reader } from '../parts/reader.ts';
import { placeId, type Place } from './place.ts';
import { code, quote, text, type Block, type Button, type Reply } from '../framework/reply.ts';

const mostShown = 3;
const mostNamed = 6;

/**
 * The next question, or what the answers lead to. `asked`: the question it all began with; `action`: what the way back from a
 * result does.
 */
export function triageReply(
  place: Place,
  reader: Reader,
  asked?: string,
  action = actions.triage,
): Reply {
  const step = nextStep(place.given, place.preferred, place.excluded);
  return {
    tone: step.kind === 'result' ? 'answer' : 'unsure',
    blocks: [
      ...(asked === undefined ? [] : [quote(asked)]),
      ...(step.kind === 'result'
        ? resultBlocks(step, place, reader, action)
        : questionBlocks(step, place, reader)),
    ],
  };
}

type Question = Extract<Step, { kind: 'question' }>;
type Result = Extract<Step, { kind: 'result' }>;

function questionBlocks(step: Question, place: Place, reader: Reader): Block[] {
  const { triage } = wordsFor(reader.locale).replies;
  const { ask, how } = triage.questions[step.question.id];
  return [
    text(triage.heading(step.number, mostQuestions)),
    text(
      [...answersSoFar(place, reader), triage.possible(names(step.possible, reader))].join('\n'),
    ),
    text(`${ask}\n-# ${how}`),
    { kind: 'buttons', buttons: answerButtons(step, place, reader) },
    ...buttonRow([...backButtons(place, reader), ...removeButtons(reader)]),
  ];
}

/** The next question alone, to stand below an answer that isn't sure: to answer it narrows the answer. */
export function nextQuestion(place: Place, reader: Reader): Block[] {
  const step = nextStep(place.given, place.preferred, place.excluded);
  if (step.kind !== 'question') return [];
  const { ask } = wordsFor(reader.locale).replies.triage.questions[step.question.id];
  const buttons = answerButtons(step, place, reader, actions.narrow);
  return [
    text([...answersSoFar(place, reader), ask].join('\n')),
    { kind: 'buttons', buttons },
    ...buttonRow(backButtons(place, reader, actions.narrow)),
  ];
}

function answerButtons(
  { question }: Question,
  place: Place,
  reader: Reader,
  action = actions.triage,
): Button[] {
  const { triage } = wordsFor(reader.locale).replies;
  const labels: Readonly<Record<string, string>> = triage.questions[question.id].answers;
  const answer = (value: string, label: string): Button => ({
    label,
    style: 'secondary',
    customId: placeId(
      { ...place, given: { ...place.given, [question.id]: value } },
      reader,
      action,
    ),
  });
  return [
    ...Object.entries(labels).map(([value, label]) => answer(value, label)),
    answer('unknown', triage.dontKnow),
  ];
}

function resultBlocks(
  { ranked, check }: Result,
  place: Place,
  reader: Reader,
  action: typeof actions.triage,
): Block[] {
  const { triage } = wordsFor(reader.locale).replies;
  const { what } = triage.checks[check.id];
  const others = ranked.slice(mostShown);
  const isOnly = ranked.length === 1;
  const findings = findingsOf(check, triage, reader);
  return [
    text([isOnly ? triage.only : triage.ranked, ...answersSoFar(place, reader)].join('\n')),
    text(
      ranked
        .slice(0, mostShown)
        .map((id, at) => entry(id, at, isOnly, reader))
        .join('\n'),
    ),
    ...(others.length > 0 ? [text(triage.others(names(others, reader)))] : []),
    { kind: 'divider' },
    text(isOnly ? triage.confirm(what) : triage.decide(what)),
    text(code('py', check.code)),
    ...(check.tfjs ? [text(code('js', check.tfjs))] : []),
    text([...findings, triage.afterwards].join('\n')),
    ...ranked
      .slice(0, 1)
      .flatMap((id) => buttonRow(fixButtons(id, reader, { primary: undefined }))),
    { kind: 'buttons', buttons: leadButtons(ranked, reader) },
    moreMenu(ranked.slice(0, mostShown), reader),
    {
      kind: 'buttons',
      buttons: [
        ...backButtons(place, reader, action),
        restartButton(place, reader),
        notItHereButton(place, reader),
        ...showButtons(place, reader),
        ...removeButtons(reader),
      ],
    },
  ];
}

type TriageWords = Words['replies']['triage'];

/** What one may find, each with its causes: all of them, for any of them may be the one. */
const findingsOf = <Id extends CheckId>(
  { id, outcomes }: Check<Id>,
  triage: TriageWords,
  reader: Reader,
): string[] => {
  const say: Readonly<Record<Outcomes[Id], string>> = triage.checks[id].outcomes;
  return outcomes.map((outcome) =>
    triage.outcome(
      say[outcome.id],
      outcome.causes.length > 0 ? allNames(outcome.causes, reader) : [triage.noneLeft],
    ),
  );
};

function entry(id: PageId, at: number, isOnly: boolean, { content, locale }: Reader): string {
  const { title, answer } = pageOf(content, locale, id);
  const { entry: say } = wordsFor(locale).replies.triage;
  return isOnly ? `**${title}**\n${answer}` : `${at + 1}. ${say(title, answer)}`;
}

/** The demo of the likeliest cause that has one, and the page of the likeliest. */
function leadButtons(ranked: readonly PageId[], { locale, owner }: Reader): Button[] {
  const { ask, causes } = wordsFor(locale).replies;
  const shown = ranked.slice(0, mostShown);
  const demos = shown.filter(isCauseId).slice(0, 1);
  return [
    ...demos.map((cause): Button => ({
      label: ask.runDemo(causes[cause]),
      style: 'primary',
      customId: actions.startDemo.id(owner, { cause }),
    })),
    ...shown.slice(0, 1).map((page): Button => ({
      label: ask.readAll(causes[page]),
      style: 'secondary',
      customId: actions.readAll.id(owner, { page }),
    })),
  ];
}

function answersSoFar({ given }: Place, { locale }: Reader): string[] {
  const { triage } = wordsFor(locale).replies;
  return questionsOf(given).map((id) => {
    const { topic, answers } = triage.questions[id];
    const labels: Readonly<Record<string, string>> = answers;
    return triage.answered(topic, labels[given[id] ?? ''] ?? triage.dontKnow);
  });
}

function backButtons(place: Place, reader: Reader, action = actions.triage): Button[] {
  if (questionsOf(place.given).length === 0) return [];
  const { triage } = wordsFor(reader.locale).replies;
  return [
    {
      label: triage.back,
      style: 'secondary',
      customId: placeId({ ...place, given: stepBack(place.given) }, reader, action),
    },
  ];
}

/** "This was not it", which keeps what was answered. */
export const notItHereButton = (place: Place, reader: Reader): Button => ({
  label: wordsFor(reader.locale).replies.misses.notIt,
  style: 'secondary',
  customId: placeId(place, reader, actions.notItHere),
});

const restartButton = (place: Place, reader: Reader): Button => ({
  label: wordsFor(reader.locale).replies.triage.restart,
  style: 'secondary',
  customId: placeId({ ...place, given: {} }, reader),
});

/** A private result can be shown to whoever helps. */
const showButtons = (place: Place, reader: Reader): Button[] =>
  reader.isPrivate
    ? [
        {
          label: wordsFor(reader.locale).replies.triage.show,
          style: 'secondary',
          customId: placeId(place, reader, actions.showTriage),
        },
      ]
    : [];

/** The way into the triage; `preferred`: the causes that fit already, best first. */
export const startButton = (
  preferred: readonly PageId[],
  reader: Reader,
  excluded: readonly PageId[] = [],
): Button => ({
  label: wordsFor(reader.locale).replies.triage.start,
  style: 'secondary',
  customId: placeId({ given: {}, preferred, excluded }, reader),
});

function allNames(ids: readonly PageId[], { locale }: Reader): string[] {
  const { causes } = wordsFor(locale).replies;
  return ids.map((id) => causes[id]);
}

function names(ids: readonly PageId[], reader: Reader): string[] {
  const shown = allNames(ids.slice(0, mostNamed), reader);
  return ids.length > mostNamed ? [...shown, '…'] : shown;
}
