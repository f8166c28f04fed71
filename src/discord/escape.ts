import { truncate } from './limits.ts';

/** The longest piece of somebody's text that we show. */
const longestEcho = 300;

/**
 * Somebody's text as one line of plain text: no markdown, no mention, no link, no code fence. Control characters and
 * marks that change the writing direction are removed, so that the text can't rearrange what follows it.
 */
export function escapeUserText(text: string): string {
  const line = text
    .replace(directionMarks, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    // A surrogate without its other half is no character.
    .replace(/\p{Cs}/gu, '\uFFFD')
    .trim();
  // In Discord's markdown, a backslash before ASCII punctuation makes it a plain character.
  return truncate(line, longestEcho).replace(/[!-/:-@[-`{-~]/g, String.raw`\$&`);
}

/** Undoes `escapeUserText`'s backslashes. */
export const unescape = (text: string): string => text.replace(/\\([!-/:-@[-`{-~])/g, '$1');

/** Unicode's embeddings, overrides, isolates and their ends. Letters keep their own direction without them. */
const directionMarks = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
