import type { Theme } from '../charts/index.ts';
import { drawDropoutMasks } from '../lstm/index.ts';
import type { Words } from '../words/index.ts';
import { box, heading, label, margin, number, type Diagram, type Shape } from './shapes.ts';

const rate = 0.5;
const values = [0.2, -0.5, 0.8, 0.1];

/** `kept` is 0 where a unit is dropped, else 1 / (1 - rate). */
export interface MaskedRow {
  readonly kept: readonly number[];
  readonly values: readonly number[];
  readonly sum: number;
}

const masked = (kept: readonly number[]): MaskedRow => {
  const products = values.map((value, at) => value * (kept[at] ?? 0));
  return { kept, values: products, sum: products.reduce((sum, value) => sum + value, 0) };
};

/** Two calls in training mode, with the masks of two draws, and one in inference mode. */
export function maskedRows(): { training: MaskedRow[]; inference: MaskedRow } {
  const sizes = { samples: 1, units: values.length, rate, count: 2 };
  const masks = drawDropoutMasks('11', 0, sizes);
  return {
    training: masks.map((mask) => masked(Array.from(mask))),
    inference: masked(values.map(() => 1)),
  };
}

const firstColumn = 248;
const columnWidth = 72;
const sumAt = 544;
const firstRow = 168;
const rowHeight = 88;

export function dropoutMasks({ diagrams }: Words, theme: Theme): Diagram {
  const words = diagrams.dropoutMasks;
  const { training, inference } = maskedRows();
  const { before, after } = theme.sides;
  const rowOf = (name: string, row: MaskedRow, at: number, colour: string): Shape[] => {
    const y = firstRow + at * rowHeight;
    return [
      label(name, [margin, y], { align: 'left', weight: 600, colour, room: 180 }),
      ...row.values.flatMap((value, column) => {
        const x = firstColumn + column * columnWidth;
        const isKept = row.kept[column] !== 0;
        return [
          box([x, y], [60, 44], isKept ? { stroke: colour } : { fill: theme.grid }),
          label(isKept ? number(value, 1) : '0', [x, y], {
            size: 17,
            weight: isKept ? 600 : 400,
            colour: isKept ? theme.text : theme.muted,
          }),
        ];
      }),
      label(number(row.sum, 1), [sumAt, y], { size: 20, weight: 700, colour }),
    ];
  };
  return {
    height: 450,
    shapes: [
      ...heading(
        { ...words, subtitle: words.subtitle(number(rate, 1), number(1 / (1 - rate))) },
        theme,
      ),
      label(words.output, [sumAt, firstRow - 42], { weight: 600, colour: theme.muted, room: 76 }),
      ...training.flatMap((row, at) => rowOf(words.training(at + 1), row, at, before.heading)),
      ...rowOf(words.inference, inference, 2, after.heading),
      label(words.average(number(inference.sum, 1)), [margin, 412], {
        align: 'left',
        colour: theme.muted,
      }),
    ],
    altText: words.alt(
      values.map((value) => number(value, 1)),
      training.map(({ sum }) => number(sum, 1)),
      number(inference.sum, 1),
    ),
  };
}
