import type { Expectation } from '../demos/index.ts';
import type { Statement, Wordings } from '../evidence/index.ts';
import type { CaseId, FollowUpId, LessonId, PageId, PictureId, SectionId } from '../ids.ts';
import type { Lesson } from '../lessons/index.ts';
import type { Framework } from '../evidence/index.ts';
import type { Locale, Terms } from '../words/index.ts';
import type { Told } from './read-told.ts';
import type { sayingIds } from './schema.ts';

/** What one run of the demo must show, before and after the fix. Checked by a test against the real demo. */
export interface Claim {
  readonly variant: string;
  readonly before: Expectation;
  readonly after: Expectation;
}

export interface Source {
  readonly title: string;
  readonly url?: string;
}

export interface Page {
  readonly id: PageId;
  readonly locale: Locale;
  readonly title: string;
  /** The one-line answer. */
  readonly answer: string;
  readonly cases: readonly CaseId[];
  /** The one line of code that matters most; it stands in the section of that framework, too. */
  readonly fix: Readonly<Record<Framework, string>>;
  /** Shown where the page is opened. */
  readonly picture?: PictureId;
  readonly phrasings: readonly string[];
  readonly sources: readonly Source[];
  /** Empty on a page without a demo. */
  readonly claims: readonly Claim[];
  /** The page whose special case this one is. */
  readonly under?: PageId;
  /** Discord markdown, each at most 3,000 characters. */
  readonly sections: Readonly<Record<SectionId, string>>;
}

/** A short page on what people ask next, once they know the cause. */
export interface FollowUp {
  readonly id: FollowUpId;
  readonly locale: Locale;
  readonly title: string;
  /** The one-line answer. */
  readonly answer: string;
  readonly phrasings: readonly string[];
  /** The pages it leads to, best first. */
  readonly see: readonly PageId[];
  readonly picture?: PictureId;
  readonly sources: readonly Source[];
  /** Discord markdown, at most 3,000 characters. */
  readonly body: string;
  /** The same in each framework, with code; each at most 3,000 characters. */
  readonly examples?: Readonly<Record<Framework, string>>;
}

/** What a word means that people ask about. */
export interface Term {
  readonly id: string;
  readonly name: string;
  /** What it is called; only exactly these are it. */
  readonly asked: readonly string[];
  /** One to three sentences, Discord markdown. */
  readonly meaning: string;
  /** The pages and follow-ups that go on, best first. */
  readonly see: readonly (PageId | FollowUpId)[];
}

/** What is said around a question: see `content/conversation.yaml`. */
export type SayingId = (typeof sayingIds)[number];

/** Every page of every language, plus the phrasings of questions we do not answer. */
export interface Content {
  readonly pages: ReadonlyMap<Locale, ReadonlyMap<PageId, Page>>;
  readonly followUps: ReadonlyMap<Locale, ReadonlyMap<FollowUpId, FollowUp>>;
  readonly lessons: ReadonlyMap<Locale, ReadonlyMap<LessonId, Lesson>>;
  readonly ambiguous: readonly Ambiguous[];
  /** How people say what differs, between what, and how much. */
  readonly evidence: Wordings;
  /** What people say they have already tried, or what stays the same, and what that rules out. */
  readonly ruledOut: readonly Statement[];
  readonly offTopic: readonly string[];
  /** Questions by many hands, to learn from. */
  readonly openQuestions: readonly OpenQuestion[];
  readonly glossary: ReadonlyMap<Locale, ReadonlyMap<string, Term>>;
  /** Regular expressions of each, as in `evidence.yaml`. */
  readonly conversation: Readonly<Record<SayingId, readonly string[]>>;
  /** What the conversion to traditional Chinese gets wrong. */
  readonly terms: Terms;
}

/** A question as somebody would ask it, worded by one of many authors. */
export interface OpenQuestion {
  readonly text: string;
  /** The name of its file. */
  readonly author: string;
  /** What answers it, best first; none if it is none of ours. */
  readonly pages: readonly (PageId | FollowUpId)[];
  /** What an expert read in it; undefined where nobody said. */
  readonly told?: Told;
}

/** Questions that several pages answer. */
export interface Ambiguous {
  readonly causes: readonly PageId[];
  readonly phrasings: readonly string[];
}
