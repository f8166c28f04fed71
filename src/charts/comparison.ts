import type { Comparison } from '../demos/index.ts';
import { amount, type Story } from '../words/index.ts';
import { gap, headingAxis, keyAxis, textAxis, timeAxis, valueAxis } from './axes.ts';
import { lengthOf, limitsOf, widestStretch, type Limits } from './extent.ts';
import { frame, type ChartConfig, type Panel } from './frame.ts';
import { lineKeys } from './keys.ts';
import { beam, panelLines } from './panel.ts';
import type { Look } from './theme.ts';
import { placeOfValue } from './value-label.ts';

/**
 * Two panels, one above the other with the same limits: the cause at work, and the same held fixed. A line for each
 * run.
 */
export function comparisonConfig(result: Comparison, story: Story, look: Look): ChartConfig {
  const limits = limitsOf(result);
  const after = panel(result, 'after', story, look, limits);
  const before = panel(result, 'before', story, look, limits);
  const keys = lineKeys(result, limits, look);
  return frame(story, look, {
    labels: result.timeSteps,
    lines: [...before.lines, ...after.lines],
    // Chart.js stacks axes on the left from the bottom.
    axes: {
      time: timeAxis(result.timeSteps, look),
      ...after.axes,
      gap,
      ...before.axes,
      ...(keys && { keys: keyAxis(keys) }),
    },
    paddingRight: keys ? 6 : 16,
  });
}

function panel(
  result: Comparison,
  side: 'before' | 'after',
  story: Story,
  look: Look,
  limits: Limits,
): Panel {
  const condition = result[side];
  const axis = `${side}Value`;
  const theme = look.theme.sides[side];
  const { text, measure: measured } = story.headings[side === 'before' ? 0 : 1];
  const mark = valueMark(result, side, limits, look);
  return {
    lines: [...mark.lines, ...panelLines(condition, { axis, side, look, measure: result.measure })],
    axes: {
      [axis]: valueAxis(limits, look),
      [`${side}Title`]: headingAxis(axis, limits.max, [text, measured], theme.heading),
      ...mark.axes,
    },
  };
}

/** The I-beam and its value; nothing where there is no difference to mark. `places`: time steps in the chart's width. */
export function valueMark(
  result: Comparison,
  side: 'before' | 'after',
  limits: Limits,
  look: Look,
  places = result.timeSteps.length,
): Panel {
  const condition = result[side];
  const stretch = widestStretch(condition, result.measure);
  const x = stretch && result.timeSteps[stretch.at];
  if (!stretch || x === undefined) return { lines: [], axes: {} };
  const axis = `${side}Value`;
  const text = amount(lengthOf(stretch));
  const place = placeOfValue(text, stretch, condition, limits);
  return {
    lines: beam(stretch, x, axis, look),
    axes: { [`${side}Mark`]: textAxis(axis, text, place, places, look) },
  };
}
