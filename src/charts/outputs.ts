import { measure, type Condition } from '../demos/index.ts';
import type { Matrix, OutputsCheck, SignatureId } from '../outputs-check/index.ts';
import { amount, joinLines, type OutputsStory, type Words } from '../words/index.ts';
import { axisTitle, gap, headingAxis, textAxis, timeAxis, valueAxis } from './axes.ts';
import { bandOf, lengthOf, limitsAround, widestStretch, type Limits } from './extent.ts';
import { frame, type ChartConfig, type Panel } from './frame.ts';
import { shadeOf } from './keys.ts';
import { beam, panelLines, plain, type Line } from './panel.ts';
import { themes, type Look, type ThemeName } from './theme.ts';
import { placeOfValue } from './value-label.ts';

/** Somebody's runs, drawn as those of a demo are: a line for each, and below the same minus their mean. */
export function outputsConfig(
  check: OutputsCheck,
  story: OutputsStory,
  { chart, outputs }: Pick<Words, 'chart' | 'outputs'>,
  themeName: ThemeName = 'dark',
): ChartConfig {
  const look = { words: chart, theme: themes[themeName] };
  if (check.values === 1) return dotsConfig(check, story, look, outputs.chart.run);
  const timeSteps = placesOf(check);
  const [heading] = story.headings;
  const upper = panel(check.outputs, 'outputs', [heading.text, heading.measure], check, look);
  const lower = hasDeviations[check.signature]
    ? panel(fromMean(check.outputs), 'deviations', [chart.fromMean, ' '], check, look)
    : undefined;
  return frame(story, look, {
    labels: timeSteps,
    lines: [...upper.lines, ...(lower?.lines ?? [])],
    // Chart.js stacks axes on the left from the bottom.
    axes: {
      time: { ...timeAxis(timeSteps, look), title: axisTitle(outputs.chart.value, look.theme) },
      ...(lower && { ...lower.axes, gap }),
      ...upper.axes,
    },
    paddingRight: 16,
  });
}

/** Where the differences themselves say something. */
const hasDeviations: Readonly<Record<SignatureId, boolean>> = {
  'not-finite': false,
  identical: false,
  'last-bits': true,
  settled: true,
  'whole-numbers': false,
  reordered: false,
  shifted: false,
  versions: true,
  rescaled: true,
  settling: true,
  ordered: true,
  independent: true,
};

/** Where the lines are coloured in the order of the runs. */
const isInOrder: readonly SignatureId[] = ['settled', 'settling', 'ordered'];

const placesOf = ({ values }: OutputsCheck): number[] =>
  Array.from({ length: values }, (_, at) => at + 1);

const fromMean = (runs: Matrix): Matrix => {
  const means = (runs[0] ?? []).map(
    (_, at) => runs.reduce((sum, run) => sum + (run[at] ?? 0), 0) / runs.length,
  );
  return runs.map((run) => run.map((value, at) => value - (means[at] ?? 0)));
};

/** The runs as one side of a demo that has no target. */
function conditionOf(runs: Matrix): Condition {
  const target = new Float32Array(runs[0]?.length ?? 0).fill(Number.NaN);
  const rows = runs.map((_, run) => ({ label: String(run + 1), group: 0 }));
  return measure(
    { rows, target },
    runs.map((run) => Float32Array.from(run)),
  );
}

