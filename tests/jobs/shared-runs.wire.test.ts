import { expect, test } from 'vitest';
import type { Watch } from '../../src/jobs/job.ts';
import { createSharedRuns } from '../../src/jobs/shared-runs.ts';
import { openPool } from './fixtures/pool.ts';
import type { Found, Order } from './fixtures/child.ts';

function open(mostOfOnePerson = 10) {
  const pool = openPool();
  const shared = createSharedRuns<Found>(mostOfOnePerson);
  let started = 0;
  const ask = (order: Order, user: string, watch: Watch = {}) =>
    shared.submit(JSON.stringify(order), { by: { user }, ...watch }, (all) => {
      started += 1;
      return pool.submit(order, all);
    });
  return { pool, ask, started: () => started };
}

const sleep = { do: 'sleep', milliseconds: 400 } as const;
const kindOf = async ({ outcome }: { outcome: Promise<{ kind: string }> }) => (await outcome).kind;

test('who asks for the same while it waits or runs gets the result of the one run', async () => {
  const { ask, started } = open();
  const first = ask({ do: 'report', steps: 3 }, 'a');
  const running = ask(sleep, 'b');
  const waiting = Array.from({ length: 50 }, (_, at) => ask(sleep, `student ${at}`));
  expect(new Set(waiting.map((job) => job.position()))).toEqual(new Set([1]));
  const outcomes = await Promise.all([first, running, ...waiting].map(({ outcome }) => outcome));
  expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['done']));
  expect(started()).toBe(2);
  expect(outcomes.at(-1)).toBe(outcomes[1]);
});

test('all of them hear of its places and its progress', async () => {
  const { ask } = open();
  const told: string[] = [];
  const listen = (name: string): Watch => ({
    onPosition: (place) => told.push(`${name} ${place}`),
    onProgress: ({ done, total }) => done === total && told.push(`${name} done`),
  });
  ask(sleep, 'x');
  const order = { do: 'report', steps: 5 } as const;
  await Promise.all([ask(order, 'a', listen('a')), ask(order, 'b', listen('b'))].map(kindOf));
  expect(told).toEqual(['a 1', 'b 1', 'a 0', 'b 0', 'a done', 'b done']);
});

test('who cancels leaves the others their run; the last one ends it', async () => {
  const { ask, pool } = open();
  const [one, two, three] = ['a', 'b', 'c'].map((user) => ask(sleep, user));
  one?.cancel();
  one?.cancel();
  expect(one && (await kindOf(one))).toBe('cancelled');
  expect(pool.state().running).toBe(1);
  two?.cancel();
  three?.cancel();
  expect(pool.state().running).toBe(0);
  const again = ask(sleep, 'a');
  expect(await kindOf(again)).toBe('done');
});

test('one person can’t ask for the same without end', async () => {
  const { ask } = open(2);
  const jobs = [ask(sleep, 'a'), ask(sleep, 'a'), ask(sleep, 'a'), ask(sleep, 'b')];
  expect(jobs.map(({ refusal }) => refusal)).toEqual([
    undefined,
    undefined,
    { kind: 'busy', scope: 'user', waiting: 2 },
    undefined,
  ]);
  await Promise.all(jobs.map(kindOf));
});

test('who goes first takes the run along that waits already', async () => {
  const { ask } = open();
  const order = { do: 'look' } as const;
  const by = (user: string) => ({ by: { user, server: 'one' } });
  ask(sleep, 'x', by('x'));
  ask({ do: 'report', steps: 1 }, 'y', by('y'));
  const waiting = ask(order, 'a', by('a'));
  expect(waiting.position()).toBe(2);
  ask(order, 'teacher', { by: { user: 'teacher', server: 'one', goesFirst: true } });
  expect(waiting.position()).toBe(1);
  expect(await kindOf(waiting)).toBe('done');
});
