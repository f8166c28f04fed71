import { nativeLibrary, presentEngines, type Engine } from '../lstm/index.ts';
import { comparisonPieces } from './comparison.ts';
import { computeAll, type Pieces } from './pieces.ts';
import { growthPieces } from './studies/growth/run.ts';
import type { ReportProgress } from './progress.ts';
import { pairedPieces } from './studies/compare/run.ts';
import { rankingPieces } from './studies/ranking/run.ts';
import { averagesPieces } from './studies/steadier/run.ts';
import type { DemoParameters, DemoResult } from './result.ts';

/**
 * Runs a demo. Pure: the same parameters and the same engine give the same bytes; where the demo compares engines, the
 * same `present` ones. Progress counts runs.
 */
export const runDemo = async (
  engine: Engine,
  parameters: DemoParameters,
  onProgress: ReportProgress = () => {},
  present: () => Promise<readonly Engine[]> = presentEngines,
): Promise<DemoResult> => computeAll(await piecesOf(engine, parameters, present), onProgress);

/** A demo in pieces. Nothing is computed yet. */
export async function piecesOf(
  engine: Engine,
  parameters: DemoParameters,
  present: () => Promise<readonly Engine[]> = presentEngines,
): Promise<Pieces> {
  const pieces = await piecesOfCause(engine, parameters, present);
  return { ...pieces, result: (outputs) => withLibrary(withoutValues(pieces.result(outputs))) };
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

async function piecesOfCause(
  engine: Engine,
  parameters: DemoParameters,
  present: () => Promise<readonly Engine[]>,
): Promise<Pieces> {
  const { cause } = parameters;
  switch (cause) {
    case 'all':
      return rankingPieces(engine, parameters);
    case 'butterfly':
      return growthPieces(engine, parameters);
    case 'steadier':
      return averagesPieces(engine, parameters);
    case 'compare':
      return pairedPieces(engine, { ...parameters, cause });
    default:
      return comparisonPieces(engine, { ...parameters, cause }, present);
  }
}
