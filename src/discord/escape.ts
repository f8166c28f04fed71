import { truncate } from './limits.ts';

/** The longest piece of somebody's text that we show. */
const longestEcho = 300;

/**
 * Somebody's text as one line of plain text: no markdown, no mention, no link, no code fence. Controls and marks that
 * turn the direction of writing are taken out, so that the text can't rearrange what stands after it.
 */
export function escapeUserText(text: string): string {
  const line = text
    .replace(directionMarks, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    // Half of a pair of UTF-16 units.
    .replace(/\p{Cs}/gu, '\uFFFD')
    .trim();
  // Discord takes a backslash before any ASCII punctuation as "this character itself".
  return truncate(line, longestEcho).replace(/[!-/:-@[-`{-~]/g, String.raw`\$&`);
}

/** What was escaped, as plain text again. */
export const unescape = (text: string): string => text.replace(/\\([!-/:-@[-`{-~])/g, '$1');

/** Embeddings, overrides, isolates and their ends; the letters themselves keep their own direction. */
const directionMarks = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
