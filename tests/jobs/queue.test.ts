import { describe, expect, test } from 'vitest';
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

describe('who manages messages in a server', () => {
  /** Items in capitals go first. */
  const joinAt = (queue: ReturnType<typeof open>['queue'], item: string, server: string) => {
    const goesFirst = item !== item.toLowerCase();
    return queue.join(item, { user: item.slice(0, 1), server, goesFirst });
  };

  test('goes first there, but lets the others have one of three', () => {
    const { queue, takeAll } = open();
    for (const item of ['a1', 'b1', 'c1', 'T1', 'U1', 'V1']) joinAt(queue, item, 'one');
    expect(takeAll()).toBe('T1 U1 a1 V1 b1 c1');
  });

  test('can ask again and again, and the others still get on', () => {
    const { queue } = open();
    for (const item of ['a1', 'b1']) joinAt(queue, item, 'one');
    const served: (string | undefined)[] = [];
    for (let turn = 0; turn < 6; turn += 1) {
      joinAt(queue, `T${turn}`, 'one');
      served.push(queue.next());
    }
    expect(served).toEqual(['T0', 'T1', 'a1', 'T2', 'T3', 'b1']);
  });

  test('takes nothing from other servers', () => {
    const { queue, takeAll } = open();
    joinAt(queue, 'x1', 'two');
    joinAt(queue, 'a1', 'one');
    joinAt(queue, 'y1', 'two');
    joinAt(queue, 'T1', 'one');
    expect(takeAll()).toBe('x1 T1 y1 a1');
  });

  test('gets in where the server’s places are taken', () => {
    const { queue } = open({ server: 1 });
    expect(joinAt(queue, 'a1', 'one')).toBeUndefined();
    expect(joinAt(queue, 'b1', 'one')).toEqual({ scope: 'server', waiting: 1 });
    expect(joinAt(queue, 'T1', 'one')).toBeUndefined();
  });

  test('can make a job go first that waits already', () => {
    const { queue, takeAll } = open();
    for (const item of ['a1', 'b1', 'c1']) joinAt(queue, item, 'one');
    queue.prefer('c1');
    expect(takeAll()).toBe('c1 a1 b1');
  });
});

describe('a large job', () => {
  test('uses up as many turns as it costs', () => {
    const { queue, join, takeAll } = open();
    queue.pass(by('a'), 3);
    for (const item of ['a2', 'b1', 'b2', 'b3', 'b4', 'b5']) join(item);
    expect(takeAll()).toBe('b1 b2 b3 a2 b4 b5');
  });

  test('takes all the places of its person, and no more', () => {
    const { queue, join } = open({ user: 2, server: 4 });
    expect(queue.join('a1', by('a1', 'one'), 300)).toBeUndefined();
    expect(join('a2', 'one')).toEqual({ scope: 'user', waiting: 1 });
    expect([join('b1', 'one'), join('c1', 'one')]).toEqual([undefined, undefined]);
    expect(join('d1', 'one')).toEqual({ scope: 'server', waiting: 3 });
  });

  test('gets in where nobody waits, whatever it costs', () => {
    const { queue } = open({ all: 1, user: 5 });
    expect(queue.join('a1', by('a1'), 300)).toBeUndefined();
  });
});

test('a server may choose how many of it may wait', () => {
  const { queue } = open({ server: 1 });
  const ask = (user: string) => queue.join(user, { user, server: 'one', serverLimit: 2 });
  expect([ask('a'), ask('b')]).toEqual([undefined, undefined]);
  expect(ask('c')).toEqual({ scope: 'server', waiting: 2 });
});

test('what runs before a job is known, in order', () => {
  const { queue, join } = open();
  for (const item of ['a1', 'a2', 'b1']) join(item);
  expect(queue.before('a2')).toEqual(['a1', 'b1']);
});

test('draining takes out all, in their order', () => {
  const { queue, join, told } = open();
  for (const item of ['a1', 'a2', 'b1']) join(item);
  told.length = 0;
  expect(queue.drain()).toEqual(['a1', 'b1', 'a2']);
  expect([queue.length(), told]).toEqual([0, []]);
});
