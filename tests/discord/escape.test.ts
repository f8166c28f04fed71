import { parse } from 'discord-markdown-parser';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeUserText, unescape } from '../../src/discord/escape.ts';
import { hostileText } from '../hostile/text.ts';
import { holds } from '../hostile/run.ts';

/** The kinds of nodes that Discord's markdown makes of a text. */
const kindsOf = (markdown: string) => new Set(parse(markdown, 'normal').map((node) => node.type));

describe('text that somebody typed', () => {
  test.each([
    ['a ping of everyone', '@everyone @here'],
    [
      'a ping of a person, a role and a channel',
      '<@123456789012345678> <@&123456789012345678> <#1>',
    ],
    ['a code fence', '```js\nalert(1)\n```'],
    ['inline code', 'use `model.predict`'],
    ['bold, italics, underline, strike and spoiler', '**a** *b* __c__ ~~d~~ ||e||'],
    ['a heading', '# big'],
    ['small print', '-# small'],
    ['a quote', '> quoted'],
    ['a link in disguise', '[bank](https://example.com)'],
    ['a bare link', 'https://example.com/a_b_c'],
    ['a custom emoji', '<:seed:123456789012345678>'],
    ['a timestamp', '<t:1700000000:R>'],
    ['a backslash before a star', String.raw`\*not escaped\*`],
  ])('shows %s as plain text', (_, typed) => {
    const shown = escapeUserText(typed);
    expect([...kindsOf(shown)].filter((kind) => kind !== 'text')).toEqual([]);
    const words = parse(shown, 'normal')
      .map((node) => String(node['content'] ?? ''))
      .join('');
    expect(words).toBe(typed.replace(/\s+/g, ' '));
  });

  test('stands in one line', () => {
    expect(escapeUserText('a\r\n\tb\u2028c')).toBe('a b c');
  });

  test('can not turn the direction of what stands after it', () => {
    expect(escapeUserText('\u202Etxt.exe\u202C \u2067abc\u2069')).toBe(String.raw`txt\.exe abc`);
  });

  test('keeps letters of every script, and emoji', () => {
    expect(escapeUserText('لماذا يختلف؟ 为什么 👩‍👩‍👧‍👦')).toBe('لماذا يختلف؟ 为什么 👩‍👩‍👧‍👦');
  });

  test('is cut where it is long', () => {
    expect(escapeUserText('word '.repeat(1_000)).length).toBeLessThanOrEqual(300);
    expect(escapeUserText('`'.repeat(4_000)).length).toBeLessThanOrEqual(600);
  });
});

test('a quote that is read back from a message and shown again stays the same', async () => {
  await holds(1_000, fc.oneof(hostileText, fc.string()), (text) => {
    const shown = escapeUserText(text);
    expect(escapeUserText(unescape(shown))).toBe(shown);
  });
});
