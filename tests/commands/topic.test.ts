import { expect, test } from 'vitest';
import { actions } from '../../commands/parts/actions.ts';
import { pageIds } from '../../src/ids.ts';
import { topicIn } from '../../commands/talk/topic.ts';

const owner = 'abc-s';
const { readAll, startDemo, triage, notIt, pick } = actions;

test('a message of ours is about the pages that its buttons name, the best first, in its language', () => {
  const ids = [
    startDemo.id(owner, { cause: 'floating-point' }),
    triage.id(owner, { path: {}, preferred: ['floating-point', 'dropout'] }),
    notIt.id(owner, { page: 'gpu-kernels' }),
  ];
  expect(topicIn(ids, 'en')).toEqual({
    pages: ['gpu-kernels', 'floating-point', 'dropout'],
    locale: 'zh-CN',
  });
});

test('a message without pages, or with a list of them, is about none', () => {
  expect(topicIn([pick.id(owner, {})], 'en')).toBeUndefined();
  expect(topicIn([], 'en')).toBeUndefined();
  expect(
    topicIn(
      pageIds.map((page) => readAll.id(owner, { page })),
      'en',
    ),
  ).toBeUndefined();
});
