import type { PageId } from '../../ids.ts';
import type { Facts } from '../facts/index.ts';
import type { Span } from '../parse/tree.ts';
import type { Sure, When } from '../report.ts';
import type { RuleId } from './ids.ts';

/** Text, or what stands at a place of the script. */
export type Piece = string | Span;

/** A change of the text: of some letters, or whole lines before or after a place, indented as it is. */
export type Change =
  | {
      readonly kind: 'edit';
      readonly from: number;
      readonly to: number;
      readonly text: readonly Piece[];
    }
  | {
      readonly kind: 'before' | 'after';
      readonly place: Span;
      readonly lines: readonly (readonly Piece[])[];
    }
  | { readonly kind: 'top'; readonly lines: readonly string[] };

/** One thing that a rule found. */
export interface Found {
  readonly place: Span;
  readonly others?: readonly Span[];
  readonly sure: Sure;
  /** Where it isn't the rule's own. */
  readonly when?: When;
  readonly page?: PageId | null;
  readonly other?: Span | null;
  readonly third?: Span | null;
  readonly name?: string;
  readonly value?: string | number;
  readonly changes?: readonly Change[];
}

/** A rule sees facts, never the text. */
export interface Rule {
  readonly id: RuleId;
  readonly page: PageId | null;
  readonly when: When;
  /** Where to read that it is so. */
  readonly source: string;
  /** Said only where nothing else was found. */
  readonly onlyAlone?: true;
  readonly find: (facts: Facts) => readonly Found[];
}

/** The first of each place: what is read twice (a loop) is found once. */
export function once<Item>(items: readonly Item[], placeOf: (item: Item) => Span): Item[] {
  const seen = new Set<number>();
  return items.filter((item) => {
    const { from } = placeOf(item);
    if (seen.has(from)) return false;
    seen.add(from);
    return true;
  });
}
