import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Meter } from '../meter.ts';

/** What this process is doing now. */
export interface State {
  /** Absent in a worker, which has nothing to do with Discord. */
  readonly discord?: {
    /** True while the bot is connected. */
    readonly gateway: boolean;
    /** Its connections to Discord's gateway; `started` once all have been ready. */
    readonly shards: { readonly ready: number; readonly of: number; readonly started: boolean };
  };
  readonly demos: { readonly running: number; readonly waiting: number; readonly works: boolean };
}

/** The demos of all processes together, where other machines run them. */
export interface Everywhere {
  readonly waiting: number;
  readonly running: number;
  /** How long the one has waited that waits longest; 0 if none does. */
  readonly oldestSeconds: number;
  /** How many each worker runs, by its name. */
  readonly workers: Readonly<Record<string, number>>;
}

export interface Looks {
  /** How it stands at the time of a request. */
  readonly state: () => State;
  /** The same of all processes; undefined while that can't be known. */
  readonly everywhere?: () => Promise<Everywhere | undefined>;
}

export interface Metrics {
  readonly registry: Registry;
  readonly meter: Meter;
  /** Looks at all processes; to be called before the registry is read. */
  readonly lookEverywhere: () => Promise<void>;
}

/** All metrics, and the meter that feeds them. */
export function createMetrics({ state, everywhere }: Looks): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const acknowledgements = new Histogram({
    name: 'seedling_acknowledgement_seconds',
    help: 'From an interaction that reached us until Discord took our answer to it.',
    labelNames: ['kind'],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2, 3],
    registers,
  });
  const answers = new Counter({
    name: 'seedling_answers_total',
    help: 'Questions that were answered, by how sure the answer was.',
    labelNames: ['verdict'],
    registers,
  });
  const demoSeconds = new Histogram({
    name: 'seedling_demo_seconds',
    help: 'From the start of a demo, without its time in the queue, until its end.',
    labelNames: ['cause', 'outcome'],
    buckets: [0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 60, 120],
    registers,
  });
  const refusals = new Counter({
    name: 'seedling_demo_refusals_total',
    help: 'Demos that were not begun, by reason.',
    labelNames: ['reason'],
    registers,
  });
  const lostPackets = new Counter({
    name: 'seedling_unreadable_packets_total',
    help: 'What Discord sent and the bot could not read, by event.',
    labelNames: ['event'],
    registers,
  });
  const gauge = (name: string, help: string, read: (state: State) => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read(state()));
      },
    });
  gauge('seedling_demos_running', 'Demos that run.', ({ demos }) => demos.running);
  gauge('seedling_demos_waiting', 'Demos in the queue.', ({ demos }) => demos.waiting);
  gauge('seedling_demos_work', '1 if demos can run, else 0.', ({ demos }) => Number(demos.works));
  if (state().discord) {
    gauge('seedling_gateway_connected', '1 while Discord is connected, else 0.', ({ discord }) =>
      Number(discord?.gateway),
    );
    gauge(
      'seedling_shards',
      "Connections to Discord's gateway that this process holds.",
      ({ discord }) => discord?.shards.of ?? 0,
    );
    gauge(
      'seedling_shards_ready',
      'Those of them that are ready.',
      ({ discord }) => discord?.shards.ready ?? 0,
    );
  }

  return {
    registry,
    lookEverywhere: everywhere ? gaugesOf(registers, everywhere) : () => Promise.resolve(),
    meter: {
      acknowledged: (kind, seconds) => acknowledgements.observe({ kind }, seconds),
      answered: (verdict) => answers.inc({ verdict }),
      demoEnded: (cause, outcome, seconds) => demoSeconds.observe({ cause, outcome }, seconds),
      demoRefused: (reason) => refusals.inc({ reason }),
      packetLost: (event) => lostPackets.inc({ event }),
    },
  };
}

/** What is the same whichever process is asked. While it can't be known, there is no figure: none is better than an old one. */
function gaugesOf(registers: Registry[], everywhere: NonNullable<Looks['everywhere']>) {
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name, help, labelNames, registers });
  const waiting = gauge('seedling_all_demos_waiting', 'Demos of all processes in the queue.');
  const running = gauge('seedling_all_demos_running', 'Demos of all processes that run.');
  const oldest = gauge(
    'seedling_all_demos_oldest_seconds',
    'How long the demo has waited that waits longest.',
  );
  const byWorker = gauge('seedling_worker_demos_running', 'Demos that a worker runs.', ['worker']);
  return async (): Promise<void> => {
    const seen = await everywhere();
    byWorker.reset();
    if (!seen) return void [waiting, running, oldest].map((one) => one.remove());
    waiting.set(seen.waiting);
    running.set(seen.running);
    oldest.set(seen.oldestSeconds);
    for (const [worker, demos] of Object.entries(seen.workers)) byWorker.set({ worker }, demos);
  };
}
