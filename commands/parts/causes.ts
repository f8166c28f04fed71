import { isPageId, pageIds, type FollowUpId, type PageId } from '../../src/ids.ts';
import type { Content, FollowUp, Page } from '../../src/content/index.ts';
import { demoIds, type DemoId } from '../../src/demos/index.ts';
import { locales, wordsFor, type Locale } from '../../src/words/index.ts';
import type { Suggest } from '../framework/option.ts';
import { fold, mostSimilar, similarity } from './similar.ts';

/** `overview`: the picture of all causes. */
type Named = PageId | DemoId | 'overview';

/** Longer than any name; the rest of a longer text can't matter. */
const longestName = 100;

/**
 * From this similarity on, a name may be what somebody meant. Typing errors measured 0.57 and more ("temprature" 0.60,
 * "dropuot" 0.63), a part of a Chinese name 0.44; of nonsense, "foo bar" measured 0.22, "weather" 0.32, "bar" 0.40.
 */
const leastSimilar = 0.42;

/** While somebody types, less will do: a suggestion claims nothing. */
const leastSuggested = 0.1;

export function pageOf(content: Content, locale: Locale, id: PageId): Page {
  const page = content.pages.get(locale)?.get(id);
  if (!page) throw new Error(`There is no page "${id}" in ${locale}.`);
  return page;
}

export function followUpOf(content: Content, locale: Locale, id: FollowUpId): FollowUp {
  const followUp = content.followUps.get(locale)?.get(id);
  if (!followUp) throw new Error(`There is no follow-up "${id}" in ${locale}.`);
  return followUp;
}

/** Short: it stands in buttons. */
export function nameOf(id: Named, locale: Locale): string {
  const { causes, overview, studies } = wordsFor(locale).replies;
  if (id === 'overview') return overview.name;
  return isPageId(id) ? causes[id] : studies[id].name;
}

function titleOf(content: Content, locale: Locale, id: Named): string {
  if (isPageId(id)) return pageOf(content, locale, id).title;
  const { overview, studies } = wordsFor(locale).replies;
  return id === 'overview' ? overview.name : studies[id].title;
}

/** Everything a page or a demo may be called: its id, and its title and short name in every language. */
function namesOf(content: Content, id: Named): string[] {
  const ofLocale = (locale: Locale) => [nameOf(id, locale), titleOf(content, locale, id)];
  return [id, ...locales.flatMap(ofLocale)];
}

/** `least`: a similarity. */
const isLike = (content: Content, id: Named, typed: string, least: number): boolean =>
  namesOf(content, id).some((name) => similarity(typed, name) >= least);

/** Ways to find a page or a demo by what somebody typed. */
function finder<Id extends Named>(ids: readonly Id[]) {
  const similarTo = (content: Content, typed: string): Id[] =>
    mostSimilar(typed.slice(0, longestName), ids, (id) => namesOf(content, id));

  const find = (content: Content, typed: string): Id | undefined => {
    const wanted = fold(typed.slice(0, longestName));
    return ids.find((id) => namesOf(content, id).some((name) => fold(name) === wanted));
  };

  /** None for what looks like no name. */
  const nearest = (content: Content, typed: string, locale: Locale): string[] =>
    similarTo(content, typed)
      .filter((id) => isLike(content, id, typed, leastSimilar))
      .map((id) => nameOf(id, locale));

  /**
   * All choices while nothing is typed; then those whose name contains what is typed; if there are none, the most
   * similar ones. An exact match comes first, because Enter takes the first.
   */
  const suggest: Suggest = (typed, { locale }, { content }) => {
    const wanted = fold(typed.slice(0, longestName));
    const contains = ids.filter((id) =>
      namesOf(content, id).some((name) => fold(name).includes(wanted)),
    );
    const similar = () =>
      similarTo(content, typed).filter((id) => isLike(content, id, typed, leastSuggested));
    const exact = find(content, typed);
    const found = contains.length > 0 ? contains : similar();
    const inOrder = found.toSorted((a, b) => Number(b === exact) - Number(a === exact));
    return inOrder.map((id) => ({ label: titleOf(content, locale, id), value: id }));
  };

  return { find, nearest, suggest };
}

export const ofPages = finder<PageId>(pageIds);
/** The pages, and the picture of all of them. */
export const ofCauses = finder<PageId | 'overview'>([...pageIds, 'overview']);
export const ofDemos = finder<DemoId>(demoIds);
