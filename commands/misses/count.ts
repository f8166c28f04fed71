import type { Answer } from '../../src/answers/index.ts';
import type { Services } from '../shared/services.ts';

interface Asker {
  readonly serverId: string | undefined;
  readonly userId: string;
}

/** "I don't know", said to somebody who asked the bot. */
export const countUnknown = (
  { question, causes }: Pick<Answer, 'question' | 'causes'>,
  { serverId, userId }: Asker,
  { misses }: Pick<Services, 'misses'>,
): Promise<void> =>
  misses.count({ kind: 'unknown', serverId, userId, cause: causes[0]?.id, text: question });
