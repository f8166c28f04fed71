import type { CodeReport, Finding } from '../code-check/index.ts';
import type { DemoResult } from '../demos/index.ts';
import { english, type Language } from './en/index.ts';
import type { Locale } from './locales.ts';
import type { Story } from './story.ts';
import type { OutputsCheck, Refusal } from '../outputs-check/index.ts';
import type { SeriesProblem } from '../series/index.ts';
import { tellSeriesProblem } from './tell/own.ts';
import { tellFinding, tellReading, tellUnknown } from './tell/code.ts';
import { tell } from './tell/index.ts';
import { tellOutputs, tellRefusal, type OutputsStory } from './tell/outputs.ts';
import { toTraditional, traditionalWith, type Converted, type Terms } from './traditional.ts';
import { simplified } from './zh-CN/index.ts';

export { languageOf } from './detect.ts';
export { listLinks } from './links.ts';
export { chosenLocale, isLocale, locales, toLocale, type Locale } from './locales.ts';
export {
  amount,
  shorten,
  shortWithInterval,
  summaryFacts,
  valueName,
  withInterval,
} from './numbers.ts';
export { joinLines, type Story } from './story.ts';
export { whyOtherBytes } from './tell/other-bytes.ts';
export type { OutputsStory } from './tell/outputs.ts';
export {
  forgetTables,
  termsInUse,
  toSimplified,
  toTraditional,
  traditionalWith,
  useTerms,
  type Converted,
  type Terms,
} from './traditional.ts';

/** Everything Seedling says that is not a content page: strings, and functions from numbers to strings. */
export interface Words extends Pick<
  Language,
  | 'askCli'
  | 'chart'
  | 'checkCli'
  | 'code'
  | 'compareCli'
  | 'demoCli'
  | 'diagrams'
  | 'evidence'
  | 'outputs'
  | 'outputsCli'
  | 'own'
  | 'replies'
  | 'takeHome'
> {
  /** What was found in a script, what was read of it, and what can't be known from it. */
  readonly tellFinding: (finding: Finding) => string;
  readonly tellReading: (report: CodeReport) => string[];
  readonly tellUnknown: (report: CodeReport) => string[];
  /** The result of a demo in words. */
  readonly tell: (result: DemoResult) => Story;
  /** What somebody's repeated outputs show. */
  readonly tellOutputs: (check: Omit<OutputsCheck, 'outputs'>) => OutputsStory;
  /** Why they can't be read: one sentence. */
  readonly tellRefusal: (refusal: Refusal) => string;
  /** Why a file gives no series: one sentence. */
  readonly tellSeriesProblem: (problem: SeriesProblem) => string;
}

function wordsIn(language: Language): Words {
  const {
    askCli,
    chart,
    checkCli,
    code,
    compareCli,
    demoCli,
    diagrams,
    evidence,
    outputs,
    outputsCli,
    own,
    replies,
    takeHome,
  } = language;
  return {
    askCli,
    chart,
    checkCli,
    code,
    compareCli,
    demoCli,
    diagrams,
    evidence,
    outputs,
    outputsCli,
    own,
    replies,
    takeHome,
    tellFinding: (finding) => tellFinding(finding, language),
    tellReading: (report) => tellReading(report, language),
    tellUnknown: (report) => tellUnknown(report, language),
    tell: (result) => tell(result, language),
    tellOutputs: (check) => tellOutputs(check, language),
    tellRefusal: (refusal) => tellRefusal(refusal, language),
    tellSeriesProblem: (problem) => tellSeriesProblem(problem, language),
  };
}

const inEnglish = wordsIn(english);
const inSimplified = wordsIn(simplified);
const inTraditional = lazily(inSimplified) as Words;

export function wordsFor(locale: Locale): Words {
  switch (locale) {
    case 'en':
      return inEnglish;
    case 'zh-CN':
      return inSimplified;
    case 'zh-TW':
      return inTraditional;
  }
}

/**
 * The same words with every string in traditional Chinese, also those that functions return. A string is converted when it
 * is read: most never are, and the terms may change while the bot runs.
 */
function lazily(words: unknown): unknown {
  if (typeof words === 'function')
    return (...inputs: unknown[]) =>
      convert((words as (...inputs: unknown[]) => unknown)(...inputs));
  if (!isRecord(words)) return convert(words);
  return Object.defineProperties(
    {},
    Object.fromEntries(
      Object.entries(words).map(([key, value]) => [key, { enumerable: true, get: getter(value) }]),
    ),
  );
}

/** A record holds no words itself, so one of it does. */
function getter(value: unknown): () => unknown {
  if (!isRecord(value)) return () => lazily(value);
  let made: unknown;
  return () => (made ??= lazily(value));
}

/** All that is said in fixed words, in traditional Chinese with these terms: for `useTerms`. */
export function convertFixed(terms: Terms): Converted {
  const convertText = traditionalWith(terms);
  return new Map(stringsIn(inSimplified).map((text) => [text, convertText(text)]));
}

function stringsIn(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  return isRecord(words) || Array.isArray(words) ? Object.values(words).flatMap(stringsIn) : [];
}

/** Plain data, at once. */
function convert(data: unknown): unknown {
  if (typeof data === 'string') return toTraditional(data);
  if (typeof data === 'function') return lazily(data);
  if (Array.isArray(data)) return data.map(convert);
  if (!isRecord(data)) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, convert(value)]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
