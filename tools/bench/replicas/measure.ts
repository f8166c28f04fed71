import { ascending, quantile } from '../../../src/demos/index.ts';
import type { ReplicaEngine } from './engines.ts';
import { openWorkers, type Trained, type Workers } from './workers.ts';

/** Several models trained from given weights and batches to their trained weights. */
export interface ReplicasEntry {
  readonly engine: ReplicaEngine;
  /** How many models. */
  readonly runs: number;
  /** So many processes of one thread each share the models out. */
  readonly threads: number;
  /** Median of the rounds; the first training, in which JAX compiles, is none of them. */
  readonly seconds: number;
  readonly firstSeconds: number;
  /** Processor time of all processes, median. Not more than `seconds` times `threads`, or the threads are not as told. */
  readonly cpuSeconds: number;
  /** Mean squared error of the trained models: about that of the kernel, or the engine does other work. */
  readonly loss: number;
}

export interface ReplicasPlan {
  readonly engines: readonly ReplicaEngine[];
  readonly runs: readonly number[];
  readonly threads: readonly number[];
  readonly rounds: number;
}

export interface MeasuredReplicas {
  readonly replicas: readonly ReplicasEntry[];
  /** One line for each engine that is not there or does other work. */
  readonly missing: readonly string[];
}

type Team = ReadonlyMap<ReplicaEngine, Workers>;

export async function measureReplicas(plan: ReplicasPlan): Promise<MeasuredReplicas> {
  const team = new Map<ReplicaEngine, Workers>();
  const missing: string[] = [];
  try {
    for (const engine of plan.engines) {
      const workers = await openWorkers(engine, Math.max(...plan.threads));
      if (workers) team.set(engine, workers);
      else missing.push(`Not measured: ${engine}, because ${whyMissing(engine)}.`);
    }
    const replicas: ReplicasEntry[] = [];
    for (const threads of plan.threads)
      // A single model can't be shared out.
      for (const runs of plan.runs.filter((each) => each >= threads))
        replicas.push(...(await measureSize(team, { runs, threads }, plan.rounds)));
    const sorted = sortOut(replicas);
    return { ...sorted, missing: [...missing, ...sorted.missing] };
  } finally {
    for (const workers of team.values()) workers.close();
  }
}

const whyMissing = (engine: ReplicaEngine): string =>
  engine === 'kernel'
    ? 'WebAssembly has no SIMD here'
    : `there is no python3 that can import ${engine === 'jax-vmap' ? 'jax' : 'torch'}`;

/** All engines in turn, round after round, so that a slow moment of the machine affects all of them. */
async function measureSize(
  team: Team,
  size: Pick<ReplicasEntry, 'runs' | 'threads'>,
  rounds: number,
): Promise<ReplicasEntry[]> {
  const firsts = new Map<ReplicaEngine, { readonly seconds: number; readonly loss: number }>();
  for (const [engine, workers] of team) {
    await workers.prepare(size.runs, size.threads);
    const { seconds } = await workers.train();
    firsts.set(engine, { seconds, loss: await workers.loss() });
  }
  const times = new Map<ReplicaEngine, Trained[]>();
  for (let round = 0; round < rounds; round++)
    for (const [engine, workers] of team)
      times.set(engine, [...(times.get(engine) ?? []), await workers.train()]);
  return [...firsts].map(([engine, first]) => ({
    engine,
    ...size,
    seconds: median(times.get(engine), ({ seconds }) => seconds),
    firstSeconds: first.seconds,
    cpuSeconds: median(times.get(engine), ({ cpuSeconds }) => cpuSeconds),
    loss: first.loss,
  }));
}

const median = (rounds: readonly Trained[] = [], figure: (round: Trained) => number): number =>
  quantile(ascending(rounds.map(figure)), 0.5);

/** Of the loss. Rounding alone differs, which sixty steps don't blow up so far. */
const tolerance = 0.01;

/** Leaves out who ends elsewhere than the kernel: an engine that does less work would seem fast. */
export function sortOut(entries: readonly ReplicasEntry[]): MeasuredReplicas {
  const kernelLoss = ({ runs, threads, loss }: ReplicasEntry): number =>
    entries.find(
      (entry) => entry.engine === 'kernel' && entry.runs === runs && entry.threads === threads,
    )?.loss ?? loss;
  const isEqual = (entry: ReplicasEntry) =>
    Math.abs(entry.loss / kernelLoss(entry) - 1) <= tolerance;
  const others = entries.filter((entry) => !isEqual(entry));
  return {
    replicas: entries.filter(isEqual),
    missing: others.map(
      (entry) =>
        `Not measured: ${entry.engine} with ${entry.runs} models on ${entry.threads} threads, because they end at a loss of ` +
        `${entry.loss.toFixed(4)}, the kernel's at ${kernelLoss(entry).toFixed(4)}: it does other work.`,
    ),
  };
}
