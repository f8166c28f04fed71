import type { Theme } from '../charts/index.ts';
import type { Words } from '../words/index.ts';
import { chain, hidden, statesAfter } from './chain.ts';
import { arrow, heading, label, margin, number, type Diagram, type Shape } from './shapes.ts';

const inputs = [0.3, 0.5, 0.7];
/** Of the call before. */
const earlier = [-0.9, -0.6, -0.8];

/** The hidden state after each of the same inputs, from 0 and from what an earlier call left. */
export function twoStarts(): { leftOver: number; fromZero: number[]; fromLeftOver: number[] } {
  const left = statesAfter(earlier).slice(-1);
  return {
    leftOver: left.map(hidden)[0] ?? Number.NaN,
    fromZero: statesAfter(inputs).map(hidden),
    fromLeftOver: statesAfter(inputs, left[0]).map(hidden),
  };
}

const first = 160;
const apart = 124;
const last = first + apart * (inputs.length - 1);

export function startState({ diagrams }: Words, theme: Theme): Diagram {
  const words = diagrams.startState;
  const { leftOver, fromZero, fromLeftOver } = twoStarts();
  const { before, after } = theme.sides;
  const start = number(leftOver);
  const result = (states: readonly number[]): string => number(states.at(-1) ?? Number.NaN);
  const row = (
    y: number,
    title: string,
    begin: string,
    states: readonly number[],
    colour: string,
  ): Shape[] => [
    label(title, [margin, y - 50], { align: 'left', size: 16.5, weight: 600, colour }),
    ...chain(
      {
        first: [first, y],
        apart,
        start: words.state(begin),
        lead: 92,
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
