import type { FinishedDemo } from '../demo.ts';
import type { Outcome } from '../job.ts';

type Unfinished = Exclude<Outcome<FinishedDemo>, { readonly kind: 'done' }>;

/** How a worker says that a demo came to no result. */
export const writeOutcome = (outcome: Unfinished): string => JSON.stringify(outcome);

/** Anything else BullMQ says, of a job whose workers were gone one after the other. */
export function readOutcome(reason: string): Unfinished {
  try {
    // Safe: only a worker writes JSON there.
    return JSON.parse(reason) as Unfinished;
  } catch {
    return { kind: 'crashed', detail: reason };
  }
}
