import type { Job, Outcome, Refusal } from './job.ts';

/** A job that is over before it begins. */
const over = <Result>(outcome: Outcome<Result>, refusal?: Refusal): Job<Result> => ({
  refusal,
  outcome: Promise.resolve(outcome),
  position: () => 0,
  wait: () => undefined,
  prefer: () => {},
  cancel: () => {},
});

/** It never starts. */
export const refused = <Result>(refusal: Refusal): Job<Result> => over(refusal, refusal);

/** Its result is there. */
export const finished = <Result>(outcome: Outcome<Result>): Job<Result> => over(outcome);
