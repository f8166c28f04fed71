import { followUpIds, pageIds, type FollowUpId, type PageId } from '../ids.ts';
import type { Content } from '../content/index.ts';

/** The classes that a question of ours may belong to: every page and every follow-up. */
export type Label = PageId | FollowUpId;

export const labels: readonly Label[] = [...pageIds, ...followUpIds];

export const indexOf = (label: Label): number => labels.indexOf(label);

/** The page above it, or itself. */
export const causeOf = (content: Content, id: PageId): PageId =>
  content.pages.get('en')?.get(id)?.under ?? id;

/** The pages that stand for themselves: these are ranked. */
export const rankedPages = (content: Content): PageId[] =>
  pageIds.filter((id) => causeOf(content, id) === id);
