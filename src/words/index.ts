import * as english from './en/index.ts';
import type { Locale } from './locales.ts';
import { toTraditional } from './traditional.ts';
import * as simplified from './zh-CN/index.ts';

export { languageOf } from './detect.ts';
export { locales, toLocale, type Locale } from './locales.ts';
export type { Story } from './story.ts';
export { termsInUse, toTraditional, traditionalWith, useTerms, type Terms } from './traditional.ts';

/** Everything Seedling says that is not a content page: strings, and functions from numbers to strings. */
export type Words = typeof english;

const traditional = lazily(simplified) as Words;

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

/**
 * The same words with every string in traditional Chinese, also those that functions return. A string is converted when it
 * is read: most never are, and the terms may change while the bot runs.
 */
function lazily(words: unknown): unknown {
  if (typeof words === 'function')
    return (...inputs: unknown[]) =>
      convert((words as (...inputs: unknown[]) => unknown)(...inputs));
  if (!isRecord(words)) return convert(words);
  return Object.defineProperties(
    {},
    Object.fromEntries(
      Object.entries(words).map(([key, value]) => [
        key,
        { enumerable: true, get: () => lazily(value) },
      ]),
    ),
  );
}

/** Plain data, at once. */
function convert(data: unknown): unknown {
  if (typeof data === 'string') return toTraditional(data);
  if (typeof data === 'function') return lazily(data);
  if (Array.isArray(data)) return data.map(convert);
  if (!isRecord(data)) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, convert(value)]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
