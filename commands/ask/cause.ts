import { isCauseId, type PageId } from '../../src/ids.ts';
import { wordsFor } from '../../src/words/index.ts';
import { actions } from '../parts/actions.ts';
import { pageOf } from '../parts/causes.ts';
import { buttonRow, readButton } from '../parts/controls.ts';
import { fixButtons, fixLine } from '../parts/fixes.ts';
import type { Reader } from '../parts/reader.ts';
import { text, type Block, type Button } from '../framework/reply.ts';

/** At most so many causes stand in one answer. */
export const mostShown = 3;

interface Place {
  readonly isBest: boolean;
  /** It is the only one. */
  readonly isSure: boolean;
  /** The causes that are ruled out: what is left of one is shown without its demo. */
  readonly excluded?: readonly PageId[];
}

/** One cause of an answer: its page in short, the line of fix, its buttons. The demo of a special case is that of its cause. */
export function causeBlocks(
  shown: PageId,
  reader: Reader,
  { isBest, isSure, excluded = [] }: Place,
): Block[] {
  const { locale, owner, content, framework } = reader;
  const { ask, causes, cases } = wordsFor(locale).replies;
  const page = pageOf(content, locale, shown);
  const id = page.under ?? shown;
  const applies = ask.applies(page.cases.map((name) => cases[name]));
  const buttons: Button[] = [];
  if (isCauseId(id) && !excluded.includes(id))
    buttons.push({
      label: ask.runDemo(causes[id]),
      style: isBest && !framework ? 'primary' : 'secondary',
      customId: actions.startDemo.id(owner, { cause: id }),
    });
  buttons.push(readButton(shown, reader));
  const fix = isSure || framework ? [fixLine(shown, reader)] : [];
  return [
    text([`### ${page.title}`, page.answer, ...fix, `-# ${applies}`].join('\n')),
    ...(isBest ? buttonRow(fixButtons(shown, reader, { primary: framework })) : []),
    { kind: 'buttons', buttons },
  ];
}
