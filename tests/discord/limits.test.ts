import { describe, expect, test } from 'vitest';
import type { Block, Button } from '../../commands/index.ts';
import { limits, problemsOf, truncate } from '../../src/discord/limits.ts';

const text = (length: number): Block => ({ kind: 'text', markdown: 'x'.repeat(length) });
const button = (customId: string, label = 'Go'): Button => ({
  label,
  style: 'secondary',
  customId,
});
const problems = (...blocks: Block[]) => problemsOf({ blocks });

const dividers = (count: number) =>
  Array.from({ length: count }, (): Block => ({ kind: 'divider' }));

const select = (count: number, label: string): Block => ({
  kind: 'select',
  customId: 's',
  placeholder: 'p',
  choices: Array.from({ length: count }, (_, at) => ({ label, value: String(at) })),
});

const file = (bytes: number): Block => ({
  kind: 'file',
  bytes: Buffer.alloc(bytes),
  name: 'f',
});

describe('truncate', () => {
  test('leaves a text alone that fits', () => {
    expect(truncate('abc', 3)).toBe('abc');
  });

  test('never exceeds the limit and shows that something is lost', () => {
    expect(truncate('abcdef', 4)).toBe('abc…');
  });

  test('never cuts through what a reader takes for one character', () => {
    const family = '👩‍👩‍👧‍👦';
    expect(truncate(`a${family}${family}`, family.length + 3)).toBe(`a${family}…`);
    expect(truncate(`a${family}${family}`, family.length + 1)).toBe('a…');
  });
});

describe('what Discord would refuse', () => {
  test('nothing, exactly at the limit of text', () => {
    expect(problems(text(limits.text))).toEqual([]);
  });

  test('more text than the limit, over all blocks together', () => {
    expect(problems(text(2_000), text(2_001))).toEqual(['4001 characters of text, at most 4000']);
  });

  test('an empty text', () => {
    expect(problems(text(0))).toEqual(['an empty text']);
  });

  test('a custom_id that is too long, and one that is used twice', () => {
    const long = 'x'.repeat(101);
    expect(problems({ kind: 'buttons', buttons: [button(long)] })).toHaveLength(1);
    expect(problems({ kind: 'buttons', buttons: [button('a'), button('a')] })).toEqual([
      'two parts have the same custom_id',
    ]);
  });

  test('six buttons in a row, and a label that a phone would cut', () => {
    const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => button(id));
    expect(problems({ kind: 'buttons', buttons: six })).toEqual(['6 buttons in a row, at most 5']);
    const wordy = button('a', 'x'.repeat(35));
    expect(problems({ kind: 'buttons', buttons: [wordy] })).toHaveLength(1);
  });

  test('more than forty components, counting the container and the parts of rows', () => {
    expect(problems(...dividers(39))).toEqual([]);
    expect(problems(...dividers(40))).toEqual(['41 components, at most 40']);
    const rows = Array.from({ length: 13 }, (_, row): Block => ({
      kind: 'buttons',
      buttons: [button(`${row}a`), button(`${row}b`)],
    }));
    expect(problems(...rows)).toEqual([]);
    expect(problems({ kind: 'divider' }, ...rows)).toEqual(['41 components, at most 40']);
  });

  test('a select menu with 26 choices or a choice of 101 characters', () => {
    expect(problems(select(25, 'x'.repeat(100)))).toEqual([]);
    expect(problems(select(26, 'x'))).toEqual(['26 choices, at most 25']);
    expect(problems(select(1, 'x'.repeat(101)))).toHaveLength(1);
  });

  test('files of more than 10 MiB together', () => {
    expect(problems(file(limits.files))).toEqual([]);
    expect(problems(file(limits.files), file(1))).toHaveLength(1);
  });
});
