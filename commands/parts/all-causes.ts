import { pageIds } from '../../src/ids.ts';
import { wordsFor } from '../../src/words/index.ts';
import type { Block } from '../framework/reply.ts';
import { actions } from './actions.ts';
import type { Reader } from './reader.ts';

/** A menu of all pages. */
export function causesMenu({ locale, owner }: Reader): Block {
  const { help, causes } = wordsFor(locale).replies;
  return {
    kind: 'select',
    customId: actions.pick.id(owner, {}),
    placeholder: help.allCauses,
    choices: pageIds.map((id) => ({ label: causes[id], value: id })),
  };
}
