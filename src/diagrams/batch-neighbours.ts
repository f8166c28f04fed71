import type { Theme } from '../charts/index.ts';
import type { Words } from '../words/index.ts';
import { arrow, box, heading, label, margin, number, type Diagram, type Shape } from './shapes.ts';

const value = 2;
const neighbours = [
  [1, 3],
  [6, 10],
];
/** Moving averages of the training: mean and standard deviation. */
const stored = { mean: 4, deviation: 3 };
/** Keeps the division from failing where a batch has no variance. Keras has 1e-3, PyTorch 1e-5: too small to be seen here. */
const epsilon = 1e-5;

interface Moments {
  readonly mean: number;
  readonly deviation: number;
}

/** Ioffe & Szegedy 2015, algorithm 1: the variance of a batch is divided by n. Scale 1, shift 0. */
const normalise = ({ mean, deviation }: Moments): number =>
  (value - mean) / Math.sqrt(deviation ** 2 + epsilon);

function momentsOf(batch: readonly number[]): Moments {
  const mean = batch.reduce((sum, each) => sum + each, 0) / batch.length;
  const variance = batch.reduce((sum, each) => sum + (each - mean) ** 2, 0) / batch.length;
  return { mean, deviation: Math.sqrt(variance) };
}

/** The value in two batches: what it becomes in training mode, and in inference mode. */
export const inBatches = (): {
  batch: number[];
  moments: Moments;
  training: number;
  inference: number;
}[] =>
  neighbours.map((others) => {
    const batch = [value, ...others];
    const moments = momentsOf(batch);
    return { batch, moments, training: normalise(moments), inference: normalise(stored) };
  });

export function batchNeighbours({ diagrams }: Words, theme: Theme): Diagram {
  const words = diagrams.batchNeighbours;
  const found = inBatches();
  const { before, after } = theme.sides;
  const becomes = words.becomes(number(value));
  const drawRow = (
    { batch, moments, training, inference }: (typeof found)[number],
    at: number,
  ): Shape[] => {
    const y = 192 + 152 * at;
    const says = ({ mean, deviation }: Moments) => words.moments(number(mean), number(deviation));
    const way = (offset: number, title: string, facts: string, output: number, colour: string) => [
      arrow([206, y], [240, y + offset], colour),
      label(title, [250, y + offset - 11], { align: 'left', weight: 600, colour, room: 200 }),
      label(facts, [250, y + offset + 9], {
        align: 'left',
        size: 13.5,
        colour: theme.muted,
        room: 226,
      }),
      label(number(output), [530, y + offset], { size: 22, weight: 700, colour }),
    ];
    return [
      ...batch.flatMap((each, column) => {
        const x = margin + 26 + column * 60;
        return [
          box([x, y], [50, 44], column === 0 ? { stroke: theme.text } : { fill: theme.grid }),
          label(String(each), [x, y], {
            size: 18,
            weight: column === 0 ? 700 : 400,
            colour: column === 0 ? theme.text : theme.muted,
          }),
        ];
      }),
      label(`${words.batch} ${at + 1}`, [margin, y - 42], {
        align: 'left',
        weight: 600,
        colour: theme.muted,
      }),
      ...way(-27, words.training, says(moments), training, before.heading),
      ...way(27, words.inference, words.stored(says(stored)), inference, after.heading),
    ];
  };
  return {
    height: 450,
    shapes: [
      ...heading({ ...words, subtitle: words.subtitle(number(value)) }, theme),
      label(becomes, [530, 124], { weight: 600, colour: theme.muted, room: 110 }),
      ...found.flatMap(drawRow),
    ],
    altText: words.alt(
      number(value),
      found.map(({ batch }) => batch.join(' ')),
      found.map(({ training }) => number(training)),
      number(normalise(stored)),
    ),
  };
}
