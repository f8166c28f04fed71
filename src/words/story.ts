import type { CauseId } from '../ids.ts';
import type { ByVariant, VariantId } from '../demos/index.ts';
import type { ComparisonFacts } from './facts.ts';

/** A demo's result in words: what the chart and the message say. Same keys in every language. */
export interface Story {
  /** The finding with its number; at most about 52 Latin characters a line, two lines at most. */
  readonly title: string | readonly string[];
  /** At most two lines of about 76 Latin characters. */
  readonly subtitle: string | readonly string[];
  /**
   * Of a comparison's upper panel (the cause at work) and lower panel (held fixed), of a ranking's rows (each cause
   * alone) and its last row (all together).
   */
  readonly headings: readonly [first: Heading, second: Heading];
  /** What lies along the bottom, where that is not the time. */
  readonly axis?: string;
  /** How it was measured, for those who want to know: a press away. */
  readonly details?: string;
  /** A few sentences with the numbers; Discord markdown. */
  readonly finding: string;
}

/** A title of one or two lines as one; Chinese needs no space between. */
export const joinLines = (title: Story['title']): string =>
  [title].flat().reduce((first, next) => first + (/[\x21-\x7e]$/.test(first) ? ' ' : '') + next);

export interface Heading {
  readonly text: string;
  /** What was measured, e.g. `spread up to 0.21`. */
  readonly measure: string;
}

/** A comparison's story as a language tells it: what the headings measure is the same for all. */
export interface ComparisonStory extends Omit<Story, 'headings'> {
  /** The heading of the cause at work, and of the same held fixed. */
  readonly before: string;
  readonly after: string;
}

/** One story for each variant of each demo. It claims what stands in the facts, and nothing else. */
export type ComparisonStories<Id extends CauseId = CauseId> = ByVariant<
  (facts: ComparisonFacts) => ComparisonStory,
  Id
>;

/** The variants of one trained model, of which two calls can be watched. */
export type WatchedCallsId = Extract<
  VariantId,
  | 'inference'
  | 'length'
  | 'alignment'
  | 'between-calls'
  | 'within-predict'
  | 'not-loaded'
  | 'scaler'
>;

/** What an animation of two calls says of each, and of where the difference comes from. */
export type WatchedCallsWords = Readonly<
  Record<
    WatchedCallsId,
    {
      readonly cause: (label: string) => string;
      readonly held: string;
      readonly enters: string;
    }
  >
>;
