import { createHash } from 'node:crypto';
import {
  checkParameters,
  demoIds,
  edition,
  runDemo,
  variantsOf,
  type DemoId,
} from '../../src/demos/index.ts';
import {
  createEngine,
  drawBatchOrder,
  drawDropoutMasks,
  drawWeights,
  openStream,
  type Engine,
  type Training,
} from '../../src/lstm/index.ts';

/** Names of what was computed, and the SHA-256 (hex) of the raw float32 results. */
export type Bits = Readonly<Record<string, string>>;

interface Sizes {
  readonly units: number;
  readonly features: number;
  readonly timeSteps: number;
  readonly batch: number;
}

const steps = 20;

const trainings: Readonly<Record<string, (sizes: Sizes) => Partial<Training>>> = {
  plain: () => ({}),
  dropout: ({ batch, features, units }) => {
    const masks = (width: number, index: number) =>
      drawDropoutMasks('bits', index, { samples: batch, units: width, rate: 0.2, count: steps });
    return { inputDropoutMasks: masks(features, 0), recurrentDropoutMasks: masks(units, 1) };
  },
  clipped: () => ({ clipNorm: 0.1 }),
  stateful: () => ({ carryState: true }),
  sgd: () => ({ optimizer: 'sgd' }),
};

const shapes: readonly Sizes[] = [
  { units: 12, features: 1, timeSteps: 12, batch: 32 },
  { units: 33, features: 3, timeSteps: 7, batch: 5 },
];

/** These need many runs: what they train, others train too. */
const longDemos: readonly DemoId[] = ['all', 'steadier'];

const shortDemos = demoIds
  .filter((id) => !longDemos.includes(id))
  .flatMap((cause) => variantsOf(cause).map((variant) => ({ cause, variant, runs: 2, seed: '7' })));

const nameOfDemo = 'demo ';

/** Whether what any demo gives is different, though the edition of the demos is not. */
export const needsEdition = (before: Bits, now: Bits): boolean =>
  before['edition'] === now['edition'] &&
  Object.keys(now).some(
    (name) => name.startsWith(nameOfDemo) && name in before && before[name] !== now[name],
  );

/** Trained weights and outputs of the kernel in many shapes, and whole demos: the same on every machine. */
export async function computeBits(): Promise<Bits> {
  const engine = await createEngine('kernel');
  const bits: Record<string, string> = {};
  for (const sizes of shapes)
    for (const [name, change] of Object.entries(trainings)) {
      const { units, features } = sizes;
      bits[`${units} units, ${features} features, ${name}`] = trainAndHash(engine, sizes, change);
    }
  bits['edition'] = String(edition);
  for (const input of shortDemos) {
    const checked = checkParameters(input);
    if (!checked.ok) throw new Error(`No demo takes ${JSON.stringify(input)}.`);
    // Other engines are not everywhere.
    const { hash } = await runDemo(engine, checked.parameters, undefined, () =>
      Promise.resolve([]),
    );
    bits[`${nameOfDemo}${input.cause}/${input.variant}`] = hash;
  }
  return bits;
}

function trainAndHash(
  engine: Engine,
  sizes: Sizes,
  change: (sizes: Sizes) => Partial<Training>,
): string {
  const { units, features, timeSteps, batch } = sizes;
  const samples = 3 * batch;
  const stream = openStream('bits', 'data', units);
  const normals = (length: number) => Float32Array.from({ length }, () => stream.normal());
  const windows = { values: normals(samples * timeSteps * features), samples, timeSteps, features };
  const weights = engine.train({
    initialWeights: drawWeights('bits', 0, { inputFeatures: features, units }),
    windows,
    targets: normals(samples),
    batchOrder: drawBatchOrder('bits', 0, { samples, batchSize: batch, steps }),
    learningRate: 0.01,
    ...change(sizes),
  });
  const { outputs, finalState } = engine.forward(weights, windows);
  const hash = createHash('sha256');
  for (const values of [...Object.values(weights), outputs, finalState.cellState])
    hash.update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  return hash.digest('hex');
}
