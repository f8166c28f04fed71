import type { SectionId } from '../ids.ts';
import type { FollowUp, Page, Term } from './page.ts';

type Convert = (text: string) => string;

/** The traditional Chinese page from the simplified one. Code keeps its letters; addresses are left alone. */
export function derivePage(page: Page, convert: Convert): Page {
  const sections = Object.entries(page.sections).map(([id, text]) => [id, prose(text, convert)]);
  return {
    ...page,
    ...deriveHead(page, convert),
    sections: Object.fromEntries(sections) as Record<SectionId, string>,
  };
}

export const deriveFollowUp = (followUp: FollowUp, convert: Convert): FollowUp => ({
  ...followUp,
  ...deriveHead(followUp, convert),
  body: prose(followUp.body, convert),
  ...(followUp.examples && {
    examples: {
      keras: prose(followUp.examples.keras, convert),
      pytorch: prose(followUp.examples.pytorch, convert),
      tfjs: prose(followUp.examples.tfjs, convert),
    },
  }),
});

export const deriveGlossary = (
  terms: ReadonlyMap<string, Term>,
  convert: Convert,
): Map<string, Term> =>
  new Map(
    [...terms].map(([id, term]) => [
      id,
      {
        ...term,
        name: convert(term.name),
        asked: term.asked.map(convert),
        meaning: prose(term.meaning, convert),
      },
    ]),
  );

/** What pages and follow-ups have in common, in traditional Chinese. */
const deriveHead = ({ title, answer, phrasings, sources }: Page | FollowUp, convert: Convert) => ({
  locale: 'zh-TW' as const,
  title: convert(title),
  answer: prose(answer, convert),
  phrasings: phrasings.map(convert),
  sources: sources.map((source) => ({ ...source, title: convert(source.title) })),
});

/** Fenced blocks are converted too, but only their comments hold Chinese; inline code and links stay. */
const prose = (text: string, convert: Convert): string =>
  text
    .split(/(`[^`\n]+`|\]\([^)]*\))/)
    .map((part, at) => (at % 2 === 0 ? convert(part) : part))
    .join('');
