import type { Comparison, PairedComparison, WatchedTraining } from '../../demos/index.ts';
import { amount, type Story, type Words } from '../../words/index.ts';
import { comparisonConfig, comparisonScale } from '../comparison.ts';
import type { ChartConfig } from '../frame.ts';
import { pairedConfig, pairedScale } from '../paired.ts';
import { sweepConfig, sweepLimits } from '../sweep.ts';
import type { Look } from '../theme.ts';
import { withCounter } from './counter.ts';

type Draw<Result> = (frame: Result, story: Story) => ChartConfig;

/** The chart of the demo as it would be if the training had ended at each of the steps, all to one scale. */
export function trainingFrames(
  watched: WatchedTraining,
  words: Pick<Words, 'chart' | 'tell'>,
  look: Look,
): ChartConfig[] {
  const { frames } = watched;
  const draw = drawerFor(watched, look);
  return frames.map((frame, at) =>
    withCounter(draw(frame, storyOf(watched, at, words)), counterOf(watched, at, words), look),
  );
}

/** That of the whole demo; what is measured beside the headings is measured anew in each picture. */
export function storyOf(
  { result, frames }: WatchedTraining,
  at: number,
  { tell }: Pick<Words, 'tell'>,
): Story {
  const frame = frames[at] ?? result;
  const story = tell(result);
  if (isUnfinished(frame)) return story;
  const [above, below] = story.headings;
  const [aboveNow, belowNow] = tell(frame).headings;
  return {
    ...story,
    headings: [
      { ...above, measure: aboveNow.measure },
      { ...below, measure: belowNow.measure },
    ],
  };
}

/** Some of its files are not there yet. */
const isUnfinished = (frame: Comparison | PairedComparison): boolean =>
  frame.before.outputs.some((output) => output.some(Number.isNaN));

export function counterOf(
  { result, frames, steps, losses }: WatchedTraining,
  at: number,
  { chart: { watch } }: Pick<Words, 'chart'>,
): string[] {
  const [step = 0, last = 0] = [steps[at], steps.at(-1)];
  const loss = losses?.[at];
  const shown = frames[at]?.runs ?? result.runs;
  return [
    watch.step(step, last) + (loss === undefined ? '' : watch.loss(amount(loss))),
    ...(shown < result.runs ? [watch.onlyFirst(shown, result.runs)] : []),
  ];
}

function drawerFor(watched: WatchedTraining, look: Look): Draw<Comparison | PairedComparison> {
  const { result, frames } = watched;
  if (result.kind === 'paired') {
    const scale = pairedScale(...frames.filter((frame) => frame.kind === 'paired'));
    return (frame, story) => pairedConfig(frame as PairedComparison, story, look, scale);
  }
  const shown = frames.filter((frame) => frame.kind === 'comparison');
  const limits = sweepLimits(...shown.flatMap(({ sweep }) => sweep ?? []));
  const scale = comparisonScale(result, shown);
  return (frame, story) =>
    frame.kind === 'comparison' && frame.sweep
      ? sweepConfig(frame.sweep, story, look, limits)
      : comparisonConfig(frame as Comparison, story, look, scale);
}
