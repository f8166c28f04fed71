import type { Sure } from '../code-check/index.ts';

/** A finding in somebody's script, as the sentences about it need it. */
export interface Told {
  /** The place at the beginning of a sentence: “Line 30”. */
  readonly Here: string;
  /** The same inside one: “line 30”. */
  readonly here: string;
  /** Another place that it is about, inside a sentence; empty where there is none. */
  readonly there: string;
  readonly third: string;
  /** More places of the same kind, inside a sentence; empty where there are none. */
  readonly others: string;
  readonly name: string;
  readonly value: string;
  readonly sure: Sure;
}
