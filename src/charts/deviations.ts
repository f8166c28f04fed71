import { isSample, swingOf, type Comparison, type Condition } from '../demos/index.ts';

/** Below this share of the target's own swing, lines that differ look like one thick line. */
const visibleShare = 0.12;

/** Whether the runs of a sample lie so close together that their differences need an axis of their own. */
export const isSmall = (result: Comparison): boolean =>
  isSample(result) &&
  !result.before.identical &&
  result.before.deviation < visibleShare * swingOf(result.before.target);

/** The same result with the mean over the runs subtracted from every output at each time step; the target is 0. */
export const fromMean = (result: Comparison): Comparison => ({
  ...result,
  before: centred(result.before),
  after: centred(result.after),
});

function centred(condition: Condition): Condition {
  const { outputs, target } = condition;
  const means = target.map(
    (_, at) => outputs.reduce((sum, row) => sum + (row[at] ?? Number.NaN), 0) / outputs.length,
  );
  return {
    ...condition,
    outputs: outputs.map((row) => row.map((value, at) => value - (means[at] ?? 0))),
    target: target.map(() => 0),
  };
}
