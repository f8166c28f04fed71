import { isCauseId, type CauseId } from '../../src/ids.ts';
import { letterOf } from '../../src/charts/index.ts';
import type { FinishedDemo } from '../../src/jobs/index.ts';
import {
  answersOf,
  holds,
  requirementOf,
  rightAnswerOf,
  votesOf,
  type Lesson,
  type LessonStep,
  type Session,
} from '../../src/lessons/index.ts';
import { joinLines, wordsFor, type Locale } from '../../src/words/index.ts';
import { actions } from '../parts/actions.ts';
import { text, type Block, type Button, type Reply } from '../framework/reply.ts';

/** What is to come, without the answers. */
export function planReply({ title, minutes, steps, text: about, locale }: Lesson): Reply {
  const say = wordsFor(locale).replies.lessons;
  return {
    tone: 'plain',
    blocks: [
      text(`${say.plan(title, minutes)}\n${about}`),
      text(`${say.planSteps(steps.map((step) => step.title))}\n${say.how}`),
    ],
  };
}

/** What became of a question: people may answer; its experiment runs; it is over. */
export type QuestionState = 'open' | 'revealing' | 'closed' | 'skipped';

/** The question of the present step. How many chose what, nothing here tells: not even the order of the buttons. */
export function questionReply(
  session: Session,
  lesson: Lesson,
  step: LessonStep,
  owner: string,
  state: QuestionState = 'open',
): Reply {
  const say = wordsFor(session.locale).replies.lessons;
  const { at, round } = session;
  const count = Object.keys(votesOf(session)).length;
  const heading =
    round === 1
      ? say.again(step.title, step.prompt)
      : say.question(at + 1, lesson.steps.length, step.title, step.prompt);
  const counted = step.kind === 'predict' ? say.voted(count) : say.trained(count);
  const line = {
    open: counted,
    revealing: say.revealing(count),
    closed: say.closed(count),
    skipped: say.skipped,
  }[state];
  return {
    tone: state === 'open' ? 'unsure' : 'plain',
    blocks: [
      text([heading, ...answerLines(step, session.locale)].join('\n')),
      text(line),
      ...(state === 'open' ? [classButtons(session, step, owner)] : []),
      // Also while the experiment runs: a crash in the middle of it must leave a way on.
      ...(state === 'open' || state === 'revealing' ? [teacherButtons(session, owner)] : []),
    ],
  };
}

const answerLines = (step: LessonStep, locale: Locale): string[] => {
  const say = wordsFor(locale).replies.lessons;
  return answersOf(step).map(({ answer }, index) => say.answer(letterOf(index), answer));
};

function classButtons(session: Session, step: LessonStep, owner: string): Block {
  const say = wordsFor(session.locale).replies.lessons;
  const { id: lesson, at, round } = session;
  const forAll: Button[] =
    step.kind === 'predict'
      ? step.answers.map((_, answer) => ({
          label: letterOf(answer),
          style: 'primary',
          customId: actions.vote.id(owner, { lesson, step: at, round, answer }),
        }))
      : [
          {
            label: say.train,
            style: 'primary',
            customId: actions.trainOne.id(owner, { lesson, step: at }),
          },
        ];
  return { kind: 'buttons', buttons: forAll };
}

function teacherButtons(session: Session, owner: string): Block {
  const say = wordsFor(session.locale).replies.lessons;
  const { id: lesson, at, round } = session;
  return {
    kind: 'buttons',
    buttons: [
      {
        label: say.reveal,
        style: 'success',
        customId: actions.reveal.id(owner, { lesson, step: at, round }),
      },
      {
        label: say.skip,
        style: 'secondary',
        customId: actions.nextStep.id(owner, { lesson, step: at }),
      },
      endButton(session, owner),
    ],
  };
}

const endButton = ({ id: lesson, locale }: Session, owner: string): Button => ({
  label: wordsFor(locale).replies.lessons.end,
  style: 'secondary',
  customId: actions.endLesson.id(owner, { lesson }),
});

/** What the class sees of a step: the chart, the finding, the votes, why, and what to talk about. */
export function shownBlocks(finished: FinishedDemo, step: LessonStep, locale: Locale): Block[] {
  const say = wordsFor(locale).replies.lessons;
  const { result, story, png, altText, votes } = finished;
  const right = rightAnswerOf(step);
  const answer = answersOf(step)[right]?.answer;
  const why =
    answer === undefined
      ? step.explanation
      : say.because(letterOf(right), answer, step.explanation);
  return [
    text(`### ${joinLines(story.title)}\n${story.finding}`),
    { kind: 'chart', png, name: `${result.cause}-${result.seed}.png`, altText },
    ...(holds(requirementOf(step), result) ? [] : [text(say.oddly)]),
    ...(votes
      ? [
          {
            kind: 'chart' as const,
            png: votes.png,
            name: 'votes.png',
            altText: votes.altText,
          },
        ]
      : []),
    text(`${why}\n${say.discuss(step.discussion)}\n${say.replay(result.replay)}`),
  ];
}

/** The result of the present step, for the class. */
export function revealReply(
  session: Session,
  lesson: Lesson,
  step: LessonStep,
  finished: FinishedDemo,
  owner: string,
): Reply {
  const say = wordsFor(session.locale).replies.lessons;
  const { id, at, round } = session;
  const own: Button =
    step.kind === 'predict'
      ? {
          label: say.wasIRight,
          style: 'primary',
          customId: actions.wasIRight.id(owner, { lesson: id, step: at }),
        }
      : {
          label: say.whereAmI,
          style: 'primary',
          customId: actions.whereAmI.id(owner, { lesson: id, step: at }),
        };
  const isLast = at === lesson.steps.length - 1;
  const teacher: Button[] = [
    ...(step.kind === 'predict' && round === 0
      ? [
          {
            label: say.voteAgain,
            style: 'secondary' as const,
            customId: actions.voteAgain.id(owner, { lesson: id, step: at }),
          },
        ]
      : []),
    {
      label: isLast ? say.finish : say.next,
      style: 'success',
      customId: actions.nextStep.id(owner, { lesson: id, step: at }),
    },
    endButton(session, owner),
  ];
  const { cause } = step.demo;
  return {
    tone: 'answer',
    blocks: [
      ...shownBlocks(finished, step, session.locale),
      {
        kind: 'buttons',
        buttons: [own, ...(isCauseId(cause) ? [explainButton(cause, session.locale, owner)] : [])],
      },
      { kind: 'buttons', buttons: teacher },
    ],
  };
}

export const explainButton = (page: CauseId, locale: Locale, owner: string): Button => ({
  label: wordsFor(locale).replies.demo.explain,
  style: 'secondary',
  customId: actions.readAll.id(owner, { page }),
});
