import { codeOf } from './code.ts';
import { headings, type WrittenSection } from './headings.ts';
import type { FollowUp, Page } from './page.ts';
import type { Problem } from './problem.ts';

/** A page or a follow-up, and the file it came from. */
export interface Filed<Item extends Page | FollowUp> {
  readonly file: string;
  readonly item: Item;
  /** The whole file, to tell the line of a problem. */
  readonly text: string;
}

/** The first line of a file that begins with this or, after a list's dash, holds it; from 1. */
const lineOf = (text: string, what: string): number =>
  Math.max(
    0,
    text
      .split('\n')
      .findIndex(
        (line) => line.startsWith(what) || (line.startsWith('  - ') && line.includes(what)),
      ),
  ) + 1;

/** Something that doesn't depend on the language. */
interface Fact {
  readonly field: string;
  /** What to look for in the file to tell its line. */
  readonly mark: string;
  readonly value: unknown;
  readonly what?: string;
}

const matter = (field: string, value: unknown): Fact => ({ field, mark: `${field}:`, value });

/** Comments are translated; the code itself is not. */
const code = (field: string, mark: string, text: string): Fact => {
  return { field, mark, value: codeOf(text), what: 'the code, comments apart, ' };
};

function factsOf(item: Page | FollowUp): Fact[] {
  const urls = item.sources.map(({ url }) => url ?? null);
  const sources = matter('sources', urls);
  if ('body' in item) return [sources, matter('see', item.see), code('body', '```', item.body)];
  const written = headings[item.locale === 'en' ? 'en' : 'zh-CN'];
  const sections = Object.entries(written) as [WrittenSection, string][];
  return [
    sources,
    matter('cases', item.cases),
    matter('claims', item.claims),
    matter('under', item.under),
    ...sections.map(([id, heading]) => code(heading, `## ${heading}`, item.sections[id])),
  ];
}

/** What doesn't depend on the language must be the same in both. */
export function findDisagreements<Item extends Page | FollowUp>(
  english: Filed<Item>,
  other: Filed<Item>,
): Problem[] {
  const facts = factsOf(english.item);
  return factsOf(other.item).flatMap(({ field, mark, value, what = '' }, at) => {
    const same = JSON.stringify(value) === JSON.stringify(facts[at]?.value);
    const message = `${what}must be the same as in ${english.file}`;
    return same ? [] : [{ file: other.file, line: lineOf(other.text, mark), field, message }];
  });
}

/** A page that is a special case stands directly under one that is none. */
export function findDeepNesting(pages: readonly Filed<Page>[]): Problem[] {
  const nested = new Set(pages.flatMap(({ item }) => (item.under ? [item.id] : [])));
  return pages.flatMap(({ file, item: { under }, text }) => {
    if (!under || !nested.has(under)) return [];
    const message = `${under} is itself a special case; name the page above it`;
    return [{ file, line: lineOf(text, 'under:'), field: 'under', message }];
  });
}
