import type { Page } from './page.ts';
import type { Problem } from './problem.ts';

/** A page and the file it came from. */
export interface FiledPage {
  readonly file: string;
  readonly page: Page;
}

/** No phrasing may stand twice: it would pull the answerer both ways. */
export function findRepeatedPhrasings(pages: readonly FiledPage[]): Problem[] {
  const owners = new Map<string, string>();
  return pages.flatMap(({ file, page }) =>
    page.phrasings.flatMap((phrasing) => {
      const folded = phrasing.toLowerCase().replaceAll(/[\s\p{P}]/gu, '');
      const owner = owners.get(folded);
      owners.set(folded, file);
      const message = `"${phrasing}" stands in ${owner} too`;
      return owner ? [{ file, line: 1, field: 'phrasings', message }] : [];
    }),
  );
}

/** What doesn't depend on the language must be the same in both. */
export function findDisagreements(english: FiledPage, other: FiledPage): Problem[] {
  const facts = {
    cases: ({ cases }: Page) => cases,
    claims: ({ claims }: Page) => claims,
    sources: ({ sources }: Page) => sources.map(({ url }) => url ?? null),
  };
  return Object.entries(facts).flatMap(([field, fact]) => {
    const same = JSON.stringify(fact(english.page)) === JSON.stringify(fact(other.page));
    const message = `must be the same as in ${english.file}`;
    return same ? [] : [{ file: other.file, line: 1, field, message }];
  });
}
