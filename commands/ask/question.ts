import { fold, type Answer } from '../../src/answers/index.ts';
import type { Locale } from '../../src/words/index.ts';
import type { Problems } from '../framework/press.ts';
import type { Services } from '../framework/services.ts';

export const longestQuestion = 1_000;

/** What becomes of a text that asks something. */
export type Asked =
  | { readonly kind: 'refused'; readonly say: (problems: Problems) => string }
  /** A word of the glossary is asked for. */
  | { readonly kind: 'term'; readonly id: string }
  | { readonly kind: 'answered' | 'unknown'; readonly answer: Answer };

/** The same, of somebody who asks for themselves: what they write their code in is known from then on. */
export function readOwnQuestion(
  text: string,
  userId: string,
  services: Pick<Services, 'answer' | 'listener' | 'frameworks'>,
): Asked {
  const asked = readQuestion(text, services);
  const framework = 'answer' in asked ? asked.answer.evidence.framework : undefined;
  if (framework) services.frameworks.note(userId, framework);
  return asked;
}

export function readQuestion(
  text: string,
  { answer, listener }: Pick<Services, 'answer' | 'listener'>,
): Asked {
  const { length } = text;
  if (!text.trim()) return { kind: 'refused', say: (problems) => problems.emptyQuestion };
  if (length > longestQuestion)
    return { kind: 'refused', say: (problems) => problems.longQuestion(length, longestQuestion) };
  const saying = listener.read(text);
  const term = saying?.kind === 'term' ? saying : undefined;
  if (term && !term.isBare) return term;
  const found = answer(text);
  if (found.verdict !== 'unknown') return { kind: 'answered', answer: found };
  return term ?? { kind: 'unknown', answer: found };
}

/** Names a question in the cooldown, however it is written; the answer is in one language. */
export const questionKey = (text: string, { locale }: { readonly locale: Locale }): string =>
  `${locale} ${fold(text)}`;

/** Names the message that is answered. */
export const messageKey = (id: string): string => `message ${id}`;
