import { drawDropoutMasks, openStream, type Engine } from '../../src/lstm/index.ts';
import { checkTable, type SignatureId } from '../../src/outputs-check/index.ts';
import { mostValues, openSource } from './source.ts';

export interface Alarms {
  readonly files: number;
  readonly found: Readonly<Record<'settled' | 'settling' | 'ordered', number>>;
}

/** Pools of outputs that have no order: of models trained anew, and of one model with dropout left on. */
const poolSize = 40;
const pools = 12;

/** How often an order is found where there is none: runs drawn from the pools, 4 to 20 of 1 to 60 values. */
export function falseAlarms(engine: Engine, half: string, files: number): Alarms {
  const all = Array.from({ length: pools }, (_, at) =>
    poolOf(engine, `${half}-pool-${at}`, at % 2 === 0),
  );
  const found = { settled: 0, settling: 0, ordered: 0 };
  const stream = openStream(half, 'settings', 1);
  for (let file = 0; file < files; file++) {
    const pool = all[file % pools] ?? [];
    const runs = 4 + Math.floor(17 * stream.uniform());
    const values = 1 + Math.floor(mostValues * stream.uniform());
    const rows = stream
      .permutation(poolSize)
      .slice(0, runs)
      .map((at) => (pool[at] ?? []).slice(0, values));
    const checked = checkTable({ rows, rowsAre: 'runs', floor: 0 });
    if (checked.ok && isOrder(checked.check.signature)) found[checked.check.signature]++;
  }
  return { files, found };
}

const isOrder = (signature: SignatureId): signature is keyof Alarms['found'] =>
  signature === 'settled' || signature === 'settling' || signature === 'ordered';

function poolOf(engine: Engine, seed: string, retrained: boolean): number[][] {
  const source = openSource(engine, seed, 'pool');
  return Array.from({ length: poolSize }, (_, run) => {
    if (retrained)
      return source.predict(
        source.retrain((recipe) => ({ ...recipe, weights: 5000 + run, batches: 5000 + run })),
      );
    const units = source.weights.denseKernel.length;
    const draw = { samples: mostValues, units, rate: 0.1, count: 1 };
    const [recurrentDropoutMask] = drawDropoutMasks(seed, 5000 + run, draw);
    return source.predict(source.weights, recurrentDropoutMask ? { recurrentDropoutMask } : {});
  });
}
