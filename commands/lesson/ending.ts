import { isCauseId } from '../../src/ids.ts';
import {
  hoursKept,
  hoursWithoutTeacher,
  rightAnswerOf,
  rightIn,
  votersOf,
  type Ending,
  type Lesson,
  type LessonStep,
  type Session,
  type StepRecord,
} from '../../src/lessons/index.ts';
import { wordsFor } from '../../src/words/index.ts';
import { buttonRow } from '../parts/controls.ts';
import { text, type Reply } from '../framework/reply.ts';
import type { Services } from '../framework/services.ts';
import { setQuestion } from './question.ts';
import { handoutOf } from './handout.ts';
import { lessonOf } from './lookup.ts';
import { votesCsv } from './csv.ts';
import { share } from './share.ts';
import { explainButton } from './views.ts';

/** Ends a lesson with its summary. Does nothing if it has ended already. */
export async function finish(
  session: Session,
  why: Exclude<Ending, 'message-gone'>,
  services: Services,
): Promise<void> {
  const { lessons, classes, channels, content } = services;
  if ((await lessons.find(session.id))?.phase === 'ended') return;
  const ended = await lessons.apply(session.id, { kind: 'ended', why, at: classes.now() });
  if (!ended) return;
  if (session.phase === 'open') await setQuestion(session, services, nobody, 'closed');
  const lesson = lessonOf(content, session.lesson, session.locale);
  const page = await handoutOf(ended, lesson, services);
  await channels.post(session.channelId, summaryReply(ended, lesson, page), `e${session.id}`);
}

const hour = 3_600_000;

/** Ends the lessons whose teacher is gone, and deletes what is kept of those that ended long ago. */
export async function tidyLessons(services: Services): Promise<void> {
  const { lessons, classes } = services;
  const now = classes.now();
  for (const session of await lessons.abandoned(now - hoursWithoutTeacher * hour))
    await finish(session, 'teacher-absent', services);
  await lessons.forgetEndedBefore(now - hoursKept * hour);
}

/** In the buttons of a message whose buttons are for everybody. */
const nobody = '0';

function summaryReply(session: Session, lesson: Lesson, page: string): Reply {
  const say = wordsFor(session.locale).replies.lessons;
  const lines = lesson.steps.flatMap((step, at) =>
    lineOf(step, at + 1, session.records[at], session.locale),
  );
  const causes = new Set(
    lesson.steps.flatMap(({ demo: { cause } }) => (isCauseId(cause) ? cause : [])),
  );
  return {
    tone: 'answer',
    blocks: [
      text(
        [
          say.summary(lesson.title, votersOf(session)),
          ...(session.ended?.why === 'teacher-absent' ? [say.absent] : []),
        ].join('\n'),
      ),
      text(lines.join('\n')),
      text(`${say.handout}\n${say.forgotten24}`),
      { kind: 'file', bytes: Buffer.from(page), name: `${lesson.id}-handout.html` },
      {
        kind: 'file',
        bytes: Buffer.from(votesCsv(session, lesson)),
        name: `${lesson.id}-votes.csv`,
      },
      ...buttonRow(
        [...causes].slice(0, 5).map((cause) => explainButton(cause, session.locale, nobody)),
      ),
    ],
  };
}

function lineOf(
  step: LessonStep,
  number: number,
  record: StepRecord | undefined,
  locale: Lesson['locale'],
): string[] {
  const say = wordsFor(locale).replies.lessons;
  if (!record?.shown) return [say.line.skipped(number, step.title)];
  const replay = say.replay(record.shown.replay);
  const right = rightAnswerOf(step);
  const [first, second] = [rightIn(record.votes[0], right), rightIn(record.votes[1], right)];
  if (step.kind === 'everybody-trains')
    return [say.line.trained(number, step.title, first.all), replay];
  const before = share(first.right, first.all);
  const after = share(second.right, second.all);
  if (second.all === 0)
    return [say.line.once(number, step.title, first.right, first.all, before), replay];
  return first.all === 0
    ? [say.line.onlySecond(number, step.title, after), replay]
    : [say.line.twice(number, step.title, before, after), replay];
}
