import type { PageId } from '../ids.ts';
import type { Between, Framework, Held, Size } from './evidence.ts';

/** Regular expressions, matched against one folded sentence. */
export type Patterns = readonly string[];

/** `content/evidence.yaml`: how people say what differs. */
export interface Wordings {
  readonly difference: Patterns;
  /** The reverse symptom: everything comes out the same. */
  readonly sameValue: Patterns;
  /** What says of a statement that it is asked or wished for, before or after it, or missing and undone, before it. */
  readonly notStated: {
    readonly asked: Patterns;
    readonly undone: Patterns;
    readonly askedAfter: Patterns;
  };
  readonly between: Readonly<Record<Between, Patterns>>;
  readonly size: Readonly<Record<Size, Patterns>>;
  readonly framework: Readonly<Record<Framework, Patterns>>;
  /** What each cause is called; it stands for `{name}` in the two that follow. */
  readonly names: Readonly<Record<PageId, Patterns>>;
  readonly suspicion: Patterns;
  /** "Does dropout change the output?" */
  readonly effect: Patterns;
  readonly exclusion: Patterns;
  /** How special cases show themselves. */
  readonly symptoms: { readonly [Id in PageId]?: Patterns };
  /** "Is that normal?" */
  readonly normal: Patterns;
  /** The words of which "why is the output different every time?" is made, and nothing else. */
  readonly fork: Patterns;
}

/** One group of `content/ruled-out.yaml`: what the asker says, and which causes that rules out. */
export interface Statement {
  readonly id: string;
  readonly rulesOut: readonly PageId[];
  readonly held?: Held;
  /** One line of code for each framework that shows whether it is so, where there is one. */
  readonly check?: { readonly [In in Framework]?: string };
  readonly patterns: Patterns;
}

/** One regular expression for all of them; it knows small letters only, as a folded question has no others. */
export const anyOf = (patterns: Patterns): RegExp =>
  new RegExp(patterns.map((each) => `(?:${each})`).join('|'), 'gu');
