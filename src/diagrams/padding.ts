import type { Theme } from '../charts/index.ts';
import type { Words } from '../words/index.ts';
import { chain, hidden, statesAfter } from './chain.ts';
import { arrow, heading, label, number, type Diagram, type Point } from './shapes.ts';

const values = [0.3, 0.5, 0.7];
const inputs = [...values, 0, 0];

/** The hidden state after each of the five steps. */
export const paddedStates = (): number[] => statesAfter(inputs).map(hidden);

const y = 274;
const first = 96;
const apart = 105;

export function padding({ diagrams }: Words, theme: Theme): Diagram {
  const words = diagrams.padding;
  const states = paddedStates();
  const stateAt = (step: number): string => number(states[step] ?? Number.NaN);
  const [masked, unmasked] = [values.length - 1, inputs.length - 1];
  const { before, after } = theme.sides;
  const read = (step: number, text: string, colour: string) => {
    const x = first + step * apart;
    const up: Point = [x, y - 66];
    return [
      arrow([x, y - 24], up, colour),
      label(`h = ${stateAt(step)}`, [x, y - 82], { size: 20, weight: 700, colour }),
      label(text, [x, y - 108], { weight: 600, colour, room: 150 }),
    ];
  };
  return {
    height: 450,
    shapes: [
      ...heading(words, theme),
      ...chain(
        {
          first: [first, y],
          apart,
          start: 'h = 0',
          lead: 48,
          inputs: inputs.map((input) => number(input, 1)),
          states,
          colour: theme.text,
          padding: { from: values.length, colour: before.heading },
        },
        theme,
      ),
      label(words.padded, [first + 3.5 * apart, y + 106], { colour: before.heading, weight: 600 }),
      ...read(masked, words.masked, after.heading),
      ...read(unmasked, words.unmasked, before.heading),
    ],
    altText: words.alt(
      inputs.map((input) => number(input, 1)),
      stateAt(masked),
      stateAt(unmasked),
    ),
  };
}
