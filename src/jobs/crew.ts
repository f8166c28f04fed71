import { messageOf } from '../errors.ts';
import type { Child } from './child.ts';
import type { Parent } from './serve.ts';

/** How a job is divided into pieces. What each of the three gives is a job for a child too. */
export interface Division<Input> {
  /** Asks how many runs each piece is. Undefined for a job that is never divided. */
  plan(input: Input): Input | undefined;
  /** Asks for the outputs of a piece. */
  piece(input: Input, piece: number): Input;
  /** The job itself, with what its pieces gave, in their order. */
  whole(input: Input, outputs: readonly unknown[]): Input;
}

export const undivided: Division<never> = {
  plan: () => undefined,
  piece: (input) => input,
  whole: (input) => input,
};

/** Children that nobody needs at the moment. */
export interface Lender<Input, Result> {
  borrow(): Child<Input, Result> | undefined;
  giveBack(child: Child<Input, Result>): void;
  /** Ends it, because its state is unknown. */
  discard(child: Child<Input, Result>): void;
}

export interface DividedJob<Input, Result> {
  readonly input: Input;
  /** Its own. */
  readonly child: Child<Input, Result>;
  readonly division: Division<Input>;
  readonly lender: Lender<Input, Result>;
  /** Aborts when the job is over. */
  readonly over: AbortSignal;
  /** Hears for how long a helper worked on a piece. */
  readonly helped: (milliseconds: number) => void;
}

/**
 * Does a job on its own child and on all that are free. So that nobody waits for it, a helper is borrowed for one piece, a few
 * runs, and then belongs to whoever waits for a child; and none is lent while a job waits. A helper that fails costs its piece, which
 * the job's own child computes again; a job that ends early ends its helpers. The outputs are put in the order of their pieces,
 * so that it does not matter who computed which.
 */
export async function runDivided<Input, Result>(
  { input, child, division, lender, over, helped }: DividedJob<Input, Result>,
  parent: Parent,
): Promise<Result> {
  const plan = division.plan(input);
  // Safe: a child answers a plan with the runs of each piece.
  const runs = plan ? ((await child.run(plan, parent)) as readonly number[]) : [];
  if (runs.length < 2) return child.run(input, parent);

  const left = runs.map((_, piece) => piece);
  const failed: number[] = [];
  const outputs: unknown[] = [];
  const helpers = new Map<Child<Input, Result>, Promise<void>>();
  const total = runs.reduce((sum, each) => sum + each, 0);
  let done = 0;

  const compute = async (on: Child<Input, Result>, piece: number) => {
    outputs[piece] = await on.run(division.piece(input, piece), parent);
    done += runs[piece] ?? 0;
    parent.report({ done, total });
  };
  const help = async (helper: Child<Input, Result>, piece: number) => {
    const since = performance.now();
    try {
      await compute(helper, piece);
      helped(performance.now() - since);
      lender.giveBack(helper);
    } catch (error) {
      failed.push(piece);
      if (!over.aborted) parent.log(`A process that helped with a job failed. ${messageOf(error)}`);
      lender.discard(helper);
    }
    helpers.delete(helper);
    callHelpers();
  };
  const callHelpers = () => {
    while (left.length > 0 && !over.aborted) {
      const helper = lender.borrow();
      if (!helper) return;
      helpers.set(helper, help(helper, left.pop() ?? 0));
    }
  };
  over.addEventListener('abort', () => {
    for (const helper of helpers.keys()) lender.discard(helper);
  });

  while (left.length + failed.length + helpers.size > 0) {
    const piece = failed.shift() ?? left.shift();
    callHelpers();
    if (piece === undefined) await Promise.race(helpers.values());
    else await compute(child, piece);
  }
  return child.run(division.whole(input, outputs), parent);
}
