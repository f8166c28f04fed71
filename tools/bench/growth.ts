import type { Engine } from '../../src/lstm/index.ts';
import { repeatDemo } from './demo.ts';
import { engineStepper } from './engines.ts';
import { timeInTurn, type Effort, type Timing } from './timing.ts';
import { gigaflops, usual, type Sizes } from './workload.ts';

/** How the kernel's time grows with one size while the others stay. */
export type GrowthEntry = StepGrowth | DemoGrowth;

/** A training step. */
interface StepGrowth extends Timing, Sizes {
  readonly of: 'step';
  readonly varied: keyof Sizes;
  /** Of the median. */
  readonly gflops: number;
}

/** The demo of the initial weights, without its chart. */
interface DemoGrowth extends Timing {
  readonly of: 'demo';
  readonly varied: 'runs';
  readonly runs: number;
}

export interface Growing {
  readonly units: readonly number[];
  readonly timeSteps: readonly number[];
  readonly batch: readonly number[];
  readonly runs: readonly number[];
}

const base: Sizes = { ...usual, units: 16 };

export async function measureGrowth(
  kernel: Engine,
  growing: Growing,
  effort: Effort,
): Promise<GrowthEntry[]> {
  const entries: GrowthEntry[] = [];
  for (const varied of ['units', 'timeSteps', 'batch'] as const) {
    const sizes = growing[varied].map((value) => ({ ...base, [varied]: value }));
    const runs = new Map(sizes.map((each) => [each, engineStepper(kernel, each)]));
    for (const [each, timing] of await timeInTurn(runs, effort))
      entries.push({
        of: 'step',
        varied,
        ...each,
        ...timing,
        gflops: gigaflops(each, timing.medianMs),
      });
  }
  const demos = new Map(
    growing.runs.map((runs) => [runs, repeatDemo(kernel, { cause: 'initial-weights', runs })]),
  );
  for (const [runs, timing] of await timeInTurn(demos, effort))
    entries.push({ of: 'demo', varied: 'runs', runs, ...timing });
  return entries;
}
