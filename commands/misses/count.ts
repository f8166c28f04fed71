import type { Answer } from '../../src/answers/index.ts';
import type { Services } from '../framework/services.ts';

interface Asker {
  readonly serverId: string | undefined;
  readonly userId: string;
}

/** "I don't know", said to somebody who asked the bot. */
export const countUnknown = (
  answer: Answer,
  { serverId, userId }: Asker,
  { misses }: Pick<Services, 'misses'>,
): Promise<void> =>
  misses.count({
    kind: 'unknown',
    serverId,
    userId,
    cause: guessOf(answer),
    text: answer.question,
  });

/** Below this a question is about something else: the causes are no guess. */
const leastOnTopic = 0.02;
const leastProbability = 0.3;

/** What it might have been about; most questions that can't be answered are about none of the causes. */
function guessOf({ causes, onTopic }: Answer): Answer['causes'][number]['id'] | undefined {
  const [best] = causes;
  return onTopic >= leastOnTopic && best && best.probability >= leastProbability
    ? best.id
    : undefined;
}
