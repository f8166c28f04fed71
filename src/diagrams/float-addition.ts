import type { Theme } from '../charts/index.ts';
import type { Words } from '../words/index.ts';
import { arrow, box, heading, label, margin, type Diagram, type Shape } from './shapes.ts';

const large = 1e8;

/** How far apart two neighbouring float32 are there: 2 to the power of its exponent minus 23. */
export const gapAt = (value: number): number => 2 ** (Math.floor(Math.log2(value)) - 23);

const add = (a: number, b: number): number => Math.fround(Math.fround(a) + Math.fround(b));

/** large + 1 - large and large - large + 1, in float32: what stands between, and the result. */
export function additions(): { between: number; result: number }[] {
  return [
    [1, -large],
    [-large, 1],
  ].map(([first = 0, second = 0]) => {
    const between = add(large, first);
    return { between, result: add(between, second) };
  });
}

/** The same in every language: 100,000,000. */
const grouped = (value: number): string => String(value).replaceAll(/\B(?=(\d{3})+$)/g, ',');

export function floatAddition({ diagrams }: Words, theme: Theme): Diagram {
  const words = diagrams.floatAddition;
  const big = grouped(large);
  const [lost, kept] = additions();
  const rows = [
    {
      sum: `(${big} + 1) − ${big}`,
      first: `${big} + 1`,
      second: `− ${big}`,
      found: lost,
      note: words.lost,
      colour: theme.sides.before.heading,
    },
    {
      sum: `(${big} − ${big}) + 1`,
      first: `${big} − ${big}`,
      second: '+ 1',
      found: kept,
      note: words.kept,
      colour: theme.sides.after.heading,
    },
  ];
  const drawRow = (
    { sum, first, second, found, note, colour }: (typeof rows)[number],
    at: number,
  ): Shape[] => {
    const y = 152 + 156 * at;
    const step = y + 58;
    return [
      label(sum, [margin, y - 12], { align: 'left', size: 18, weight: 700, colour }),
      label(note, [576, y - 12], { align: 'right', size: 16.5, weight: 600, colour, room: 220 }),
      box([300, step], [552, 84], { stroke: theme.grid }),
      label(first, [124, step], { colour: theme.muted, room: 178 }),
      arrow([222, step], [252, step], colour),
      label(grouped(found?.between ?? Number.NaN), [318, step], {
        size: 18,
        weight: 600,
        colour: theme.text,
      }),
      label(second, [430, step - 24], { size: 16, colour: theme.muted, room: 130 }),
      arrow([396, step], [468, step], colour),
      label(grouped(found?.result ?? Number.NaN), [520, step], { size: 30, weight: 700, colour }),
    ];
  };
  return {
    height: 450,
    shapes: [
      ...heading({ ...words, subtitle: words.subtitle(big, gapAt(large)) }, theme),
      ...rows.flatMap(drawRow),
    ],
    altText: words.alt(
      rows.map(({ sum, found }) =>
        words.altRow(sum, grouped(found?.between ?? Number.NaN), String(found?.result)),
      ),
    ),
  };
}
