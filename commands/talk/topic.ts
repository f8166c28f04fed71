import { isPageId, type PageId } from '../../src/ids.ts';
import { nothingRead, rankByEvidence } from '../../src/evidence/index.ts';
import { questionsOf, stepBack } from '../../src/triage/index.ts';
import { believedOf } from '../ask/believed.ts';
import { mostShown } from '../ask/cause.ts';
import { pagesAt, placeAt, type Place } from '../diagnose/place.ts';
import { readOwner, valuesIn, type Action } from '../framework/action.ts';
import type { Incoming } from '../framework/context.ts';
import type { Services } from '../framework/services.ts';
import type { Topic } from '../memory/topics.ts';
import { actions } from '../parts/actions.ts';

/** A message that is no answer and names more pages than this is a list, and about none of them. */
const mostPages = 5;

/** The answer that somebody refers to: the one they reply to, else the last one they got in this channel. */
export async function topicOf(
  incoming: Incoming,
  { topics }: Pick<Services, 'topics'>,
): Promise<Topic | undefined> {
  const customIds = await incoming.repliedTo();
  const repliedTo = customIds && topicIn(customIds, incoming.publicLocale);
  return repliedTo ?? topics.of(incoming);
}

/**
 * What a message of ours is about, read from its buttons and menus: they outlive a restart. Undefined where it is no answer, no
 * demo, and has no page to read: a greeting leads to a demo and to the triage, and is about nothing.
 */
export function topicIn(
  customIds: readonly string[],
  otherwise: Topic['locale'],
): Topic | undefined {
  const said = <Values>(action: Action<Values>) => valuesIn(action, customIds);
  const [corrected] = [
    ...said(actions.correct),
    ...said(actions.correctByCauses).map(({ evidence, causes }) => ({
      evidence,
      believed: believedOf(causes),
    })),
  ];
  const notIt = said(actions.notIt);
  const marked = [...notIt, ...said(actions.notItHere)];
  const opened = [actions.turnTo, actions.openFix, actions.turnToFix].flatMap<{ page: PageId }>(
    said,
  );
  const listed = said(actions.readAll);
  const demos = said(actions.newSeed).map(({ parameters }) => parameters);
  const place = placeIn(customIds);
  const isAnswer = marked.length > 0 || corrected !== undefined || asksBack(customIds);
  if (!isAnswer && opened.length + listed.length + demos.length === 0) return undefined;
  const named = [
    ...notIt.map(({ page }) => page),
    ...(questionsOf(place.given).length > 0 ? pagesAt(place) : place.preferred),
    ...opened.map(({ page }) => page),
    ...demos.map(({ cause }) => cause),
    ...listed.map(({ page }) => page),
  ];
  const known = unique(named.filter(isPageId));
  const ofAnswer = () => (corrected ? bestOf(corrected) : pagesAt(place));
  const about = known.length > 0 || !isAnswer ? known : ofAnswer();
  if (about.length === 0 || (!isAnswer && about.length > mostPages)) return undefined;
  const [, owner = ''] = (customIds[0] ?? '').split(':');
  const { evidence = nothingRead } = corrected ?? {};
  return {
    pages: about,
    isOpen: isAnswer && marked.length === 0 && corrected === undefined,
    given: place.given,
    excluded: unique([...(place.excluded ?? []), ...evidence.ruledOut]),
    locale: readOwner(owner)?.locale ?? otherwise,
    ...(isAnswer && { evidence }),
    ...(corrected && { believed: corrected.believed }),
  };
}

/** As many as an answer shows. */
const bestOf = ({ evidence, believed }: Required<Pick<Topic, 'evidence' | 'believed'>>): PageId[] =>
  rankByEvidence(evidence, believed.pages)
    .slice(0, mostShown)
    .map(({ id }) => id);

/** Where the triage goes on from there. */
export const placeOf = ({ given, pages, isOpen, excluded }: Topic): Place => ({
  given,
  preferred: isOpen ? [] : pages,
  excluded,
});

/** It holds a question of the triage, or its result. */
const asksBack = (customIds: readonly string[]): boolean =>
  valuesIn(actions.narrow, customIds).length > 0 ||
  valuesIn(actions.triage, customIds).some(({ path }) => questionsOf(path).length > 0);

/** Where a message stands in the triage: as it says itself, else as far as its buttons go on from there. */
function placeIn(customIds: readonly string[]): Place {
  const [itself] = [actions.notItHere, actions.showTriage].flatMap((action) =>
    valuesIn(action, customIds),
  );
  if (itself) return placeAt(itself);
  const places = [actions.narrow, actions.triage]
    .flatMap((action) => valuesIn(action, customIds))
    .map(placeAt)
    .toSorted((a, b) => length(b) - length(a));
  const [first = { given: {}, preferred: [] }, second] = places;
  // Several lead equally far: they are the answers to a question.
  const isAsked = second !== undefined && length(first) === length(second);
  return isAsked ? { ...first, given: stepBack(first.given) } : first;
}

const length = ({ given }: Place): number => questionsOf(given).length;

const unique = (ids: readonly PageId[]): PageId[] => [...new Set(ids)];
