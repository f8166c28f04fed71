import { describe, expect, test } from 'vitest';
import { createCooldown } from '../../commands/memory/cooldown.ts';
import { createTopics } from '../../commands/memory/topics.ts';
import { createRateLimit } from '../../commands/memory/rate-limit.ts';

/** A clock that stands still until it is set. */
function clock() {
  let time = 1;
  return { now: () => time, pass: (seconds: number) => void (time += seconds * 1000) };
}

describe('an answer in a channel', () => {
  test('is found for as many minutes as it is fresh', async () => {
    const { now, pass } = clock();
    const cooldown = createCooldown(10, { now });
    cooldown.keep('1', 'dropout', Promise.resolve('77'));
    pass(599);
    expect(await cooldown.find('1', 'dropout')).toBe('77');
    pass(2);
    expect(await cooldown.find('1', 'dropout')).toBeUndefined();
  });

  test('is waited for while it is on its way, and found in no other channel', async () => {
    const cooldown = createCooldown();
    let arrive = (_id: string) => {};
    cooldown.keep('1', 'dropout', new Promise((resolve) => (arrive = resolve)));
    const found = cooldown.find('1', 'dropout');
    arrive('77');
    expect(await found).toBe('77');
    expect(await cooldown.find('2', 'dropout')).toBeUndefined();
    expect(await cooldown.find('1', 'data-set')).toBeUndefined();
  });

  test('that could not be sent, or was deleted, is not pointed at', async () => {
    const cooldown = createCooldown();
    cooldown.keep('1', 'dropout', Promise.reject(new Error('no permission')));
    expect(await cooldown.find('1', 'dropout')).toBeUndefined();
    cooldown.keep('1', 'dropout', Promise.resolve('77'));
    await cooldown.find('1', 'dropout');
    cooldown.forget('77');
    expect(await cooldown.find('1', 'dropout')).toBeUndefined();
  });

  test('is forgotten with its channel, and no other', async () => {
    const cooldown = createCooldown();
    cooldown.keep('1', 'dropout', Promise.resolve('77'));
    cooldown.keep('11', 'dropout', Promise.resolve('78'));
    cooldown.forgetChannel('1');
    expect(await cooldown.find('1', 'dropout')).toBeUndefined();
    expect(await cooldown.find('11', 'dropout')).toBe('78');
  });
});

describe('the rate limit of one person', () => {
  test('answers so many messages, warns once, then ignores the rest', () => {
    const { now, pass } = clock();
    const limit = createRateLimit({ most: 2, seconds: 60 }, { now });
    const took = () => limit.take('1');
    expect([took(), took(), took(), took()]).toEqual(['answer', 'answer', 'warn', 'ignore']);
    expect(limit.take('2')).toBe('answer');
    pass(61);
    expect(took()).toBe('answer');
  });
});

describe('what an answer was about', () => {
  const topic = {
    pages: ['dropout'],
    isOpen: false,
    given: {},
    excluded: [],
    locale: 'en',
  } as const;
  const ada = { userId: '1', channelId: '7' };

  test('is remembered for ten minutes, for one person in one channel', () => {
    const { now, pass } = clock();
    const topics = createTopics(10, { now });
    topics.note(ada, topic);
    pass(599);
    expect(topics.of(ada)).toEqual(topic);
    expect(topics.of({ ...ada, userId: '2' })).toBeUndefined();
    expect(topics.of({ ...ada, channelId: '8' })).toBeUndefined();
    pass(2);
    expect(topics.of(ada)).toBeUndefined();
  });
});
