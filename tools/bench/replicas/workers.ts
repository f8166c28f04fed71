import { join } from 'node:path';
import { projectRoot } from '../../../src/root.ts';
import { openLines, type Lines } from '../lines.ts';
import type { ReplicaEngine } from './engines.ts';
import { drawReplicas, toJob } from './job.ts';

const libraryOf = { 'jax-vmap': 'jax', 'pytorch-batched': 'pytorch', 'pytorch-lstm': 'pytorch' };

export interface Trained {
  readonly seconds: number;
  /** Of all processes together. */
  readonly cpuSeconds: number;
}

/** Processes of one engine, one a core, each on one thread. */
export interface Workers {
  /** Of Node.js or of the library. */
  readonly version: string;
  /** Shares the replicas 0 to `runs` out to as many processes as there are threads. */
  prepare(runs: number, threads: number): Promise<void>;
  /** From the order until the last process has trained its replicas. */
  train(): Promise<Trained>;
  /** Of the trained models: mean squared error on all windows, mean over the models. */
  loss(): Promise<number>;
  close(): void;
}

/** Undefined if this machine doesn't have the engine. */
export async function openWorkers(
  engine: ReplicaEngine,
  processes: number,
): Promise<Workers | undefined> {
  const opened = await Promise.all(Array.from({ length: processes }, () => open(engine)));
  const lines = opened.flatMap((each) => each ?? []);
  const [first] = lines;
  if (!first || lines.length < processes) {
    for (const each of lines) each.close();
    return undefined;
  }
  let parts: readonly Part[] = [];
  const askAll = (task: unknown) =>
    Promise.all(parts.map(async ({ worker }) => Number(await ask(worker, task))));
  return {
    version: first.first,
    async prepare(runs, threads) {
      parts = shareOut(lines.slice(0, threads), runs);
      await Promise.all(parts.map((part) => ask(part.worker, jobOf(engine, part))));
    },
    async train() {
      const since = performance.now();
      const cpuSeconds = (await askAll('train')).reduce((sum, each) => sum + each, 0);
      return { seconds: (performance.now() - since) / 1000, cpuSeconds };
    },
    async loss() {
      const losses = await askAll('loss');
      const runs = parts.reduce((sum, { from, to }) => sum + to - from, 0);
      return parts.reduce((sum, { from, to }, i) => sum + (losses[i] ?? 0) * (to - from), 0) / runs;
    },
    close: () => lines.forEach((each) => each.close()),
  };
}

interface Part {
  readonly worker: Lines;
  readonly from: number;
  readonly to: number;
}

const shareOut = (workers: readonly Lines[], runs: number): Part[] =>
  workers.map((worker, i) => ({
    worker,
    from: Math.floor((i * runs) / workers.length),
    to: Math.floor(((i + 1) * runs) / workers.length),
  }));

function open(engine: ReplicaEngine): Promise<Lines | undefined> {
  if (engine !== 'kernel') {
    const script = join(projectRoot, 'tools', 'bench', 'replicas', 'peers.py');
    return openLines('python3', [script, libraryOf[engine]]);
  }
  // Compiled, also for a test that runs the sources.
  const script = join(projectRoot, 'dist', 'tools', 'bench', 'replicas', 'kernel.js');
  return openLines(process.execPath, [script]);
}

const jobOf = (engine: ReplicaEngine, { from, to }: Part) =>
  engine === 'kernel'
    ? { replicas: [from, to] }
    : { engine, prepare: toJob(drawReplicas(to).slice(from)) };

const ask = async (worker: Lines, task: unknown): Promise<unknown> =>
  JSON.parse(await worker.ask(JSON.stringify(task)));
