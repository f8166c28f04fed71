import { describe, expect, test } from 'vitest';
import { compare } from '../../commands/compare.ts';
import type { TypedInputs } from '../../commands/index.ts';
import { formOf, variantsOf } from '../../src/demos/index.ts';
import { locales, wordsFor, type Locale } from '../../src/words/index.ts';
import { fakeConversation, realServices, wordsOf } from './fake-conversation.ts';

const services = realServices();
const { problems } = wordsFor('en').replies;
const fine = { setting: 'learning-rate', a: '0.005', b: '0.02' };
const settings = variantsOf('compare');

describe('/compare, given bad input, says privately in one sentence what to do instead', () => {
  const refused = async (inputs: TypedInputs) => {
    const { conversation, said, events } = fakeConversation();
    await compare.run(inputs, conversation, services);
    expect(events).toEqual([]);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatchObject({ how: 'reply', private: true });
    return said.map(({ reply }) => wordsOf(reply)).join('');
  };

  test.each(['momentum', '', '@everyone', '__proto__', 'x'.repeat(10_000)])(
    'a setting that it cannot compare: %s',
    async (setting) => {
      expect(await refused({ ...fine, setting })).toBe(problems.setting(settings));
    },
  );

  test.each([
    '',
    'x',
    '2',
    '-0.01',
    '1e-2',
    '0.00015',
    'NaN',
    'Infinity',
    '9'.repeat(10_000),
    '🌱',
  ])('the value %s', async (b) => {
    expect(await refused({ ...fine, b })).toBe(problems.values(0.0001, 1, false));
  });

  test('the same value twice, in two spellings', async () => {
    expect(await refused({ ...fine, a: '0.02', b: ' 0,020 ' })).toBe(problems.sameValues);
  });

  test('too many runs, or a seed that is none', async () => {
    expect(await refused({ ...fine, runs: 201 })).toBe(problems.runs(2, 200));
    expect(await refused({ ...fine, seed: 'a.b' })).toBe(problems.seed);
  });

  test('options of the wrong type, which only a forged command has', async () => {
    expect(await refused({ ...fine, a: 0.005 })).toBe(problems.oldCommand);
    expect(await refused({ setting: 'window' })).toBe(problems.oldCommand);
  });
});

describe('the suggestions', () => {
  const suggest = (
    option: string,
    typed: string,
    others: TypedInputs = {},
    locale: Locale = 'en',
  ) => compare.options[option]?.suggest?.(typed, { locale, others }, services) ?? [];

  test.each(locales)('for a setting are all of them, by name, in %s', (locale) => {
    const choices = suggest('setting', '', {}, locale);
    expect(choices.map(({ value }) => value)).toEqual(settings);
    for (const { label, value } of choices) {
      expect(label).not.toBe(value);
      expect(suggest('setting', label, {}, locale)).toEqual([{ label, value }]);
    }
  });

  test.each(settings)(
    'for a value are usual ones of %s, without the one that is taken',
    (setting) => {
      const { choices = [] } = formOf({ cause: 'compare', variant: setting }).compares ?? {};
      const [first, second] = choices;
      expect(suggest('a', '', { setting }).map(({ value }) => value)).toEqual(choices.map(String));
      const others = suggest('b', '', { setting, a: String(first) });
      expect(others.map(({ value }) => value)).toEqual(choices.slice(1).map(String));
      expect(suggest('b', String(second), { setting, a: String(first) })[0]?.value).toBe(
        String(second),
      );
    },
  );

  test('for a value begin with what is typed, where it is possible', () => {
    expect(suggest('a', '0.07', { setting: 'learning-rate' })[0]).toEqual({
      label: '0.07',
      value: '0.07',
    });
    expect(suggest('a', '7', { setting: 'learning-rate' })[0]?.value).not.toBe('7');
  });

  test('for clipping call 0 off', () => {
    expect(suggest('a', '', { setting: 'clipping' })[0]).toEqual({ label: 'off', value: '0' });
  });

  test('for a value are none before a setting is picked', () => {
    expect(suggest('a', '')).toEqual([]);
    expect(suggest('a', '', { setting: 'x' })).toEqual([]);
  });
});
