import type { PageId } from '../ids.ts';
import type { Framework } from './facts/index.ts';
import type { Language } from './parse/index.ts';
import type { RuleId } from './rules/ids.ts';

/** When a difference shows: on each call of one trained model, after other calls, in a new process, after training again, on a GPU, or never. */
export const times = ['call', 'later-call', 'process', 'retraining', 'gpu', 'never'] as const;
export type When = (typeof times)[number];

/** For certain, under a condition that the text doesn't show, or perhaps as it should be. */
export type Sure = 'sure' | 'if' | 'maybe';

/** Lines count from 1: of the file, or in a notebook of the code cell (which count from 0). */
export interface Place {
  readonly line: number;
  readonly endLine: number;
  readonly cell?: number;
}

/** Lines of the file, and what would stand there. */
export interface Fix {
  readonly place: Place;
  /** How many lines go: 0 where some are only put in before `place`. */
  readonly removes: number;
  readonly lines: readonly string[];
}

/** What a sentence about a finding needs beside its place. */
export interface Details {
  /** Another place that it is about: the layer, the seed. */
  readonly other?: Place;
  readonly third?: Place;
  readonly name?: string;
  readonly value?: string | number;
}

export interface Finding {
  readonly rule: RuleId;
  readonly page: PageId | null;
  readonly when: When;
  readonly sure: Sure;
  readonly place: Place;
  /** More places of the same kind. */
  readonly others: readonly Place[];
  readonly details: Details;
  /** The line as it stands in the file. */
  readonly quote: string;
  readonly fixes: readonly Fix[];
  /** Where to read that it is so; empty for what was measured here. */
  readonly source: string;
}

/** What the text can't tell. */
export type CannotKnow =
  | { readonly kind: 'files'; readonly names: readonly string[] }
  | { readonly kind: 'seed-helper'; readonly name: string; readonly place: Place }
  | { readonly kind: 'settings' | 'versions' | 'gpu' | 'data' | 'cell-order' | 'rest' };

/** What cleaning did that people should know. */
export type CleaningNote =
  | { readonly kind: 'full-width'; readonly place: Place }
  | { readonly kind: 'long-lines' }
  | { readonly kind: 'open-string'; readonly place: Place };

export interface CodeReport {
  readonly fileName: string;
  /** Null: no code was seen. */
  readonly language: Language | null;
  readonly frameworks: readonly Framework[];
  /** Those that fit what differs first. */
  readonly findings: readonly Finding[];
  /** Findings that say what has no effect. */
  readonly notYourCause: readonly Finding[];
  readonly cannotKnow: readonly CannotKnow[];
  readonly notes: readonly CleaningNote[];
  readonly linesRead: { readonly from: number; readonly to: number; readonly cells?: number };
  /** The parser's time was up, or the text was cut. */
  readonly isCutShort: boolean;
}

export type CodeProblem = 'too-large' | 'not-text' | 'not-a-notebook' | 'empty';

export type Checked =
  | { readonly ok: true; readonly report: CodeReport }
  | { readonly ok: false; readonly problem: CodeProblem };
