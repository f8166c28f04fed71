import { expect, it } from 'vitest';
import { splitLists } from '../src/page/lists.ts';

it('cuts lists out of a text, with the items that belong to items', () => {
  expect(splitLists('before\n- a\n  - b\n- c\nafter')).toEqual([
    { kind: 'text', text: 'before' },
    {
      kind: 'list',
      items: [
        { text: 'a', children: [{ text: 'b', children: [] }] },
        { text: 'c', children: [] },
      ],
    },
    { kind: 'text', text: 'after' },
  ]);
});

it('keeps the number a list begins with, and bullets apart from numbers', () => {
  expect(splitLists('- a\n3. b\n4. c')).toEqual([
    { kind: 'list', items: [{ text: 'a', children: [] }] },
    {
      kind: 'list',
      items: [
        { number: 3, text: 'b', children: [] },
        { number: 4, text: 'c', children: [] },
      ],
    },
  ]);
});

it.each([
  ['code', '```\n- a\n```'],
  ['small print', '-# a'],
  ['emphasis', '*a* b'],
  ['a hyphen', '-a'],
])('leaves %s alone', (_, text) => {
  expect(splitLists(text)).toEqual([{ kind: 'text', text }]);
});
