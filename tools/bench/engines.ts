import {
  nativeProblem,
  presentEngines,
  type Engine,
  type EngineName,
} from '../../src/lstm/index.ts';
import { openPyTorch, type PyTorch } from './pytorch.ts';
import { stockLayers } from './stock-layers.ts';
import type { Repeat } from './timing.ts';
import { randomTraining, type Sizes } from './workload.ts';

export type Contestant = EngineName | 'pytorch-1' | 'pytorch-2';

/** In the order of the table. */
const contestants: readonly Contestant[] = [
  'kernel',
  'tfjs-wasm',
  'tfjs-cpu',
  'tfjs-node',
  'pytorch-1',
  'pytorch-2',
];

const threadsOf: Partial<Record<Contestant, number>> = { 'pytorch-1': 1, 'pytorch-2': 2 };

/** Those of them that this machine has. */
export interface Field {
  readonly engines: ReadonlyMap<EngineName, Engine>;
  readonly pyTorch: ReadonlyMap<Contestant, PyTorch>;
  readonly names: readonly Contestant[];
  /** One line for each that is not there. */
  readonly missing: readonly string[];
  close(): void;
}

export async function openField(leftOut: readonly Contestant[]): Promise<Field> {
  const wanted = contestants.filter((name) => !leftOut.includes(name));
  const pythons = wanted.flatMap((name) => {
    const threads = threadsOf[name];
    return threads === undefined ? [] : [openPyTorch(threads).then((python) => ({ name, python }))];
  });
  const present = await presentEngines(leftOut);
  const engines = new Map(present.map((engine) => [engine.name, engine]));
  const pyTorch = new Map<Contestant, PyTorch>();
  for (const { name, python } of await Promise.all(pythons)) if (python) pyTorch.set(name, python);
  const isPresent = (name: Contestant) => engines.has(name as EngineName) || pyTorch.has(name);
  return {
    engines,
    pyTorch,
    names: wanted.filter(isPresent),
    missing: wanted.filter((name) => !isPresent(name)).map(whyNotMeasured),
    close: () => pyTorch.forEach((python) => python.close()),
  };
}

const whyNotMeasured = (name: Contestant): string => {
  const problem = name === 'tfjs-node' ? nativeProblem() : undefined;
  return `Not measured: ${name}${problem === undefined ? `, because ${reasons[name]}.` : `. ${problem}`}`;
};

const noPyTorch = 'there is no python3 that can import torch';
const broken = 'it does not work here';

const reasons: Readonly<Record<Contestant, string>> = {
  kernel: 'WebAssembly has no SIMD here',
  'tfjs-wasm': broken,
  'tfjs-cpu': broken,
  'tfjs-node': 'the optional package @tensorflow/tfjs-node is not installed',
  'pytorch-1': noPyTorch,
  'pytorch-2': noPyTorch,
};

/** TensorFlow.js' own names of its backends. */
const backends: Partial<Record<Contestant, string>> = {
  'tfjs-wasm': 'wasm',
  'tfjs-cpu': 'cpu',
  'tfjs-node': 'tensorflow',
};

/** Training steps as a learner runs them: TensorFlow.js by its stock layers, PyTorch by its modules. */
export function stepper(field: Field, name: Contestant, sizes: Sizes): Repeat {
  const backend = backends[name];
  if (backend !== undefined) return stockLayers(backend, sizes);
  const { units, timeSteps, batch } = sizes;
  const python = field.pyTorch.get(name);
  if (python) return (count) => python.ask('step', units, timeSteps, batch, count);
  const engine = field.engines.get(name as EngineName);
  if (!engine) throw new Error(`${name} is not there.`);
  return engineStepper(engine, sizes);
}

/** Training steps by an engine of ours. */
export function engineStepper(engine: Engine, sizes: Sizes): Repeat {
  return (count) => {
    const training = randomTraining(sizes, count);
    const since = performance.now();
    engine.train(training);
    return (performance.now() - since) / count;
  };
}
