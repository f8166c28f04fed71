import type { Comparison } from '../demos/index.ts';
import type { Story } from '../words/index.ts';
import {
  countAxis,
  gap,
  headingAxis,
  outputsAxis,
  timeAxis,
  valueAxis,
  type Axes,
  type Axis,
} from './axes.ts';
import { valueMark } from './comparison.ts';
import { fromMean, isSmall } from './deviations.ts';
import { limitsOf } from './extent.ts';
import { frame, type ChartConfig, type Panel } from './frame.ts';
import { binsOf, countsIn, histogramLines, type Bins } from './histogram.ts';
import { gridLines, targetLine } from './panel.ts';
import { quantileBands } from './quantile-bands.ts';
import { size, type Look } from './theme.ts';

/**
 * The panels of a comparison for many runs: quantiles over the runs in place of lines, and beside each panel a
 * histogram of the outputs at one time step. Where the runs lie close together, the panels show their deviations from
 * their mean.
 */
export function distributionConfig(result: Comparison, story: Story, look: Look): ChartConfig {
  const bins = binsOf(result);
  const after = panel(result, 'after', story, look, bins);
  const before = panel(result, 'before', story, look, bins);
  return frame(story, look, {
    labels: result.timeSteps,
    lines: [...before.lines, ...after.lines],
    // Chart.js stacks axes on the left from the bottom, on the right from the top, at the bottom from the left.
    axes: {
      ...columns(result, look, bins),
      ...after.axes,
      gap,
      ...before.axes,
      beforeCount: before.counts,
      countGap: { ...gap, position: 'right', stack: 'counts' },
      afterCount: after.counts,
    },
    paddingRight: 10,
  });
}

/** Widths of the gap and of the histogram, in time steps of the panel beside them. */
const gapWidth = 6;
const histogramWidth = 24;
const mostTicks = 6;
/** About how large the plot of the time steps is, in CSS pixels. */
const plot = { width: 310, height: 112 };
/** Between the axes at both sides. */
const headingWidth = size.width - 150;

/** Along the bottom: the time steps, a gap, and the outputs of the histogram. */
function columns(result: Comparison, look: Look, bins: Bins): Axes {
  const { words } = look;
  const outputTitle = bins.offset === 0 ? words.outputAt : words.outputFromMeanAt;
  const inColumn = (stackWeight: number) => ({ stack: 'columns', stackWeight });
  return {
    time: {
      ...timeAxis(result.timeSteps, look, mostTicks),
      ...inColumn(result.timeSteps.length - 1),
    },
    columnGap: { ...gap, axis: 'x', position: 'bottom', ...inColumn(gapWidth) },
    outputs: {
      ...outputsAxis(bins.limits, outputTitle(result.timeSteps[result.focus.at] ?? 0), look),
      ...inColumn(histogramWidth),
    },
  };
}

function panel(
  result: Comparison,
  side: 'before' | 'after',
  story: Story,
  look: Look,
  bins: Bins,
): Panel & { readonly counts: Axis } {
  const small = isSmall(result);
  const drawn = small ? fromMean(result) : result;
  const limits = limitsOf(drawn);
  const condition = drawn[side];
  const theme = look.theme.sides[side];
  const [axis, counts] = [`${side}Value`, `${side}Count`];
  const places = result.timeSteps.length + gapWidth + histogramWidth;
  const mark = valueMark(drawn, side, limits, look, plot, places);
  const counted = countsIn(bins, result[side], result.focus.at);
  const target = result[side].target[result.focus.at] ?? Number.NaN;
  const value = valueAxis(limits, look, { ...(small && { title: look.words.deviation }) });
  const heading = story.headings[side === 'before' ? 0 : 1];
  return {
    lines: [
      ...mark.lines,
      ...(small ? [] : [targetLine(condition, axis, look)]),
      ...quantileBands(condition, axis, theme),
      ...gridLines(limits, result.timeSteps, axis, look),
      ...histogramLines(bins, counted, target, { axis: counts, side, look }),
    ],
    counts: countAxis(Math.max(...counted), look),
    axes: {
      // Chart.js' own grid would run on below the histogram.
      [axis]: { ...value, grid: { display: false, drawTicks: false } },
      [`${side}Title`]: headingAxis(
        axis,
        limits.max,
        [heading.text, heading.measure],
        theme.heading,
        headingWidth,
      ),
      ...mark.axes,
    },
  };
}
