import { causeIds, type CauseId } from '../../src/causes.ts';
import type { Content, Page } from '../../src/content/index.ts';
import { locales, wordsFor, type Locale } from '../../src/words/index.ts';
import type { Suggest } from './option.ts';
import { fold, mostSimilar, similarity } from './similar.ts';

/** Longer than any name; the rest of a longer text can't matter. */
const longestName = 100;

export function pageOf(content: Content, locale: Locale, id: CauseId): Page {
  const page = content.pages.get(locale)?.get(id);
  if (!page) throw new Error(`There is no page "${id}" in ${locale}.`);
  return page;
}

/** Everything a cause may be called: its id, and its title and short name in every language. */
function namesOf(content: Content, id: CauseId): string[] {
  const ofLocale = (locale: Locale) => [
    wordsFor(locale).replies.causes[id],
    pageOf(content, locale, id).title,
  ];
  return [id, ...locales.flatMap(ofLocale)];
}

export function findCause(content: Content, typed: string): CauseId | undefined {
  const wanted = fold(typed.slice(0, longestName));
  return causeIds.find((id) => namesOf(content, id).some((name) => fold(name) === wanted));
}

export const nearestCauses = (content: Content, typed: string, locale: Locale): string[] =>
  mostSimilar(typed.slice(0, longestName), causeIds, (id) => namesOf(content, id)).map(
    (id) => wordsFor(locale).replies.causes[id],
  );

/** All causes while nothing is typed; then those whose name contains what is typed, else the most similar ones. */
export const suggestCauses: Suggest = (typed, { locale }, { content }) => {
  const wanted = fold(typed.slice(0, longestName));
  const contains = causeIds.filter((id) =>
    namesOf(content, id).some((name) => fold(name).includes(wanted)),
  );
  const ids = contains.length > 0 ? contains : similarTo(content, typed);
  return ids.map((id) => ({ label: pageOf(content, locale, id).title, value: id }));
};

const similarTo = (content: Content, typed: string): CauseId[] =>
  mostSimilar(typed.slice(0, longestName), causeIds, (id) => namesOf(content, id)).filter((id) =>
    namesOf(content, id).some((name) => similarity(typed, name) > 0.1),
  );
