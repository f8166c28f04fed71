export { demos } from './catalogue.ts';
export { costOf, mostRunsFor, trainingsOf } from './cost.ts';
export {
  demoIds,
  isDemoId,
  ofVariant,
  rankedIds,
  studyIds,
  variantsOf,
  type ByVariant,
  type DemoId,
  type RankedId,
  type SettingId,
  type StudyId,
  type VariantId,
} from './ids.ts';
export {
  checkParameters,
  fewestRuns,
  mostRuns,
  seedFrom,
  type Checked,
  type DemoInput,
  type ParameterProblem,
} from './parameters.ts';
export { distancesOf, type Distances } from './distances.ts';
export { edition, originOf, type Origin } from './edition.ts';
export { engineNames } from './engine-set.ts';
export {
  fewestValues,
  isSameSeries,
  mostValues,
  nameSeries,
  writeSeriesName,
  type OwnSeries,
  type SeriesName,
} from './own-series.ts';
export { partsOf, standardise } from './task.ts';
export { meets, type Expectation } from './expectation.ts';
export { measure, spreadsOfGroups } from './measure.ts';
export { formOf } from './catalogue.ts';
export {
  describedSides,
  isDescribed,
  type DescribedRow,
  type DescribedSides,
} from './described.ts';
export type { ValueRange, Variant } from './plan.ts';
export { answer, type Model, type RunDescription } from './request.ts';
export { winnerOf } from './studies/compare/pairs.ts';
export { metric } from './studies/compare/run.ts';
export { criticalT } from './studies/compare/student.ts';
export { train, usualRecipe, type Recipe } from './recipe.ts';
export { confirms, parseReplay, readParameters, writeParameters, type Replay } from './replay.ts';
export { growthSettings } from './studies/growth/run.ts';
export { drawnFrom } from './studies/ranking/rows.ts';
export { invisible, leaders, resamples } from './studies/ranking/size.ts';
export type {
  Averaged,
  Averages,
  Comparison,
  Condition,
  DemoParameters,
  DemoResult,
  Focus,
  LoadCheck,
  PairedComparison,
  RankedRow,
  Ranking,
  Rounding,
  Size,
  Summary,
  SweepFigures,
  Growth,
  TaskGrowth,
} from './result.ts';
export type { ReportProgress } from './progress.ts';
export type { Outputs, Pieces } from './pieces.ts';
export { piecesOf, runDemo } from './run.ts';
export {
  ascending,
  column,
  hasManyRuns,
  isSample,
  mean,
  quantile,
  showsDistribution,
  summarise,
  swingOf,
  variance,
} from './statistics.ts';
export { stateAt, stepNumbers, type Trace, type WatchedCalls } from './watch/calls.ts';
export type { WatchedEpochs } from './watch/epochs.ts';
export { usualFrames, watchDemo, type Watched } from './watch/run.ts';
export type { WatchedTraining } from './watch/training.ts';
