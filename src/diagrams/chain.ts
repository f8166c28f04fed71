import type { Theme } from '../charts/index.ts';
import {
  statesInDoublePrecision,
  type LstmWeights,
  type StateInDoublePrecision,
} from '../lstm/index.ts';
import { arrow, box, label, number, type Point, type Shape } from './shapes.ts';

/** One unit, so that its state is one number. Gates in the order input, forget, candidate, output; the forget bias is 1. */
const weights: LstmWeights = {
  kernel: Float32Array.of(1, 0.5, 3, 1),
  recurrentKernel: Float32Array.of(0.5, 0.5, 1, 0.5),
  bias: Float32Array.of(0, 1, 0, 0),
  denseKernel: Float32Array.of(1),
  denseBias: Float32Array.of(0),
};

/** What the cell is left with after each input. */
export const statesAfter = (
  inputs: readonly number[],
  start?: StateInDoublePrecision,
): StateInDoublePrecision[] => statesInDoublePrecision(weights, Float32Array.from(inputs), start);

/** The hidden state of the one unit. */
export const hidden = ({ hiddenState }: StateInDoublePrecision): number =>
  hiddenState[0] ?? Number.NaN;

const cellSize = [64, 46] as const;

interface Chain {
  /** The middle of the first cell. */
  readonly first: Point;
  readonly apart: number;
  readonly start: string;
  /** The length of the arrow into the first cell. */
  readonly lead: number;
  readonly inputs: readonly string[];
  /** The hidden state after each. */
  readonly states: readonly number[];
  readonly colour: string;
  /** Of the inputs from here on. */
  readonly padding?: { readonly from: number; readonly colour: string };
}

/** The cell once for each time step, with its input below and its state on the arrow to the next one. */
export function chain(
  { first: [x0, y], apart, start, lead, inputs, states, colour, padding }: Chain,
  theme: Theme,
): Shape[] {
  const middle = (at: number): number => x0 + at * apart;
  const half = cellSize[0] / 2;
  const state = (text: string, at: number, length: number): Shape[] => {
    const end = middle(at) - half;
    return [
      arrow([end - length, y], [end, y], colour),
      label(text, [end - length / 2, y - 13], { colour, weight: 600, room: length - 4 }),
    ];
  };
  return [
    ...state(start, 0, lead),
    ...inputs.flatMap((input, at) => {
      const own = padding && at >= padding.from ? padding.colour : theme.muted;
      return [
        box([middle(at), y], cellSize, { stroke: own }),
        label('LSTM', [middle(at), y], { size: 14, colour: own }),
        arrow([middle(at), y + 62], [middle(at), y + 24], own),
        label(input, [middle(at), y + 76], { colour: own, room: apart - 6 }),
        ...(at > 0 ? state(number(states[at - 1] ?? Number.NaN), at, apart - cellSize[0]) : []),
      ];
    }),
  ];
}
