import { messageOf } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { DemoTask, FinishedDemo } from '../demo.ts';
import type { Outcome, Watch } from '../job.ts';

/** Somebody who waits for a demo. */
export interface Asker {
  readonly watch: Watch;
  readonly outcome: Promise<Outcome<FinishedDemo>>;
  readonly settle: (outcome: Outcome<FinishedDemo>) => void;
  /** What is to be told once they know that the demo is taken in; undefined from then on. */
  early: Said[] | undefined;
}

type Said = (watch: Watch) => void;

/** A demo that waits or runs elsewhere, and those who wait for it in this process. */
export interface Run {
  readonly id: string;
  readonly task: DemoTask;
  readonly askers: Set<Asker>;
  /** 1 is next; 0 runs. */
  place: number;
  /** How often in a row it was not there. */
  missed: number;
}

/** The demos of this process that run elsewhere, by the ids of their jobs, and what their askers are told. */
export class Runs {
  readonly #runs = new Map<string, Run>();
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  all(): readonly Run[] {
    return [...this.#runs.values()];
  }

  get(id: string): Run | undefined {
    return this.#runs.get(id);
  }

  join(id: string, task: DemoTask, watch: Watch): { readonly run: Run; readonly asker: Asker } {
    const run = this.#runs.get(id) ?? { id, task, askers: new Set(), place: 1, missed: 0 };
    const asker = newAsker(watch);
    run.askers.add(asker);
    this.#runs.set(id, run);
    return { run, asker };
  }

  /** How often this person waits for it. */
  timesOf(id: string, { by }: Watch): number {
    const askers = [...(this.#runs.get(id)?.askers ?? [])];
    return by ? askers.filter(({ watch }) => watch.by?.user === by.user).length : 0;
  }

  leave(run: Run, asker: Asker): void {
    run.askers.delete(asker);
    if (run.askers.size === 0) this.#remove(run);
  }

  settle(run: Run, outcome: Outcome<FinishedDemo>): void {
    this.#remove(run);
    for (const { settle } of run.askers) settle(outcome);
    run.askers.clear();
  }

  move(id: string, place: number): void {
    const run = this.#runs.get(id);
    if (!run || run.place === place) return;
    run.place = place;
    this.tell(id, ({ onPosition }) => onPosition?.(place));
  }

  tell(id: string, say: Said): void {
    const run = this.#runs.get(id);
    for (const asker of run?.askers ?? [])
      if (asker.early) asker.early.push(say);
      else this.#tell(run, asker, say);
  }

  /** The job is on its way to whoever asked for it: from now on they are told. */
  begin(run: Run, asker: Asker): void {
    const { early = [] } = asker;
    asker.early = undefined;
    for (const say of early) this.#tell(run, asker, say);
  }

  /** Later, when whoever awaits the job has it. A listener that throws must not end the process. */
  #tell(run: Run | undefined, asker: Asker, say: Said): void {
    setImmediate(() => {
      try {
        if (run?.askers.has(asker)) say(asker.watch);
      } catch (error) {
        this.#log.error(`A listener of a job threw: ${messageOf(error)}`);
      }
    });
  }

  #remove(run: Run): void {
    if (this.#runs.get(run.id) === run) this.#runs.delete(run.id);
  }
}

function newAsker(watch: Watch): Asker {
  let settle!: Asker['settle'];
  const outcome = new Promise<Outcome<FinishedDemo>>((resolve) => {
    settle = resolve;
  });
  return { watch, outcome, settle, early: [] };
}
