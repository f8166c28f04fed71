import type { CallExpression } from '../../parse/tree.ts';
import type { Args } from '../args.ts';
import type { Call } from '../facts.ts';
import type { Frame, Machine } from '../machine.ts';
import type { Mark, Value } from '../value.ts';

/** One call of a library, to be understood. */
export interface LibraryCall {
  readonly machine: Machine;
  readonly call: Call;
  readonly path: string;
  /** The last word of the path: `choice` of `numpy.random.choice`. */
  readonly name: string;
  readonly receiver: Value | null;
  readonly args: Args;
  readonly node: CallExpression;
  readonly frame: Frame;
  /** What its arguments and its receiver carry. */
  readonly carried: readonly Mark[];
}

/** What a library's call means for the facts: the value it gives, or null for one like any other. */
export interface Effect {
  readonly paths: RegExp;
  readonly act: (call: LibraryCall) => Value | null;
}
