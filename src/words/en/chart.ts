import { amount } from '../numbers.ts';

/** One panel of the chart, for the alternative text. */
export interface PanelInWords {
  readonly heading: string;
  readonly lines: number;
  readonly identical: boolean;
  /** Largest distance and the time step where it is: between the lines, or from the target if `fromTarget`. */
  readonly distance: number;
  readonly at: number;
  readonly fromTarget: boolean;
  /** Root mean squared. */
  readonly error: number;
}

export const chart = {
  /** Which form of Han characters the fonts must draw: none here, 汉 simplified, 漢 traditional. */
  han: '',
  timeStep: 'Time step (t)',
  output: 'Output',
  amount,

  alt: {
    stop: '.',
    /** Between sentences. */
    space: ' ',
    panels: (first: number, last: number) =>
      `Two line charts, one above the other, of the LSTM's outputs from time step ${first} to ${last}.`,
    above: (panel: PanelInWords) => `Above, “${panel.heading}”: ${describe(panel)}`,
    below: (panel: PanelInWords) => `Below, “${panel.heading}”: ${describe(panel)}`,
    settings: (labels: readonly string[]) => `The settings above, in order: ${labels.join(', ')}.`,
    pairs: (groups: number) =>
      `Below, each of the ${groups} settings is repeated and compared with itself.`,
  },
};

function describe(panel: PanelInWords): string {
  const { lines, identical, distance, at, fromTarget, error } = panel;
  if (fromTarget)
    return (
      `${lines} lines, ${identical ? 'all the same' : 'not all the same'}; farthest from the dashed target ` +
      `at time step ${at}, by ${amount(distance)}; root mean squared error ${amount(error)}.`
    );
  if (identical) return `${lines} lines, repeats identical (spread 0).`;
  return `${lines} lines, farthest apart at time step ${at}, by ${amount(distance)}.`;
}
