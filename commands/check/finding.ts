import { isCauseId, type PageId } from '../../src/ids.ts';
import type { Finding, Fix } from '../../src/code-check/index.ts';
import { wordsFor } from '../../src/words/index.ts';
import { text, type Block, type Button } from '../framework/reply.ts';
import { actions } from '../parts/actions.ts';
import { pageOf } from '../parts/causes.ts';
import { buttonRow, readButton } from '../parts/controls.ts';
import type { Reader } from '../parts/reader.ts';
import { quotedCode } from './quoted.ts';

/** One finding: the line, one sentence why, the corrected lines, and the way to its page and its demo. */
export function findingBlocks(
  finding: Finding,
  {
    language,
    reader,
    note,
    offered,
  }: { language: string; reader: Reader; note: string; offered: Set<string> },
): Block[] {
  const { code, tellFinding } = wordsFor(reader.locale);
  const { place, when, sure, quote, page, others } = finding;
  const head = [
    code.place.atStart(code.place.inside(place)),
    code.when[when],
    code.sure[sure],
    note,
  ]
    .filter((part) => part !== '')
    .join(' · ');
  const lines = [
    `**${head}**`,
    quotedCode(language, [quote]),
    tellFinding(finding),
    ...(others.length > 0
      ? [code.alsoAt(code.places(others.slice(0, mostOthers).map(code.place.inside)))]
      : []),
    ...correctedLines(finding, language, reader),
  ];
  return [
    text(lines.join('\n')),
    ...buttonRow(page ? onlyNew(pageButtons(page, reader), offered) : []),
  ];
}

/** Corrected lines say where they stand, where that is not the line above. */
function correctedLines({ fixes, place }: Finding, language: string, reader: Reader): string[] {
  const { code, replies } = wordsFor(reader.locale);
  const where = ({ place: at, removes }: Fix): string => {
    if (removes === 0) return replies.check.newBefore(code.place.inside(at));
    return at.line === place.line && at.cell === place.cell
      ? `**${code.corrected}**`
      : replies.check.correctedAt(code.place.inside(at));
  };
  return fixes
    .slice(0, mostFixes)
    .filter(({ lines }) => lines.length > 0)
    .flatMap((fix) => [where(fix), quotedCode(language, fix.lines)]);
}

const mostOthers = 8;

/** The rest stands in the file with all changes. */
const mostFixes = 3;

/** Reads the page, and runs its demo, or that of the cause it belongs with. */
function pageButtons(page: PageId, reader: Reader): Button[] {
  const { locale, owner, content } = reader;
  const { ask, causes } = wordsFor(locale).replies;
  const cause = pageOf(content, locale, page).under ?? page;
  return [
    readButton(page, reader),
    ...(isCauseId(cause)
      ? [
          {
            label: ask.runDemo(causes[cause]),
            style: 'secondary' as const,
            customId: actions.startDemo.id(owner, { cause }),
          },
        ]
      : []),
  ];
}

/** Those that the message doesn't have yet: two findings may be about one page. */
function onlyNew(buttons: readonly Button[], offered: Set<string>): Button[] {
  const fresh = buttons.filter(({ customId }) => !offered.has(customId));
  for (const { customId } of fresh) offered.add(customId);
  return fresh;
}
