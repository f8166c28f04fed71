import { toSimplified } from '../words/index.ts';

/** Longest part of a question that is read; Discord's own limit for a message. */
const longestQuestion = 4000;

/**
 * One form for the many ways to write a question: compatibility forms (NFKC), lower case, simplified Chinese; without
 * mentions, emoji codes, addresses, and marks that change the direction of writing.
 */
export function fold(question: string): string {
  const plain = question
    .slice(0, longestQuestion)
    .normalize('NFKC')
    .replaceAll(/<a?[:@#&!/][^>\s]*>|https?:\/\/\S+/g, ' ')
    .replaceAll(/[\p{Cf}\p{Cc}\p{Cs}]/gu, ' ')
    .toLowerCase();
  return toSimplified(plain).replaceAll(/\s+/g, ' ').trim();
}
