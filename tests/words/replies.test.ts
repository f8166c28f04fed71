import { describe, expect, test } from 'vitest';
import { render } from '../../src/discord/render.ts';
import { locales, wordsFor } from '../../src/words/index.ts';

/** What stands for any input: a name, a number, some names. */
const inputs: readonly unknown[] = ['Dropout', 7, ['Dropout', 'Batch order']];

/** Every string there is, with its path, also those that functions make. */
function everyString(words: unknown, path: string): { path: string; text: string }[] {
  if (typeof words === 'string') return [{ path, text: words }];
  if (typeof words === 'function')
    return everyString(call(words as (...given: unknown[]) => unknown, path), path);
  return Object.entries(words ?? {}).flatMap(([name, value]) =>
    everyString(value, `${path}.${name}`),
  );
}

/** Calls it with the first inputs that it takes: a list has `map`, a number hasn't. */
function call(say: (...given: unknown[]) => unknown, path: string): unknown {
  for (const given of combinations(arityOf(say, path))) {
    try {
      const said = say(...given);
      if (!/undefined|NaN/.test(JSON.stringify(said))) return said;
    } catch {
      // Other inputs then.
    }
  }
  throw new Error(`Nothing was said at ${path}.`);
}

const combinations = (length: number): unknown[][] =>
  length === 0
    ? [[]]
    : combinations(length - 1).flatMap((given) => inputs.map((input) => [...given, input]));

/** Derived functions take any number: the English ones know how many. */
function arityOf(say: (...given: unknown[]) => unknown, path: string): number {
  const original = path
    .split('.')
    .slice(1)
    .reduce<unknown>((words, name) => (words as Record<string, unknown>)[name], english);
  return typeof original === 'function' ? original.length : say.length;
}

const english = wordsFor('en').replies;

describe.each(locales)('every sentence of the replies in %s', (locale) => {
  const sentences = everyString(wordsFor(locale).replies, 'replies');

  test('is there, and as many as in English', () => {
    expect(sentences.map(({ path }) => path)).toEqual(
      everyString(english, 'replies').map(({ path }) => path),
    );
    expect(sentences.filter(({ text }) => text.trim() === '')).toEqual([]);
  });

  test('is a message that Discord takes', () => {
    for (const { path, text } of sentences)
      expect(
        () => render({ blocks: [{ kind: 'text', markdown: text }], tone: 'plain' }),
        path,
      ).not.toThrow();
  });

  test('shows no value that is missing, and no object', () => {
    for (const { path, text } of sentences)
      expect(text, path).not.toMatch(/undefined|\bnull\b|NaN|\[object|function/);
  });
});

test.each(['zh-CN', 'zh-TW'] as const)('in %s nothing is left in English', (locale) => {
  const sentences = everyString(wordsFor(locale).replies, 'replies');
  // What was put in, and code, is the same in every language.
  const ours = (text: string) => text.replaceAll(/Dropout|Batch order|`[^`]*`/g, '');
  const isEnglish = (text: string) => /[A-Za-z]{4,}/.test(text) && !/\p{Script=Han}/u.test(text);
  expect(sentences.filter(({ text }) => isEnglish(ours(text)))).toEqual([]);
});
