import type { Theme } from '../charts/index.ts';
import type { StateInDoublePrecision } from '../lstm/index.ts';
import type { Words } from '../words/index.ts';
import { chain, hidden, statesAfter } from './chain.ts';
import { arrow, heading, label, margin, number, type Diagram, type Shape } from './shapes.ts';

const inputs = [0.3, 0.5, 0.7];
/** Of the call before. */
const earlier = [-0.9, -0.6, -0.8];

export interface TwoStarts {
  readonly leftOver: StateInDoublePrecision | undefined;
  readonly fromZero: readonly StateInDoublePrecision[];
  readonly fromLeftOver: readonly StateInDoublePrecision[];
}

/** The states of the same inputs, from 0 and from what an earlier call left. */
export function twoStarts(): TwoStarts {
  const leftOver = statesAfter(earlier).at(-1);
  return {
    leftOver,
    fromZero: statesAfter(inputs),
    fromLeftOver: statesAfter(inputs, leftOver),
  };
}

const first = 150;
const apart = 128;
const last = first + apart * (inputs.length - 1);

export function startState({ diagrams }: Words, theme: Theme): Diagram {
  const words = diagrams.startState;
  const { leftOver, fromZero, fromLeftOver } = twoStarts();
  const { before, after } = theme.sides;
  const start = leftOver ? number(hidden(leftOver)) : '';
  const result = (states: readonly StateInDoublePrecision[]): string =>
    states
      .slice(-1)
      .map((state) => number(hidden(state)))
      .join('');
  const row = (
    y: number,
    title: string,
    begin: string,
    states: readonly StateInDoublePrecision[],
    colour: string,
  ): Shape[] => [
    label(title, [margin, y - 50], { align: 'left', size: 16.5, weight: 600, colour }),
    ...chain(
      {
        first: [first, y],
        apart,
        start: words.state(begin),
        inputs: inputs.map((input) => words.input(number(input, 1))),
        states,
        colour,
      },
      theme,
    ),
    arrow([last + 32, y], [last + 92, y], colour),
    label(result(states), [last + 130, y], { size: 22, weight: 700, colour }),
    label(words.output, [last + 130, y - 26], { size: 14, colour: theme.muted, room: 70 }),
  ];
  return {
    height: 450,
    shapes: [
      ...heading(words, theme),
      ...row(168, words.zero, '0', fromZero, after.heading),
      ...row(342, words.leftOver, start, fromLeftOver, before.heading),
    ],
    altText: words.alt(
      inputs.map((input) => number(input, 1)),
      result(fromZero),
      start,
      result(fromLeftOver),
    ),
  };
}
