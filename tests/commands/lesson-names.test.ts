import { describe, expect, test } from 'vitest';
import { suggestLessons } from '../../commands/lesson/lookup.ts';
import { lessonIds } from '../../src/ids.ts';
import { locales } from '../../src/words/index.ts';
import { realServices } from './fake-conversation.ts';

const services = realServices();

describe.each(locales)('suggestions for a lesson, %s', (locale) => {
  const suggestions = (typed: string) => suggestLessons(typed, { locale, others: {} }, services);

  test('are all of them before anything is typed', () => {
    expect(suggestions('').map(({ value }) => value)).toEqual(lessonIds);
  });

  test('begin with the one whose title or id was typed', () => {
    for (const { label, value } of suggestions('')) {
      expect(suggestions(label)[0]?.value).toBe(value);
      expect(suggestions(value)[0]?.value).toBe(value);
    }
  });
});
