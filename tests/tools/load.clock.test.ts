import { beforeAll, describe, expect, test } from 'vitest';
import { percentile } from '../../tools/load/figures.ts';
import { load, type Load } from '../../tools/load/load.ts';
import { overtakings } from '../../tools/load/report.ts';
import { startBystander } from '../clock/bystander.ts';

const settings = {
  demos: 60,
  users: 20,
  servers: 5,
  workers: 2,
  options: { cause: 'dropout', runs: 2 },
  askEveryMs: 20,
};

describe('60 demos at once, of 20 people in 5 servers', () => {
  let seen: Load;
  /** What the machine itself cost, which trains meanwhile, in milliseconds. */
  let late: number;
  beforeAll(async () => {
    const bystander = await startBystander();
    seen = await load(settings);
    late = await bystander.leave();
  }, 120_000);

  test('are all acknowledged within a second, and none is lost', () => {
    const delays = seen.stories.map(({ acknowledgedMs }) => acknowledgedMs);
    expect(percentile(delays, 0.99)).toBeLessThan(1_000 + late);
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
    for (const { words } of refused) expect(words).toMatch(/wait already, and no more may/);
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
    expect(percentile(seen.asks, 0.99)).toBeLessThan(500 + late);
  });
});
