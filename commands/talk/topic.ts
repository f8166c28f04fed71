import { isPageId, type PageId } from '../../src/ids.ts';
import { readOwner } from '../framework/action.ts';
import type { Incoming } from '../framework/context.ts';
import type { Services } from '../framework/services.ts';
import type { Topic } from '../memory/topics.ts';
import { actions } from '../parts/actions.ts';

/** A message with buttons for more pages than this is a list, and not an answer. */
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

/** What a message of ours is about, read from its buttons and menus: they outlive a restart. */
export function topicIn(
  customIds: readonly string[],
  otherwise: Topic['locale'],
): Topic | undefined {
  const pages = [...new Set([...customIds.filter(namesTheBest), ...customIds].flatMap(pagesOf))];
  if (pages.length === 0 || pages.length > mostPages) return undefined;
  const [, owner = ''] = (customIds[0] ?? '').split(':');
  return { pages, locale: readOwner(owner)?.locale ?? otherwise };
}

/** Of the pages of an answer, "this was not it" names the best, also where that is a special case. */
const namesTheBest = (customId: string): boolean => customId.startsWith(`${actions.notIt.name}:`);

const pagesOf = (customId: string): PageId[] =>
  customId.split(':').slice(2).join('.').split('.').filter(isPageId);
