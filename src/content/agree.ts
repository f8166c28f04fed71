import type { FollowUp, Page } from './page.ts';
import type { Problem } from './problem.ts';

/** A page or a follow-up, and the file it came from. */
export interface Filed<Item extends Page | FollowUp> {
  readonly file: string;
  readonly item: Item;
}

/** No phrasing may stand twice: it would pull the answerer both ways. */
export function findRepeatedPhrasings(all: readonly Filed<Page | FollowUp>[]): Problem[] {
  const owners = new Map<string, string>();
  return all.flatMap(({ file, item }) =>
    item.phrasings.flatMap((phrasing) => {
      const folded = phrasing.toLowerCase().replaceAll(/[\s\p{P}]/gu, '');
      const owner = owners.get(folded);
      owners.set(folded, file);
      const message = `"${phrasing}" stands in ${owner} too`;
      return owner ? [{ file, line: 1, field: 'phrasings', message }] : [];
    }),
  );
}

/** What doesn't depend on the language. */
const factsOf = (item: Page | FollowUp): Record<string, unknown> => ({
  sources: item.sources.map(({ url }) => url ?? null),
  ...('body' in item
    ? { see: item.see }
    : { cases: item.cases, claims: item.claims, under: item.under }),
});

/** What doesn't depend on the language must be the same in both. */
export function findDisagreements<Item extends Page | FollowUp>(
  english: Filed<Item>,
  other: Filed<Item>,
): Problem[] {
  const facts = factsOf(english.item);
  return Object.entries(factsOf(other.item)).flatMap(([field, fact]) => {
    const same = JSON.stringify(fact) === JSON.stringify(facts[field]);
    const message = `must be the same as in ${english.file}`;
    return same ? [] : [{ file: other.file, line: 1, field, message }];
  });
}

/** A page that is a special case stands directly under one that is none. */
export function findDeepNesting(pages: readonly Filed<Page>[]): Problem[] {
  const nested = new Set(pages.flatMap(({ item }) => (item.under ? [item.id] : [])));
  return pages.flatMap(({ file, item: { under } }) => {
    if (!under || !nested.has(under)) return [];
    const message = `${under} is itself a special case; name the page above it`;
    return [{ file, line: 1, field: 'under', message }];
  });
}
