import { toTraditional } from '../words/index.ts';
import type { Page, SectionId } from './page.ts';

/** The traditional Chinese page from the simplified one. Code keeps its letters; addresses are left alone. */
export function derivePage(page: Page): Page {
  const sections = Object.entries(page.sections).map(([id, text]) => [id, convertProse(text)]);
  return {
    ...page,
    locale: 'zh-TW',
    title: toTraditional(page.title),
    answer: toTraditional(page.answer),
    phrasings: page.phrasings.map(toTraditional),
    sources: page.sources.map((source) => ({ ...source, title: toTraditional(source.title) })),
    sections: Object.fromEntries(sections) as Record<SectionId, string>,
  };
}

/** Fenced blocks are converted too, but only their comments hold Chinese; inline code and links stay. */
const convertProse = (text: string): string =>
  text
    .split(/(`[^`\n]+`|\]\([^)]*\))/)
    .map((part, at) => (at % 2 === 0 ? toTraditional(part) : part))
    .join('');
