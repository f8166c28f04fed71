import { expect, test } from 'vitest';
import { readBelieved, writeBelieved, type Believed } from '../../src/answers/index.ts';
import { followUpIds, pageIds } from '../../src/ids.ts';

const even: Believed = {
  onTopic: 1,
  pages: pageIds.map((id) => ({ id, probability: 1 / pageIds.length })),
  symptoms: pageIds,
  asksFollowUp: false,
};

test.each<[string, Believed]>([
  ['all pages alike', even],
  ['one page', { ...even, pages: [{ id: 'dropout', probability: 1 }], symptoms: [] }],
  ['no page', { ...even, pages: [], onTopic: 0 }],
  ...followUpIds.flatMap((followUp) =>
    [true, false].map((asksFollowUp): [string, Believed] => [
      `${followUp}, ${asksFollowUp}`,
      { ...even, followUp, asksFollowUp },
    ]),
  ),
])('what words made of a question survives the way through a button: %s', (_, believed) => {
  const code = writeBelieved(believed);
  expect(code.length).toBeLessThanOrEqual(33);
  const read = readBelieved(code);
  expect(read).toMatchObject({ ...believed, pages: expect.any(Array) });
  for (const id of pageIds) {
    const [before, after] = [believed, read].map(
      (each) => each?.pages.find((page) => page.id === id)?.probability ?? 0,
    );
    expect(after).toBeCloseTo(before ?? 0, 3);
  }
  expect(read && writeBelieved(read)).toBe(code);
});

test('a code of before there was a page knows nothing of it', () => {
  const code = writeBelieved(even).slice(0, -2);
  expect(readBelieved(code)?.pages.at(-1)?.probability).toBe(0);
});

test('a code that we did not write is refused', () => {
  for (const wrong of ['', 'dropout', 'z', '0000', '00000g', '0zzz0', `${writeBelieved(even)}00`])
    expect(readBelieved(wrong), wrong).toBeUndefined();
});
