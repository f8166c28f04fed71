import * as english from './en/index.ts';
import type { Locale } from './locales.ts';
import { toTraditional } from './traditional.ts';
import * as simplified from './zh-CN/index.ts';

export { languageOf } from './detect.ts';
export { locales, toLocale, type Locale } from './locales.ts';
export type { Story } from './story.ts';
export { toTraditional } from './traditional.ts';

/** Everything Seedling says that is not a content page: strings, and functions from numbers to strings. */
export type Words = typeof english;

const traditional = convert(simplified) as Words;

export function wordsFor(locale: Locale): Words {
  switch (locale) {
    case 'en':
      return english;
    case 'zh-CN':
      return simplified;
    case 'zh-TW':
      return traditional;
  }
}

/** The same words with every string in traditional Chinese, also those that functions return. */
function convert(words: unknown): unknown {
  if (typeof words === 'string') return toTraditional(words);
  if (typeof words === 'function')
    return (...inputs: unknown[]) =>
      convert((words as (...inputs: unknown[]) => unknown)(...inputs));
  if (Array.isArray(words)) return words.map(convert);
  if (words === null || typeof words !== 'object') return words;
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, convert(value)]));
}
