import type { SectionId } from '../ids.ts';
import type { Lesson, LessonStep } from '../lessons/index.ts';
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

export const deriveLesson = (lesson: Lesson, convert: Convert): Lesson => ({
  ...lesson,
  locale: 'zh-TW',
  title: convert(lesson.title),
  text: prose(lesson.text, convert),
  steps: lesson.steps.map((step) => deriveStep(step, convert)),
});

function deriveStep(step: LessonStep, convert: Convert): LessonStep {
  const said = {
    title: convert(step.title),
    prompt: prose(step.prompt, convert),
    discussion: prose(step.discussion, convert),
    explanation: prose(step.explanation, convert),
  };
  if (step.kind === 'everybody-trains') return { ...step, ...said };
  const answers = step.answers.map((one) => ({
    ...one,
    answer: prose(one.answer, convert),
    feedback: prose(one.feedback, convert),
  }));
  return { ...step, ...said, answers };
}

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
