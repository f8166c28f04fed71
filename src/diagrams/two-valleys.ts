import type { Theme } from '../charts/index.ts';
import type { Words } from '../words/index.ts';
import { arrow, dot, heading, label, line, number, type Diagram, type Point } from './shapes.ts';

/** A loss with two valleys of different depth; one weight stands for thousands. */
const errorOf = (weight: number): number => (weight ** 2 - 1) ** 2 + 0.2 * weight + 0.4;
const slopeOf = (weight: number): number => 4 * weight * (weight ** 2 - 1) + 0.2;

const learningRate = 0.04;
const steps = 60;

/** The weights of a training by plain gradient descent, from its start on. */
function train(start: number): number[] {
  const weights = [start];
  for (let step = 0; step < steps; step++) {
    const weight = weights.at(-1) ?? start;
    weights.push(weight - learningRate * slopeOf(weight));
  }
  return weights;
}

/** Two starts beside the top of the hill, which lies at about 0.05. */
export const trainings = (): { path: number[]; start: number; end: number; error: number }[] =>
  [-0.15, 0.25].map((start) => {
    const path = train(start);
    const end = path.at(-1) ?? start;
    return { path, start, end, error: errorOf(end) };
  });

const left = 64;
const right = 566;
const bottom = 398;
const top = 118;
const [from, to] = [-1.42, 1.42];
const highest = 1.75;

const pointAt = (weight: number): Point => [
  left + ((weight - from) / (to - from)) * (right - left),
  bottom - (errorOf(weight) / highest) * (bottom - top),
];

export function twoValleys({ diagrams }: Words, theme: Theme): Diagram {
  const words = diagrams.twoValleys;
  const found = trainings();
  const colours = [theme.sides.after.heading, theme.sides.before.heading];
  const curve = Array.from({ length: 120 }, (_, at) => pointAt(from + ((to - from) * at) / 119));
  return {
    height: 450,
    shapes: [
      ...heading(words, theme),
      arrow([left - 10, bottom + 8], [right + 10, bottom + 8], theme.muted),
      arrow([left - 10, bottom + 8], [left - 10, top - 6], theme.muted),
      label(words.weight, [right + 8, bottom + 28], { align: 'right', colour: theme.muted }),
      label(words.error, [left - 2, top], { align: 'left', colour: theme.muted }),
      line(curve, theme.muted, { width: 3 }),
      ...found.flatMap(({ path, start, end }, at) => {
        const colour = colours[at] ?? theme.text;
        const [x0, y0] = pointAt(start);
        const [x, y] = pointAt(end);
        const side = at === 0 ? -1 : 1;
        return [
          ...path.map((weight) => dot(pointAt(weight), 4, { fill: colour })),
          dot([x0, y0], 9, { stroke: colour, fill: theme.background }),
          dot([x, y], 9, { fill: colour }),
          label(words.start(at + 1), [x0 + side * 16, y0 - 22], {
            weight: 600,
            colour,
            align: at === 0 ? 'right' : 'left',
          }),
          label(words.end(number(end)), [x, y + 27], { weight: 600, colour }),
        ];
      }),
    ],
    altText: words.alt(
      found.map(({ start }) => number(start)),
      found.map(({ end }) => number(end)),
      found.map(({ error }) => number(error)),
    ),
  };
}
