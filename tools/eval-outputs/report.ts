import type { Alarms } from './false-alarms.ts';
import { makers } from './makers.ts';
import type { Judged } from './measure.ts';

const columns = [
  'files',
  'right',
  'out of reach',
  'too few digits',
  'wrong',
  'cause fits',
  'cause excluded',
  'lines read wrongly',
];

/** One line for each kind of file. */
export function tableText(judged: readonly Judged[]): string {
  const rows = makers.map((maker) => {
    const own = judged.filter((each) => each.maker === maker);
    return line(maker.name, [...figuresOf(own)]);
  });
  return [line('', columns), ...rows, line('all', figuresOf(judged))].join('\n');
}

function figuresOf(judged: readonly Judged[]): string[] {
  const count = (is: (each: Judged) => boolean) => String(judged.filter(is).length);
  return [
    count(() => true),
    count(({ outcome }) => outcome === 'right'),
    count(({ outcome }) => outcome === 'out of reach'),
    count(({ outcome }) => outcome === 'too few digits'),
    count(({ outcome }) => outcome === 'wrong'),
    count(({ fits }) => fits),
    count(({ excluded }) => excluded),
    count(({ orientation }) => orientation === 'wrong'),
  ];
}

const line = (name: string, cells: readonly string[]): string =>
  `${name.padEnd(44)}${cells.map((cell, at) => cell.padStart((columns[at]?.length ?? 0) + 2)).join('')}`;

export function alarmsText({ files, found }: Alarms): string {
  const { settled, settling, ordered } = found;
  const share = (100 * (settled + settling + ordered)) / files;
  return `Order found in ${files} files without one: ${settled} settled, ${settling} settling, ${ordered} ordered (${share.toFixed(2)}%)`;
}

/** Each file that was judged wrongly, or whose cause was excluded. */
export const missesText = (judged: readonly Judged[]): string =>
  judged
    .filter(({ outcome, excluded }) => outcome === 'wrong' || excluded)
    .map(({ maker, file: { runs, values, decimals }, check: { signature, statistics } }) => {
      const { orderP, residual, relativeDifference } = statistics;
      const figures = JSON.stringify({ orderP, residual, relativeDifference });
      return `  ${maker.name}: ${signature}; ${runs} x ${values}, ${decimals ?? 'all'} decimals, ${figures}`;
    })
    .join('\n');
