import type { Lesson, LessonStep, Session } from '../../src/lessons/index.ts';
import { wordsFor, type Words } from '../../src/words/index.ts';
import type { Conversation, OwnedPress } from '../framework/context.ts';
import { problem } from '../framework/reply.ts';
import type { Services } from '../framework/services.ts';
import { lessonOf, stepOf } from './lookup.ts';

type Problems = Words['replies']['lessons']['problems'];

/** In the reader's language. */
export const wordsOf = ({ locale }: Pick<Conversation, 'locale'>) =>
  wordsFor(locale).replies.lessons;

/** One private sentence in the reader's language. */
export const refuse = (
  conversation: Pick<Conversation, 'locale' | 'reply'>,
  sayWhat: (problems: Problems) => string,
): Promise<void> =>
  conversation.reply(problem(sayWhat(wordsOf(conversation).problems)), {
    private: true,
  });

/** The lesson, if it goes on and is at this step; else the presser is told why not. */
export async function goingOn(
  id: string,
  at: number | undefined,
  press: OwnedPress,
  { lessons }: Services,
): Promise<Session | undefined> {
  const session = await lessons.find(id);
  if (!session || session.phase === 'ended') {
    await refuse(press, (problems) => problems.over);
    return undefined;
  }
  if (at !== undefined && session.at !== at) {
    await refuse(press, (problems) => problems.closed);
    return undefined;
  }
  return session;
}

export interface OpenQuestion {
  readonly session: Session;
  readonly lesson: Lesson;
  readonly step: LessonStep;
}

/** The question of this step and vote, if it may be answered now; else the presser is told why not. */
export async function openQuestion(
  id: string,
  asked: Pick<Session, 'at' | 'round'>,
  press: OwnedPress,
  services: Services,
): Promise<OpenQuestion | undefined> {
  const session = await goingOn(id, asked.at, press, services);
  if (!session) return undefined;
  const lesson = lessonOf(services.content, session.lesson, session.locale);
  const step = stepOf(lesson, session);
  if (!step || session.phase !== 'open' || session.round !== asked.round) {
    await refuse(press, (problems) => problems.closed);
    return undefined;
  }
  if (services.classes.revealing.has(id)) {
    await refuse(press, (problems) => problems.revealing);
    return undefined;
  }
  return { session, lesson, step };
}

/** A step whose result was shown, also of a lesson that has ended; else the presser is told why not. */
export async function shownStep(
  id: string,
  at: number,
  press: OwnedPress,
  { lessons, content }: Services,
): Promise<OpenQuestion | undefined> {
  const session = await lessons.find(id);
  const lesson = session && lessonOf(content, session.lesson, press.locale);
  const step = lesson?.steps[at];
  if (session?.records[at]?.shown && lesson && step) return { session, lesson, step };
  await refuse(press, (problems) => (session ? problems.early : problems.over));
  return undefined;
}
