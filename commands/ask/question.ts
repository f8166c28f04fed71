import type { Answer } from '../../src/answers/index.ts';
import type { Problems } from '../framework/press.ts';
import type { Services } from '../framework/services.ts';

export const longestQuestion = 1_000;

/** What becomes of a text that asks something. */
export type Asked =
  | { readonly kind: 'refused'; readonly say: (problems: Problems) => string }
  | { readonly kind: 'answered' | 'unknown'; readonly answer: Answer };

export function readQuestion(text: string, { answer }: Pick<Services, 'answer'>): Asked {
  const { length } = text;
  if (!text.trim()) return { kind: 'refused', say: (problems) => problems.emptyQuestion };
  if (length > longestQuestion)
    return { kind: 'refused', say: (problems) => problems.longQuestion(length, longestQuestion) };
  const found = answer(text);
  return { kind: found.verdict === 'unknown' ? 'unknown' : 'answered', answer: found };
}
