import { beforeAll, describe, expect, test } from 'vitest';
import { load, type Load } from '../../tools/load/load.ts';
import { overtakings } from '../../tools/load/report.ts';

const settings = {
  demos: 60,
  users: 20,
  servers: 5,
  workers: 2,
  options: { cause: 'dropout', runs: 2 },
  askEveryMs: 20,
  // So that on a busy machine nothing is late; how soon all comes on a quiet one, npm run load tells.
  acknowledgeWithinMs: 60_000,
};

describe('60 demos at once, of 20 people in 5 servers', () => {
  let seen: Load;
  beforeAll(async () => {
    seen = await load(settings);
  });

  test('are all acknowledged, and none is lost', () => {
    expect(seen.stories.filter(({ acknowledgedMs }) => !Number.isFinite(acknowledgedMs))).toEqual(
      [],
    );
    expect(seen.stories.filter(({ end }) => end === 'failed')).toEqual([]);
    expect(seen.stories.filter(({ end }) => end === 'nothing')).toHaveLength(seen.posted);
  });

  test('cost the bot a few milliseconds each until then, so that one core does for hundreds a second', () => {
    expect(seen.workMs / settings.demos).toBeLessThan(10);
  });

  test('are told their place while they wait; the others are refused in words', () => {
    const results = seen.stories.filter(({ end }) => end === 'result');
    // All but those that started at once.
    expect(results.filter(({ places }) => places.length === 0).length).toBeLessThanOrEqual(
      settings.workers,
    );
    const refused = seen.stories.filter(({ end }) => end === 'refused');
    expect(refused.length).toBeGreaterThan(0);
    for (const { words } of refused) expect(words).toMatch(/\bwaiting\b/);
  });

  test('are limited: two that wait for each person, six for each server', () => {
    const results = seen.stories.filter(({ end }) => end === 'result');
    const most = (key: 'user' | 'server') =>
      Math.max(...results.map((story) => results.filter((one) => one[key] === story[key]).length));
    // Beside those that wait, some run.
    expect(most('user')).toBeLessThanOrEqual(2 + settings.workers);
    expect(most('server')).toBeLessThanOrEqual(6 + settings.workers);
    expect(results.length).toBeGreaterThanOrEqual(6 * settings.servers);
  });

  test('take fair turns: everybody’s first comes before anybody’s second', () => {
    expect(overtakings(seen.stories).length).toBeLessThan(settings.workers);
  });

  test('leave questions answered meanwhile', () => {
    expect(seen.asks.length).toBeGreaterThan(5);
    expect(seen.asks.filter((delay) => !Number.isFinite(delay))).toEqual([]);
  });
});
