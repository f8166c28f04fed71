import { daysKept } from '../../src/misses/index.ts';
import { wordsFor } from '../../src/words/index.ts';
import { actions } from '../parts/actions.ts';
import { buttonRow } from '../parts/controls.ts';
import type { Reader } from '../parts/reader.ts';
import { text, type Reply } from '../framework/reply.ts';

export function privacyReply({ locale, owner }: Reader): Reply {
  const { privacy } = wordsFor(locale).replies;
  return {
    tone: 'plain',
    blocks: [
      text(privacy.text(daysKept)),
      ...buttonRow([
        { label: privacy.forget, style: 'secondary', customId: actions.forgetMe.id(owner, {}) },
      ]),
    ],
  };
}
