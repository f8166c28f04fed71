import { nativeLibrary, presentEngines, type Engine } from '../lstm/index.ts';
import { runComparison } from './comparison.ts';
import { runGrowth } from './studies/growth/run.ts';
import type { ReportProgress } from './progress.ts';
import { runPaired } from './studies/compare/run.ts';
import { runRanking } from './studies/ranking/run.ts';
import { runAverages } from './studies/steadier/run.ts';
import type { DemoParameters, DemoResult } from './result.ts';

/**
 * Runs a demo. Pure: the same parameters and the same engine give the same bytes; where the demo compares engines, the
 * same `present` ones. Progress counts runs.
 */
export async function runDemo(
  engine: Engine,
  parameters: DemoParameters,
  onProgress: ReportProgress = () => {},
  present: () => Promise<readonly Engine[]> = presentEngines,
): Promise<DemoResult> {
  return withLibrary(withoutValues(await run(engine, parameters, onProgress, present)));
}

/** Says what the native engine computed with, where it took part: its bits depend on that. */
export function withLibrary<Result extends DemoResult>(result: Result): Result {
  const { engine, engines = [engine] } = result;
  const library = engines.includes('tfjs-node') ? nativeLibrary() : undefined;
  return library ? { ...result, library } : result;
}

/** A result is kept longer than somebody's values may be. */
export function withoutValues<Result extends DemoParameters>(result: Result): Result {
  if (!result.data) return result;
  const { hash, count } = result.data;
  return { ...result, data: { hash, count } };
}

async function run(
  engine: Engine,
  parameters: DemoParameters,
  onProgress: ReportProgress,
  present: () => Promise<readonly Engine[]>,
): Promise<DemoResult> {
  const { cause } = parameters;
  switch (cause) {
    case 'all':
      return runRanking(engine, parameters, onProgress);
    case 'butterfly':
      return runGrowth(engine, parameters, onProgress);
    case 'steadier':
      return runAverages(engine, parameters, onProgress);
    case 'compare':
      return runPaired(engine, { ...parameters, cause }, onProgress);
    default:
      return runComparison(engine, { ...parameters, cause }, onProgress, present);
  }
}
