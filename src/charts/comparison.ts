import { isSample, type Comparison } from '../demos/index.ts';
import { amount, type Story } from '../words/index.ts';
import { gap, headingAxis, textAxis, timeAxis, valueAxis } from './axes.ts';
import { fromMean, isSmall } from './deviations.ts';
import { lengthOf, limitsOf, widestStretch, type Limits } from './extent.ts';
import { frame, type ChartConfig, type Panel } from './frame.ts';
import { beam, panelLines } from './panel.ts';
import type { Look } from './theme.ts';
import { placeOfValue, usualPlot, type Plot } from './value-label.ts';

type Side = 'before' | 'after';

/**
 * Two panels, one above the other with the same limits: the cause at work, and the same held fixed. A line for each
 * run. Where the lines lie so close together that the eye can't tell them apart, they stand once more below, as
 * deviations from their mean on an axis of their own, and the control with them.
 */
export function comparisonConfig(
  result: Comparison,
  story: Story,
  look: Look,
  scale = comparisonScale(result),
): ChartConfig {
  return scale.isSmall
    ? threePanels(result, story, look, scale)
    : twoPanels(result, story, look, scale);
}

/** What charts that stand for one demo have in common. */
export interface ComparisonScale {
  readonly isSmall: boolean;
  /** The control is one line, so it needs less room. */
  readonly hasOneLineBelow: boolean;
  readonly outputs: Limits;
  readonly deviations: Limits;
}

/** `shown`: everything that is drawn to that scale. */
export const comparisonScale = (
  result: Comparison,
  shown: readonly Comparison[] = [result],
): ComparisonScale => ({
  isSmall: isSmall(result),
  hasOneLineBelow: isSample(result) && result.after.identical,
  outputs: limitsOf(...shown),
  deviations: limitsOf(...shown.map(fromMean)),
});

/** Of a sample the runs get more room than the control, which is one line. */
const sampleWeights = { before: 1.35, after: 0.65 };
const evenWeights = { before: 1, after: 1 };

function twoPanels(
  result: Comparison,
  story: Story,
  look: Look,
  { outputs: limits, hasOneLineBelow }: ComparisonScale,
): ChartConfig {
  const weights = hasOneLineBelow ? sampleWeights : evenWeights;
  const [before, after] = (['before', 'after'] as const).map((side) =>
    panel(result, side, {
      axis: side,
      heading: headingOf(story, side),
      limits,
      look,
      weight: weights[side],
    }),
  ) as [Panel, Panel];
  return frame(story, look, {
    labels: result.timeSteps,
    lines: [...before.lines, ...after.lines],
    // Chart.js stacks axes on the left from the bottom.
    axes: {
      time: timeAxis(result.timeSteps, look),
      ...after.axes,
      gap,
      ...before.axes,
    },
    paddingRight: 16,
  });
}

/** Heights as shares of a panel's where there are two. */
const weights = { outputs: 0.8, deviations: 0.8, control: 0.55 };

function threePanels(
  result: Comparison,
  story: Story,
  look: Look,
  scale: ComparisonScale,
): ChartConfig {
  const deviations = fromMean(result);
  const limits = scale.deviations;
  const { words } = look;
  const outputs = panel(result, 'before', {
    axis: 'outputs',
    heading: headingOf(story, 'before'),
    limits: scale.outputs,
    look,
    weight: weights.outputs,
    isMarked: false,
  });
  const before = panel(deviations, 'before', {
    axis: 'before',
    // Two labels: the axis sets one alone into the middle.
    heading: [words.fromMean, ' '],
    limits,
    look,
    weight: weights.deviations,
    title: words.deviation,
  });
  const after = panel(deviations, 'after', {
    axis: 'after',
    heading: headingOf(story, 'after'),
    limits,
    look,
    weight: weights.control,
    // The panel is low; what it shows stands at the one above.
    title: '',
  });
  return frame(story, look, {
    labels: result.timeSteps,
    lines: [...outputs.lines, ...before.lines, ...after.lines],
    axes: {
      time: timeAxis(result.timeSteps, look),
      ...after.axes,
      gap,
      ...before.axes,
      upperGap: gap,
      ...outputs.axes,
    },
    paddingRight: 16,
  });
}

const headingOf = ({ headings: [before, after] }: Story, side: Side): [string, string] => {
  const { text, measure } = side === 'before' ? before : after;
  return [text, measure];
};

interface PanelOptions {
  /** The name of its axis begins with this. */
  readonly axis: string;
  readonly heading: readonly [text: string, measure: string];
  readonly limits: Limits;
  readonly look: Look;
  readonly weight?: number;
  readonly title?: string;
  readonly isMarked?: boolean;
}

function panel(result: Comparison, side: Side, options: PanelOptions): Panel {
  const { heading, limits, look, weight = 1, title, isMarked = true } = options;
  const axis = `${options.axis}Value`;
  const { heading: colour } = look.theme.sides[side];
  const mark = isMarked ? valueMark(result, side, limits, look, plotOf(weight)) : nothing;
  const hasTarget = options.axis === 'outputs' || title === undefined;
  return {
    lines: [
      ...mark.lines,
      ...panelLines(result[side], {
        axis,
        side,
        look,
        measure: result.measure,
        isSample: isSample(result),
        hasTarget,
      }),
    ],
    axes: {
      [axis]: valueAxis(limits, look, {
        weight,
        ...(title !== undefined && { title }),
      }),
      [`${axis}Title`]: headingAxis(axis, limits.max, heading, colour),
      ...mark.axes,
    },
  };
}

const plotOf = (weight: number): Plot => ({
  ...usualPlot,
  height: usualPlot.height * weight,
});

const nothing: Panel = { lines: [], axes: {} };

/** The I-beam and its value; nothing where there is no difference to mark. `places`: time steps in the chart's width. */
export function valueMark(
  result: Comparison,
  side: Side,
  limits: Limits,
  look: Look,
  plot: Plot,
  places = result.timeSteps.length,
): Panel {
  const condition = result[side];
  const stretch = widestStretch(condition, result.measure);
  const x = stretch && result.timeSteps[stretch.at];
  if (!stretch || x === undefined) return nothing;
  const axis = `${side}Value`;
  const text = amount(lengthOf(stretch));
  const place = placeOfValue(text, stretch, condition, limits, plot);
  return {
    lines: beam(stretch, x, axis, look),
    axes: { [`${side}Mark`]: textAxis(axis, text, place, places, look) },
  };
}
