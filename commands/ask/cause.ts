import { isCauseId, type PageId } from '../../src/ids.ts';
import { wordsFor } from '../../src/words/index.ts';
import { actions } from '../parts/actions.ts';
import { pageOf } from '../parts/causes.ts';
import { buttonRow } from '../parts/controls.ts';
import { fixButtons, fixLine } from '../parts/fixes.ts';
import type { Reader } from '../parts/reader.ts';
import { text, type Block, type Button } from '../framework/reply.ts';

/** At most so many causes stand in one answer. */
export const mostShown = 3;

interface Place {
  readonly isBest: boolean;
  /** It is the only one. */
  readonly isSure: boolean;
  /** The special case that is shown in the cause's stead; the demo stays that of the cause. */
  readonly special: PageId | undefined;
}

/** One cause of an answer: its page in short, the line of fix, its buttons. */
export function causeBlocks(
  id: PageId,
  reader: Reader,
  { isBest, isSure, special }: Place,
): Block[] {
  const { locale, owner, content, framework } = reader;
  const { ask, causes, cases } = wordsFor(locale).replies;
  const shown = special ?? id;
  const page = pageOf(content, locale, shown);
  const applies = ask.applies(page.cases.map((name) => cases[name]));
  const buttons: Button[] = [];
  if (isCauseId(id))
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

export const readButton = (page: PageId, { locale, owner }: Reader): Button => {
  const { ask, causes } = wordsFor(locale).replies;
  return {
    label: ask.readAll(causes[page]),
    style: 'secondary',
    customId: actions.readAll.id(owner, { page }),
  };
};