function panel(
  runs: Matrix,
  name: 'outputs' | 'deviations',
  heading: readonly [string, string],
  { signature }: OutputsCheck,
  look: Look,
): Panel {
  const condition = conditionOf(runs);
  const { low, high } = bandOf(condition.outputs, condition.target.length);
  const limits = limitsAround([...low, ...high], 0.07, 4);
  const axis = `${name}Value`;
  const lines = panelLines(condition, {
    axis,
    side: 'before',
    look,
    measure: 'spread',
    isSample: signature === 'independent',
    hasTarget: false,
  });
  // How far apart classes are means nothing.
  const isUnmarked =
    signature === 'whole-numbers' || (name === 'outputs' && hasDeviations[signature]);
  const mark = isUnmarked ? nothing : markOf(condition, axis, limits, look);
  return {
    lines: [
      ...mark.lines,
      ...(isInOrder.includes(signature) ? shaded(lines, runs.length, look) : lines),
    ],
    axes: {
      [axis]: valueAxis(limits, look, name === 'outputs' ? {} : { title: look.words.deviation }),
      [`${axis}Title`]: headingAxis(axis, limits.max, heading, look.theme.sides.before.heading),
      ...mark.axes,
    },
  };
}

const nothing: Panel = { lines: [], axes: {} };

/** The first run light, the last one dark. */
const shaded = (lines: readonly Line[], runs: number, { theme }: Look): Line[] =>
  lines.map((line, run) =>
    run < runs
      ? { ...line, borderColor: shadeOf(theme.sides.before, run, runs), borderWidth: 1.8 }
      : line,
  );

/** The I-beam where the runs are farthest apart, and how far. */
function markOf(condition: Condition, axis: string, limits: Limits, look: Look): Panel {
  const stretch = widestStretch(condition, 'spread');
  if (!stretch) return nothing;
  const text = amount(lengthOf(stretch));
  const place = placeOfValue(text, stretch, condition, limits);
  return {
    lines: beam(stretch, stretch.at + 1, axis, look),
    axes: { [`${axis}Mark`]: textAxis(axis, text, place, condition.target.length, look) },
  };
}

/** Of one value a run: a dot for each, in their order, and their mean. */
function dotsConfig(
  { outputs, runs }: OutputsCheck,
  story: OutputsStory,
  look: Look,
  runTitle: string,
): ChartConfig {
  const values = outputs.map(([value = Number.NaN]) => value);
  const finite = values.filter(Number.isFinite);
  const mean = finite.reduce((sum, value) => sum + value, 0) / finite.length;
  const limits = limitsAround(values, 0.07, 6);
  const places = Array.from({ length: runs }, (_, run) => run + 1);
  const { before } = look.theme.sides;
  const [heading] = story.headings;
  return frame(story, look, {
    labels: places,
    lines: [
      {
        ...plain('value', values),
        showLine: false,
        clip: false,
        pointRadius: runs <= 40 ? 5.5 : 3,
        pointBackgroundColor: before.heading,
        pointBorderWidth: 0,
      },
      {
        ...plain(
          'value',
          values.map(() => mean),
        ),
        borderColor: look.theme.text,
        borderWidth: 1.5,
        borderDash: [5, 4],
      },
    ],
    axes: {
      time: {
        ...timeAxis([0, ...places, runs + 1], look, 12),
        title: axisTitle(runTitle, look.theme),
      },
      value: valueAxis(limits, look),
      valueTitle: headingAxis('value', limits.max, [heading.text, heading.measure], before.heading),
    },
    paddingRight: 16,
  });
}

/** The chart for those who don't see it. */
export function outputsAltText(
  { outputs, runs, values, signature, statistics }: OutputsCheck,
  story: OutputsStory,
  { outputs: { chart: say } }: Pick<Words, 'outputs'>,
): string {
  const title = joinLines(story.title);
  const drawn =
    values === 1
      ? say.dots(runs)
      : hasDeviations[signature]
        ? say.twoPanels(runs, values)
        : say.lines(runs, values);
  if (signature === 'not-finite')
    return say.altBroken(title, drawn, statistics.firstBrokenValue ?? 0);
  const stretch = widestStretch(conditionOf(outputs), 'spread');
  if (!stretch) return say.altSame(title, drawn);
  const apart = amount(lengthOf(stretch));
  return values === 1
    ? say.altDots(title, drawn, apart)
    : say.alt(title, drawn, apart, stretch.at + 1);
}
