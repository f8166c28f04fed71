import type { PageId } from '../../src/ids.ts';
import { wordsFor } from '../../src/words/index.ts';
import { actions } from './actions.ts';
import type { Reader } from './reader.ts';
import type { Block, Button, Reply } from '../framework/reply.ts';

/** Deletes a public message. Private ones have no such button, because Discord lets their reader dismiss them. */
export const removeButtons = ({ locale, owner, isPrivate }: Reader): Button[] =>
  isPrivate
    ? []
    : [
        {
          label: wordsFor(locale).replies.removal.remove,
          style: 'secondary',
          customId: actions.remove.id(owner, {}),
        },
      ];

/** "This was not it", for what the answer names first. */
export const notItButton = (page: PageId, { locale, owner }: Reader): Button => ({
  label: wordsFor(locale).replies.misses.notIt,
  style: 'secondary',
  customId: actions.notIt.id(owner, { page }),
});

/** Opens the whole page, for whoever presses. */
export const readButton = (page: PageId, { locale, owner }: Reader): Button => {
  const { ask, causes } = wordsFor(locale).replies;
  return {
    label: ask.readAll(causes[page]),
    style: 'secondary',
    customId: actions.readAll.id(owner, { page }),
  };
};

export const buttonRow = (buttons: readonly Button[]): Block[] =>
  buttons.length > 0 ? [{ kind: 'buttons', buttons }] : [];

/** Discord shows at most five buttons in a row: as many rows as that takes, of nearly equal length. */
export function rowsOf(buttons: readonly Button[]): Block[] {
  const rows = Math.ceil(buttons.length / 5);
  const length = Math.ceil(buttons.length / rows);
  return Array.from({ length: rows }, (_, row) => ({
    kind: 'buttons',
    buttons: buttons.slice(row * length, (row + 1) * length),
  }));
}

/** Adds the button that lets the asker delete the message. */
export const withRemoval = (reply: Reply, reader: Reader): Reply => ({
  ...reply,
  blocks: [...reply.blocks, ...buttonRow(removeButtons(reader))],
});
