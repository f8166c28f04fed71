import { expect, test } from 'vitest';
import type { Requester } from '../../src/jobs/job.ts';
import { createQueue, type QueueLimits } from '../../src/jobs/queue.ts';

const boundless: QueueLimits = { all: 1000, user: 1000, server: 1000 };

function open(limits: Partial<QueueLimits> = {}) {
  const told: string[] = [];
  const queue = createQueue<string>({ ...boundless, ...limits }, (item, place) =>
    told.push(`${item}: ${place}`),
  );
  /** An item `a2` is the second one of the person `a`. */
  const join = (item: string, server?: string) => queue.join(item, by(item, server));
  const takeAll = () => Array.from({ length: queue.length() }, () => queue.next()).join(' ');
  return { queue, told, join, takeAll };
}

const by = (item: string, server?: string): Requester => ({ user: item.slice(0, 1), server });

test("everybody's first job comes before anybody's second one", () => {
  const { join, takeAll } = open();
  for (const item of ['a1', 'a2', 'a3', 'b1', 'b2', 'c1']) join(item);
  expect(takeAll()).toBe('a1 b1 c1 a2 b2 a3');
});

test('in a turn, whoever came first is first; those who are served go to the end', () => {
  const { queue, join, takeAll } = open();
  for (const item of ['a1', 'a2', 'b1']) join(item);
  expect(queue.next()).toBe('a1');
  join('c1');
  join('a3');
  expect(takeAll()).toBe('b1 c1 a2 a3');
});

test('who keeps asking cannot hold up the others, however often', () => {
  const { queue, join } = open();
  join('a1');
  join('a2');
  for (const user of 'bcdefg') {
    join(`${user}1`);
    join('a9');
    expect([queue.next(), queue.next()]).toContain(`${user}1`);
  }
});

test('a stream of new people cannot hold up who waits for a second job', () => {
  const { queue, join } = open();
  join('a1');
  join('a2');
  queue.next();
  const served: (string | undefined)[] = [];
  for (let newcomer = 0; newcomer < 40; newcomer += 1) {
    join(String.fromCodePoint(0x4e00 + newcomer));
    served.push(queue.next());
  }
  expect(served).toContain('a2');
  expect(served.indexOf('a2')).toBeGreaterThan(20);
});

test('a job that starts without waiting is a turn, too', () => {
  const { queue, join, takeAll } = open();
  queue.pass(by('a1'));
  join('a2');
  join('b1');
  expect(takeAll()).toBe('b1 a2');
});

test('who was away saves nothing up', () => {
  const { queue, join, takeAll } = open();
  for (let turn = 0; turn < 20; turn += 1) queue.pass(by('a'));
  for (const item of ['a1', 'b1', 'b2', 'b3', 'a2']) join(item);
  expect(takeAll()).toBe('b1 a1 b2 b3 a2');
});

test('a place is told at once, and again when somebody comes or goes before it', () => {
  const { queue, join, told } = open();
  join('a1');
  join('a2');
  join('b1');
  expect(told).toEqual(['a1: 1', 'a2: 2', 'b1: 2', 'a2: 3']);
  expect(['a1', 'b1', 'a2', 'x'].map((item) => queue.placeOf(item))).toEqual([1, 2, 3, 0]);
  told.length = 0;
  queue.leave('b1');
  queue.leave('b1');
  expect(told).toEqual(['a2: 2']);
});

test('who takes a job back loses no turn by it', () => {
  const { queue, join, takeAll } = open();
  for (const item of ['a1', 'a2', 'b1', 'b2']) join(item);
  queue.leave('a1');
  expect(takeAll()).toBe('b1 a2 b2'.split(' ').toSorted().join(' '));
});

test('a person, a server and all together may have so many that wait, and no more', () => {
  const { queue, join } = open({ all: 5, user: 2, server: 3 });
  expect(['a1', 'a2', 'b1'].map((item) => join(item, 'one'))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(join('a3', 'two')).toEqual({ scope: 'user', waiting: 2 });
  expect(join('c1', 'one')).toEqual({ scope: 'server', waiting: 3 });
  // Direct messages belong to no server.
  expect([join('c1'), join('d1')]).toEqual([undefined, undefined]);
  expect(join('e1', 'two')).toEqual({ scope: 'all', waiting: 5 });
  queue.next();
  expect(join('e1', 'one')).toBeUndefined();
});

test('draining takes out all, in their order', () => {
  const { queue, join, told } = open();
  for (const item of ['a1', 'a2', 'b1']) join(item);
  told.length = 0;
  expect(queue.drain()).toEqual(['a1', 'b1', 'a2']);
  expect([queue.length(), told]).toEqual([0, []]);
});
