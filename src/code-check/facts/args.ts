import type { Argument } from '../parse/tree.ts';
import type { Value } from './value.ts';

export interface ReadArgument {
  readonly name: string | null;
  readonly value: Value;
  readonly argument: Argument;
}

/** The arguments of one call. JavaScript's options, an object at the end, count as named ones. */
export class Args {
  readonly all: readonly ReadArgument[];
  /** `f(*args, **options)`: there may be others than those that are seen. */
  readonly isOpen: boolean;

  constructor(all: readonly ReadArgument[]) {
    this.all = all;
    this.isOpen = all.some(({ argument }) => argument.isSpread);
  }

  at(position: number): Value | null {
    const before = this.all.slice(0, position + 1);
    if (before.some(({ argument }) => argument.isSpread)) return null;
    return this.positional[position]?.value ?? null;
  }

  get positional(): readonly ReadArgument[] {
    return this.all.filter(({ name, argument }) => name === null && !argument.isSpread);
  }

  /** By its name, or else by its place if it has one. */
  get(name: string, position?: number): Value | null {
    const named = this.all.find((each) => each.name === name);
    if (named) return named.value;
    const options = this.options?.entries.get(name);
    if (options) return options;
    return position === undefined ? null : this.at(position);
  }

  has(name: string, position?: number): boolean {
    return this.get(name, position) !== null;
  }

  /** Where it stands in the text. */
  spanOf(name: string, position?: number) {
    const found =
      this.all.find((each) => each.name === name) ??
      (position === undefined ? undefined : this.positional[position]);
    return found?.argument.span;
  }

  get values(): readonly Value[] {
    return this.all.map(({ value }) => value);
  }

  private get options() {
    const last = this.all.findLast(({ value }) => value.kind === 'dictionary')?.value;
    return last?.kind === 'dictionary' ? last : undefined;
  }
}
