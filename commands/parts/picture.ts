import type { PictureId } from '../../src/ids.ts';
import type { Block, Button } from '../framework/reply.ts';
import { wordsFor } from '../../src/words/index.ts';
import { actions } from './actions.ts';
import type { Reader } from './reader.ts';

/** A picture that the build has drawn, in the reader's language; nothing where there is none. */
export function picture(id: PictureId | undefined, { pictures, locale }: Reader): Block[] {
  const drawn = id && pictures(id, locale);
  return drawn ? [{ kind: 'chart', name: `${id}.png`, ...drawn }] : [];
}

/** Opens the picture of all causes. */
export const overviewButton = ({ locale, owner }: Reader): Button => ({
  label: wordsFor(locale).replies.overview.name,
  style: 'secondary',
  customId: actions.overview.id(owner, {}),
});
