import { followUpIds, pageIds, type FollowUpId, type PageId } from '../causes.ts';
import type { Content } from '../content/index.ts';

/** The classes that the model tells apart: every page, every follow-up, and questions that are none of ours. */
export type Label = PageId | FollowUpId | 'off-topic';

export const labels: readonly Label[] = [...pageIds, ...followUpIds, 'off-topic'];

export const indexOf = (label: Label): number => labels.indexOf(label);

/** The page above it, or itself. */
export const causeOf = (content: Content, id: PageId): PageId =>
  content.pages.get('en')?.get(id)?.under ?? id;

/** The pages that stand for themselves: these are ranked. */
export const rankedPages = (content: Content): PageId[] =>
  pageIds.filter((id) => causeOf(content, id) === id);
