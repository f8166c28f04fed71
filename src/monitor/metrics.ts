import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Meter } from '../meter.ts';

/** What the bot is doing now. */
export interface State {
  /** True while the bot is connected to Discord. */
  readonly gateway: boolean;
  /** Its connections to Discord's gateway; `started` once all have been ready. */
  readonly shards: { readonly ready: number; readonly of: number; readonly started: boolean };
  readonly demos: { readonly running: number; readonly waiting: number; readonly works: boolean };
}

/** All metrics, and the meter that feeds them. `look` gives the state at the time of a request. */
export function createMetrics(look: () => State): { registry: Registry; meter: Meter } {
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
        this.set(read(look()));
      },
    });
  gauge('seedling_demos_running', 'Demos that run.', (state) => state.demos.running);
  gauge('seedling_demos_waiting', 'Demos in the queue.', (state) => state.demos.waiting);
  gauge('seedling_demos_work', '1 if demos can run, else 0.', (state) => Number(state.demos.works));
  gauge('seedling_gateway_connected', '1 while Discord is connected, else 0.', (state) =>
    Number(state.gateway),
  );
  gauge(
    'seedling_shards',
    'Connections to Discord that are to be there.',
    ({ shards }) => shards.of,
  );
  gauge('seedling_shards_ready', 'Those that are.', ({ shards }) => shards.ready);

  return {
    registry,
    meter: {
      acknowledged: (kind, seconds) => acknowledgements.observe({ kind }, seconds),
      answered: (verdict) => answers.inc({ verdict }),
      demoEnded: (cause, outcome, seconds) => demoSeconds.observe({ cause, outcome }, seconds),
      demoRefused: (reason) => refusals.inc({ reason }),
      packetLost: (event) => lostPackets.inc({ event }),
    },
  };
}
