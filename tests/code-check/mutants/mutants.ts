import type { PageId } from '../../../src/ids.ts';
import type { When } from '../../../src/code-check/index.ts';
import { find } from './edits.ts';
import { faults } from './faults.ts';
import { scripts, type Script } from './scripts.ts';

/** A script with one fault. What should be found is known from how it was made. */
export interface Mutant extends Script {
  readonly fault: string;
  readonly when: When;
  readonly pages: readonly PageId[];
  /** Lines that a finding may name: the fault, or where it shows. */
  readonly expected: readonly number[];
}

export const mutants: readonly Mutant[] = faults.flatMap(({ name: fault, when, pages, make, at }) =>
  scripts.flatMap(({ name, lines }): Mutant[] => {
    const made = make(lines);
    if (!made || made.join('\n') === lines.join('\n')) return [];
    const expected = at.flatMap((mark) => {
      const found = find(made, mark);
      return found < 0 ? [] : [found + 1];
    });
    return [{ name, lines: made, fault, when, pages, expected }];
  }),
);
