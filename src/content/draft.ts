import type { Problem } from './problem.ts';

/** Something that must be the same in every language. */
export interface Fact {
  /** The same in every language. */
  readonly id: string;
  /** As told to people. */
  readonly field: string;
  readonly line: number;
  readonly value: unknown;
  /** What of the field it is, if not all of it. */
  readonly what?: string;
}

/** What could be read of a Markdown file, whatever is wrong with it. */
export interface Draft<Item> {
  readonly file: string;
  readonly id: string;
  /** Undefined while something is wrong. */
  readonly item?: Item;
  readonly facts: readonly Fact[];
  readonly problems: readonly Problem[];
}
