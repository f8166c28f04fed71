import type { Cell } from './cells.ts';

const width = 100;

/** The cells one after the other, texts as comments. `sign`: what begins a comment. */
export const toScript = (cells: readonly Cell[], sign: string): string =>
  `${cells.map((cell) => written(cell, sign)).join('\n\n')}\n`;

function written(cell: Cell, sign: string): string {
  if (cell.kind === 'code') return cell.lines;
  return cell.markdown
    .split('\n')
    .flatMap((line) => wrap(line.replaceAll(/\*\*/g, '')))
    .map((line) => `${sign} ${line}`.trimEnd())
    .join('\n');
}

/** At blanks; Chinese has none inside a sentence, and is cut after its punctuation. */
function wrap(line: string): string[] {
  const pieces = line.split(/(?<= )|(?<=[，。；：、！？])/);
  const lines = [''];
  for (const piece of pieces) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && widthOf(last + piece.trimEnd()) > width) lines.push(piece);
    else lines[lines.length - 1] = last + piece;
  }
  return lines.map((each) => each.trimEnd());
}

/** A Chinese character is as wide as two Latin ones. */
const widthOf = (line: string): number =>
  line.length + (line.match(/[\u2E80-\uFFEF]/g)?.length ?? 0);
