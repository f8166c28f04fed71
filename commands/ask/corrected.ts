import type { Evidence } from '../../src/evidence/index.ts';
import type { PageId } from '../../src/ids.ts';
import { wordsFor } from '../../src/words/index.ts';
import { startButton } from '../diagnose/views.ts';
import { pageOf } from '../parts/causes.ts';
import { buttonRow, notItButton, removeButtons } from '../parts/controls.ts';
import { moreMenu } from '../parts/more.ts';
import type { Reader } from '../parts/reader.ts';
import { quote, text, type Reply } from '../framework/reply.ts';
import { causeBlocks, mostShown } from './cause.ts';
import { correction, evidenceBlocks, reasonsOf } from './evidence.ts';

/** The answer made anew after something that was read is corrected. */
export function correctedReply(
  { evidence, causes }: { readonly evidence: Evidence; readonly causes: readonly PageId[] },
  asker: Reader,
  asked?: string,
): Reply {
  const reader = { ...asker, framework: evidence.framework ?? asker.framework };
  const { ask } = wordsFor(reader.locale).replies;
  const ruledOut = reasonsOf(evidence, reader.content.ruledOut);
  const read = evidenceBlocks({ evidence, ruledOut }, causes, reader);
  return {
    tone: 'unsure',
    blocks: [
      ...(asked === undefined ? [] : [quote(asked)]),
      // Also where nothing is left: it can be put back.
      ...(read.length > 0 ? read : [correction(evidence, causes, reader)]),
      text(ask.several),
      ...causes.flatMap((id, place) => {
        const general = pageOf(reader.content, reader.locale, id).under ?? id;
        const special = general === id ? undefined : id;
        return causeBlocks(general, reader, { isBest: place === 0, isSure: false, special });
      }),
      { kind: 'divider' },
      ...buttonRow([startButton(causes, reader, evidence.ruledOut)]),
      moreMenu(causes, reader),
      ...buttonRow([
        ...causes.slice(0, 1).map((id) => notItButton(id, reader)),
        ...removeButtons(reader),
      ]),
    ],
  };
}

/** The best causes: of a page and its special case only the better one. */
export function bestOf(ranked: readonly PageId[], { content }: Pick<Reader, 'content'>): PageId[] {
  const family = (id: PageId) => pageOf(content, 'en', id).under ?? id;
  return ranked
    .filter((id, at) => ranked.findIndex((other) => family(other) === family(id)) === at)
    .slice(0, mostShown);
}
