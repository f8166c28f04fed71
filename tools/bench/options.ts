import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { Contestant } from './engines.ts';
import type { Growing } from './growth.ts';
import type { ReplicasPlan } from './replicas/measure.ts';
import { replicaEngines } from './replicas/engines.ts';
import type { Effort } from './timing.ts';
import { firstSentenceOf } from '../../src/errors.ts';

export const usage = `Usage: npm run bench -- [--json] [--quick]

Measures how fast LSTMs are trained and demos are posted on this machine, by Seedling's kernel and, where they are
installed, by TensorFlow.js, PyTorch and JAX, and says which of our aims are met. Takes some minutes; nothing else should
run.

  --json   the figures as one JSON
  --quick  little of each, and not every engine: to see that it works, not how fast
  --help   this text

PyTorch and JAX are measured if python3 can import torch and jax, tfjs-node if the optional package
@tensorflow/tfjs-node is installed.`;

/** What is measured, and how thoroughly. */
export interface Plan {
  /** Not even looked for. */
  readonly leftOut: readonly Contestant[];
  readonly steps: Effort;
  readonly units: readonly number[];
  readonly peakRounds: number;
  readonly demos: Effort;
  /** How often TensorFlow.js runs a demo; 0: not at all. */
  readonly slowDemoRounds: number;
  readonly trainings: number;
  readonly postRounds: number;
  /** Of the large demo that is posted. */
  readonly postRuns: number;
  readonly growing: Growing;
  readonly growth: Effort;
  readonly replicas: ReplicasPlan;
}

const full: Plan = {
  leftOut: [],
  steps: { rounds: 41, roundMs: 20 },
  units: [16, 32, 64],
  peakRounds: 1000,
  demos: { rounds: 11, roundMs: 20 },
  slowDemoRounds: 3,
  trainings: 100,
  postRounds: 15,
  postRuns: 100,
  growing: {
    units: [8, 16, 32, 64, 128],
    timeSteps: [8, 16, 32, 64, 128, 256],
    batch: [1, 2, 4, 8, 16, 32, 64, 128],
    runs: [2, 5, 10, 20, 50, 100, 200],
  },
  growth: { rounds: 21, roundMs: 20 },
  replicas: {
    engines: replicaEngines,
    runs: [1, 10, 100, 200],
    threads: availableParallelism() > 1 ? [1, 2] : [1],
    rounds: 7,
  },
};

const quick: Plan = {
  leftOut: ['tfjs-cpu', 'tfjs-node', 'pytorch-2'],
  steps: { rounds: 2, roundMs: 1 },
  units: [16, 32, 64],
  peakRounds: 20,
  demos: { rounds: 1, roundMs: 1 },
  slowDemoRounds: 0,
  trainings: 1,
  postRounds: 1,
  postRuns: 3,
  growing: { units: [8, 128], timeSteps: [8, 256], batch: [1, 128], runs: [2, 4] },
  growth: { rounds: 1, roundMs: 1 },
  replicas: {
    engines: ['kernel', 'jax-vmap', 'pytorch-batched'],
    runs: [2],
    threads: [1],
    rounds: 1,
  },
};

export type ReadOptions =
  | { readonly kind: 'call'; readonly plan: Plan; readonly json: boolean }
  | { readonly kind: 'help' }
  /** One line. */
  | { readonly kind: 'problem'; readonly problem: string };

export function readOptions(args: readonly string[]): ReadOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        quick: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return { kind: 'help' };
    return { kind: 'call', plan: values.quick ? quick : full, json: values.json };
  } catch (error) {
    return { kind: 'problem', problem: `${firstSentenceOf(error)}. See npm run bench -- --help` };
  }
}
