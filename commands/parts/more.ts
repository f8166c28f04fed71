import {
  followUpIds,
  isFollowUpId,
  isPageId,
  type FollowUpId,
  sectionIds,
  type PageId,
  type SectionId,
} from '../../src/ids.ts';
import { wordsFor } from '../../src/words/index.ts';
import { actions } from './actions.ts';
import { followUpOf } from './causes.ts';
import type { Reader } from './reader.ts';
import type { Block } from '../framework/reply.ts';

/** What can be read next: a part of a page, or what people ask once they know the cause. */
export type More =
  { readonly page: PageId; readonly section: SectionId } | { readonly followUp: FollowUpId };

const offered: readonly SectionId[] = [
  'how-to-check',
  'what-happens',
  'fix-pytorch',
  'fix-keras',
  'fix-tensorflowjs',
];

/**
 * A menu below an answer: how to check its causes, the fixes of all but the first, which are buttons, what people ask
 * next.
 */
export function moreMenu(pages: readonly PageId[], reader: Reader): Block {
  const { ask, causes, sections } = wordsFor(reader.locale).replies;
  const ofPages = pages.flatMap((page, place) =>
    offered
      .filter((section) => place > 0 || !section.startsWith('fix-'))
      .map((section) => ({
        label: ask.part(causes[page], sections[section]),
        value: `${page}.${section}`,
      })),
  );
  const ofFollowUps = followUpIds.map((id) => ({
    label: followUpOf(reader.content, reader.locale, id).title,
    value: id,
  }));
  return {
    kind: 'select',
    customId: actions.more.id(reader.owner, {}),
    placeholder: ask.more,
    choices: [...ofPages, ...ofFollowUps],
  };
}

/** What was chosen there; undefined if it is nothing of ours. */
export function readMore(value = ''): More | undefined {
  if (isFollowUpId(value)) return { followUp: value };
  const [page = '', name = '', ...rest] = value.split('.');
  const section = sectionIds.find((id) => id === name);
  return isPageId(page) && section && rest.length === 0 ? { page, section } : undefined;
}
