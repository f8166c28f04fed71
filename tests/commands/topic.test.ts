import { describe, expect, test } from 'vitest';
import { createTopics } from '../../commands/memory/topics.ts';
import { believedOf } from '../../commands/ask/believed.ts';
import { actions } from '../../commands/parts/actions.ts';
import { remember } from '../../commands/talk/remember.ts';
import { topicIn } from '../../commands/talk/topic.ts';
import { nothingRead, type Evidence } from '../../src/evidence/index.ts';
import { pageIds, type PageId } from '../../src/ids.ts';

const owner = 'abc-s';
const {
  allCauses,
  correct,
  correctByCauses,
  narrow,
  notIt,
  notItHere,
  pick,
  readAll,
  startDemo,
  triage,
  turnTo,
} = actions;

describe('a message of ours is about what its buttons say', () => {
  test('the pages, the best first, in its language', () => {
    const ids = [
      startDemo.id(owner, { cause: 'floating-point' }),
      triage.id(owner, { path: {}, preferred: ['floating-point', 'dropout', '-batch-order'] }),
      notIt.id(owner, { page: 'gpu-kernels' }),
    ];
    expect(topicIn(ids, 'en')).toEqual({
      pages: ['gpu-kernels', 'floating-point', 'dropout'],
      isOpen: false,
      given: {},
      excluded: ['batch-order'],
      evidence: nothingRead,
      locale: 'zh-CN',
    });
  });

  test('what was read in the question, and what that rules out', () => {
    const evidence = { ...nothingRead, held: ['eval'], ruledOut: ['dropout'] } as const;
    const believed = believedOf(['carried-state']);
    const topic = topicIn([correct.id(owner, { evidence, believed })], 'en');
    expect(topic).toMatchObject({ excluded: ['dropout'], evidence });
    expect(topic?.pages[0]).toBe('carried-state');
  });

  test('the same of an answer from before its menu held more than the causes', () => {
    const evidence = { ...nothingRead, held: ['eval'], ruledOut: ['dropout'] } as const;
    const old = correctByCauses.id(owner, { evidence, causes: ['carried-state'] });
    expect(topicIn([old], 'en')).toMatchObject({ excluded: ['dropout'], evidence });
  });

  test('what was answered to the triage, where its buttons answer the next question', () => {
    const ids = (['one-process', 'reloaded'] as const).map((where) =>
      narrow.id(owner, { path: { weights: 'same', where }, preferred: ['dropout'] }),
    );
    const back = narrow.id(owner, { path: {}, preferred: ['dropout'] });
    expect(topicIn([...ids, back], 'en')?.given).toEqual({ weights: 'same' });
  });

  test('all that was answered, where the triage is at its end', () => {
    const path = { weights: 'same', where: 'one-process', calls: 'clear', reset: 'equal' } as const;
    const topic = topicIn([notItHere.id(owner, { path, preferred: [] })], 'en');
    expect(topic).toMatchObject({ given: path, isOpen: false });
    expect(topic?.pages[0]).toBe('carried-state');
  });

  test('a message that is no answer, no page and no demo is about nothing', () => {
    const door = [
      triage.id(owner, { path: {}, preferred: [] }),
      startDemo.id(owner, { cause: 'dropout' }),
      allCauses.id(owner, {}),
    ];
    expect(topicIn(door, 'en')).toBeUndefined();
    expect(topicIn([pick.id(owner, {})], 'en')).toBeUndefined();
    expect(topicIn([], 'en')).toBeUndefined();
    const list = pageIds.map((page) => readAll.id(owner, { page }));
    expect(topicIn(list, 'en')).toBeUndefined();
  });
});

describe('what somebody was just told is remembered', () => {
  const ada = { userId: '1', channelId: '7' };
  const evidence = { ...nothingRead, held: ['seed'] } as const;
  const causes = ['dropout', 'carried-state'] as const;
  const saying = (...customIds: string[]) => ({
    blocks: customIds.map(
      (customId) => ({ kind: 'select', customId, placeholder: '', choices: [] }) as const,
    ),
  });
  const after = (...replies: ReturnType<typeof saying>[]) => {
    const topics = createTopics();
    for (const reply of replies) remember(ada, reply, 'en', { topics });
    return topics.of(ada);
  };
  const answerOn = (read: Evidence, pages: readonly PageId[]) =>
    saying(
      correct.id(owner, { evidence: read, believed: believedOf(pages) }),
      ...pages.map((page) => readAll.id(owner, { page })),
    );
  const answer = answerOn(evidence, causes);
  const pageOn = (page: (typeof pageIds)[number]) => saying(turnTo.id(owner, { page }));

  test('a page of its answer goes on about that answer', () => {
    expect(after(answer, pageOn('carried-state'))).toMatchObject({
      pages: ['carried-state', 'dropout'],
      evidence,
    });
  });

  test('a page about something else, or another answer, begins anew', () => {
    expect(after(answer, pageOn('time-steps'))?.evidence).toBeUndefined();
    const another = answerOn(nothingRead, ['dropout']);
    expect(after(answer, another)).toMatchObject({ pages: ['dropout'], evidence: nothingRead });
  });

  test('a greeting in between changes nothing', () => {
    expect(after(answer, saying(startDemo.id(owner, { cause: 'batch-order' })))?.pages).toEqual(
      causes,
    );
  });
});
