import { stepper, type Contestant, type Field } from './engines.ts';
import { timeInTurn, type Effort, type Timing } from './timing.ts';
import { gigaflops, usual } from './workload.ts';

/** One whole training step: LSTM, dense layer, squared error, Adam. */
export interface StepEntry extends Timing {
  readonly engine: Contestant;
  readonly units: number;
  /** Of the median. */
  readonly gflops: number;
}

export async function measureSteps(
  field: Field,
  units: readonly number[],
  effort: Effort,
): Promise<StepEntry[]> {
  const entries: StepEntry[] = [];
  for (const each of units) {
    const sizes = { ...usual, units: each };
    const runs = new Map(field.names.map((name) => [name, stepper(field, name, sizes)]));
    for (const [engine, timing] of await timeInTurn(runs, effort))
      entries.push({ engine, units: each, ...timing, gflops: gigaflops(sizes, timing.medianMs) });
  }
  return entries;
}
