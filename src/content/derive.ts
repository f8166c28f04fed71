import { toTraditional } from '../words/index.ts';
import type { FollowUp, Page, SectionId } from './page.ts';

/** What pages and follow-ups have in common, in traditional Chinese. */
const deriveHead = ({ title, answer, phrasings, sources }: Page | FollowUp) => ({
  locale: 'zh-TW' as const,
  title: toTraditional(title),
  answer: convertProse(answer),
  phrasings: phrasings.map(toTraditional),
  sources: sources.map((source) => ({ ...source, title: toTraditional(source.title) })),
});

/** The traditional Chinese page from the simplified one. Code keeps its letters; addresses are left alone. */
export function derivePage(page: Page): Page {
  const sections = Object.entries(page.sections).map(([id, text]) => [id, convertProse(text)]);
  return {
    ...page,
    ...deriveHead(page),
    sections: Object.fromEntries(sections) as Record<SectionId, string>,
  };
}

export const deriveFollowUp = (followUp: FollowUp): FollowUp => ({
  ...followUp,
  ...deriveHead(followUp),
  body: convertProse(followUp.body),
});

/** Fenced blocks are converted too, but only their comments hold Chinese; inline code and links stay. */
const convertProse = (text: string): string =>
  text
    .split(/(`[^`\n]+`|\]\([^)]*\))/)
    .map((part, at) => (at % 2 === 0 ? toTraditional(part) : part))
    .join('');
