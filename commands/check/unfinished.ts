import type { Outcome } from '../../src/jobs/index.ts';
import { wordsFor, type Locale } from '../../src/words/index.ts';

/** The one place where a check that came to no end is put into words. */
export function sayUnfinished(
  outcome: Exclude<Outcome<unknown>, { readonly kind: 'done' }>,
  locale: Locale,
): string {
  const { unfinished } = wordsFor(locale).replies.check;
  switch (outcome.kind) {
    case 'cancelled':
      return unfinished.cancelled;
    case 'timed-out':
      return unfinished.timedOut(outcome.seconds);
    // No check costs more than another.
    case 'too-long':
    case 'busy':
      return unfinished.busy;
    case 'unavailable':
      return unfinished.unavailable(outcome.seconds);
    // Checks never leave this machine.
    case 'unreachable':
    case 'closed':
      return unfinished.closed;
    case 'crashed':
      return unfinished.crashed;
  }
}
