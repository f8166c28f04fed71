import type { Session } from '../../src/lessons/index.ts';
import { createProgress } from '../demo/progress.ts';
import type { Services } from '../framework/services.ts';
import { letGo } from './gone.ts';
import { lessonOf, stepOf } from './lookup.ts';
import { questionReply, type QuestionState } from './views.ts';

/** Posts the question of the present step; undefined if that is not possible. `once`: see `Channels`. */
export async function ask(
  session: Session,
  services: Services,
  owner: string,
  once: string,
): Promise<Session | undefined> {
  const lesson = lessonOf(services.content, session.lesson, session.locale);
  const step = stepOf(lesson, session);
  if (!step) return undefined;
  const question = questionReply(session, lesson, step, owner);
  const messageId = await services.channels.post(session.channelId, question, once);
  if (messageId === undefined) return undefined;
  return services.lessons.apply(session.id, { kind: 'asked', messageId });
}

/** Shows below the question how many have answered, at most every 2 s. */
export function showCount(session: Session, services: Services, owner: string): void {
  const { id, messageId } = session;
  const question = questionOf(session, services, owner, 'open');
  if (messageId === undefined || !question) return;
  const { counts } = services.classes;
  let count = counts.get(id);
  if (count?.messageId !== messageId) {
    const progress = createProgress(async (reply) => {
      const became = await services.channels.edit(session.channelId, messageId, reply);
      if (became === 'gone') await letGo(id, services);
    });
    count = { messageId, ...progress };
    counts.set(id, count);
  }
  count.show(question);
}

/** Takes the buttons from the question that is open, or gives them back. */
export async function setQuestion(
  session: Session,
  services: Services,
  owner: string,
  state: QuestionState,
): Promise<void> {
  const { id, channelId, messageId } = session;
  await services.classes.counts.get(id)?.stop();
  services.classes.counts.delete(id);
  const question = questionOf(session, services, owner, state);
  if (messageId !== undefined && question)
    await services.channels.edit(channelId, messageId, question);
}

function questionOf(session: Session, { content }: Services, owner: string, state: QuestionState) {
  const lesson = lessonOf(content, session.lesson, session.locale);
  const step = stepOf(lesson, session);
  return step && questionReply(session, lesson, step, owner, state);
}
