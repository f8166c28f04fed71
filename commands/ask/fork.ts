import type { PageId } from '../../src/ids.ts';
import { wordsFor } from '../../src/words/index.ts';
import { nextQuestion } from '../diagnose/views.ts';
import { buttonRow, readButton, removeButtons } from '../parts/controls.ts';
import { moreMenu } from '../parts/more.ts';
import type { Reader } from '../parts/reader.ts';
import { quote, text, type Reply } from '../framework/reply.ts';

/**
 * The question of all questions has no one answer, but two halves, by whether the weights changed. `asked`: the question, where
 * the reply should quote it.
 */
export function forkReply(reader: Reader, asked?: string): Reply {
  const { ask, causes } = wordsFor(reader.locale).replies;
  const { fork } = ask;
  return {
    tone: 'unsure',
    blocks: [
      ...(asked === undefined ? [] : [quote(asked)]),
      ...halvesOfFork.flatMap((pages, half) => [
        text(half === 0 ? fork.sameWeights : fork.trainedAgain),
        ...buttonRow(pages.map((id) => ({ ...readButton(id, reader), label: causes[id] }))),
      ]),
      { kind: 'divider' },
      // Both halves stay open: the triage itself knows which causes come first in each.
      ...nextQuestion({ given: {}, preferred: [] }, reader),
      moreMenu([], reader),
      ...buttonRow(removeButtons(reader)),
    ],
  };
}

const halvesOfFork: readonly (readonly PageId[])[] = [
  ['dropout', 'carried-state', 'saved-model'],
  ['initial-weights', 'batch-order', 'data-set', 'hyperparameters'],
];
