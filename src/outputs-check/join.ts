import type { PageId } from '../ids.ts';
import type { OutputsCheck } from './check.ts';

/** What is needed of a finding in somebody's code: the cause it is about, and when that shows. */
export interface CodeFinding {
  readonly page: PageId | null;
  readonly when: 'call' | 'later-call' | 'process' | 'retraining' | 'gpu' | 'never';
}

/** Whether the numbers show what the code has. */
export type Shown = 'shown' | 'open' | 'not-shown';

export interface Joined<Finding extends CodeFinding> {
  readonly finding: Finding;
  readonly shown: Shown;
}

const order: readonly Shown[] = ['shown', 'open', 'not-shown'];

/** Findings whose cause the numbers show come first, those they contradict last; the order among them stays. */
export function joinCode<Finding extends CodeFinding>(
  findings: readonly Finding[],
  check: Pick<OutputsCheck, 'fits' | 'excludes' | 'trained'>,
): Joined<Finding>[] {
  const joined = findings.map((finding) => ({ finding, shown: shownOf(finding, check) }));
  return order.flatMap((shown) => joined.filter((each) => each.shown === shown));
}

function shownOf(
  { page, when }: CodeFinding,
  { fits, excludes, trained }: Pick<OutputsCheck, 'fits' | 'excludes' | 'trained'>,
): Shown {
  if (when === 'never') return 'not-shown';
  // Calls of one model are not what a training changes.
  if (when === 'retraining' && trained === 'once') return 'not-shown';
  if (page === null) return 'open';
  if (excludes.some((each) => each.page === page)) return 'not-shown';
  return fits.includes(page) ? 'shown' : 'open';
}
