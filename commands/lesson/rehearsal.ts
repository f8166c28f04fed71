import { letterOf } from '../../src/charts/index.ts';
import type { LessonId } from '../../src/ids.ts';
import { answersOf, type Lesson, type LessonStep } from '../../src/lessons/index.ts';
import { wordsFor } from '../../src/words/index.ts';
import { sayUnfinished } from '../demo/views.ts';
import { work } from '../demo/work.ts';
import { ownerOf } from '../framework/action.ts';
import type { Conversation } from '../framework/context.ts';
import { plain, problem, text, type Button, type Reply } from '../framework/reply.ts';
import type { Services } from '../framework/services.ts';
import { actions } from '../parts/actions.ts';
import { lessonOf } from './lookup.ts';
import { shownBlocks } from './views.ts';

const isPrivate = { private: true };

/** Shows one step to the teacher alone: the question, the right answer, and what whoever chose each answer is told. */
export function rehearse(
  id: LessonId,
  at: number,
  conversation: Conversation,
  { content }: Services,
): Promise<void> {
  const { locale, userId } = conversation;
  const lesson = lessonOf(content, id, locale);
  const step = lesson.steps[at];
  const owner = ownerOf(userId, locale);
  const reply = step
    ? rehearsalReply(lesson, step, at, owner)
    : plain(wordsFor(locale).replies.lessons.rehearsed);
  return conversation.reply(reply, isPrivate);
}

/** Runs the experiment of a step for the teacher alone. */
export async function tryStep(
  id: LessonId,
  at: number,
  conversation: Conversation,
  services: Services,
): Promise<void> {
  const { locale, userId } = conversation;
  const lesson = lessonOf(services.content, id, locale);
  const step = lesson.steps[at];
  if (!step) return rehearse(id, at, conversation, services);
  const owner = ownerOf(userId, locale);
  return work({ parameters: step.demo }, conversation, isPrivate, services, (outcome) =>
    outcome.kind === 'done'
      ? {
          tone: 'answer',
          blocks: [
            ...shownBlocks(outcome.result, step, locale),
            { kind: 'buttons', buttons: [onButton(lesson, at, owner, 'primary')] },
          ],
        }
      : problem(sayUnfinished(outcome, locale)),
  );
}

function rehearsalReply(lesson: Lesson, step: LessonStep, at: number, owner: string): Reply {
  const { id, title, steps, locale } = lesson;
  const say = wordsFor(locale).replies.lessons;
  const answers = answersOf(step).map(
    ({ answer, isRight, feedback }, index) =>
      `${isRight ? '✅ ' : ''}${say.answer(letterOf(index), answer)}\n-# ${feedback}`,
  );
  const run: Button = {
    label: say.tryStep,
    style: 'primary',
    customId: actions.tryStep.id(owner, { lesson: id, step: at }),
  };
  return {
    tone: 'plain',
    blocks: [
      text(say.rehearsal(title)),
      text([say.question(at + 1, steps.length, step.title, step.prompt), ...answers].join('\n')),
      { kind: 'buttons', buttons: [run, onButton(lesson, at, owner, 'secondary')] },
    ],
  };
}

const onButton = (
  { id, locale }: Lesson,
  at: number,
  owner: string,
  style: Button['style'],
): Button => ({
  label: wordsFor(locale).replies.lessons.next,
  style,
  customId: actions.rehearse.id(owner, { lesson: id, step: at + 1 }),
});
