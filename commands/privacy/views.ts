import { daysKept } from '../../src/misses/index.ts';
import { wordsFor } from '../../src/words/index.ts';
import { actions } from '../shared/actions.ts';
import { buttonRow } from '../shared/controls.ts';
import type { Reader } from '../shared/reader.ts';
import { text, type Reply } from '../shared/reply.ts';

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
