import { constant, constantFrom, nat, oneof, record, tuple, type Arbitrary } from 'fast-check';
import type { Requester } from '../../../src/jobs/job.ts';
import type { QueueLimits } from '../../../src/jobs/queue.ts';

/** What happens to a queue. A job `a2` is the second one of the person `a`. */
export type Step =
  | { readonly do: 'join'; readonly by: Requester; readonly cost?: number }
  | { readonly do: 'next' }
  | { readonly do: 'leave' | 'prefer'; readonly at: number };

const join = (user: string, by: Partial<Requester> = {}, cost = 1): Step => ({
  do: 'join',
  by: { user, ...by },
  cost,
});
const next: Step = { do: 'next' };
const times = (count: number, step: Step): Step[] => Array.from({ length: count }, () => step);
const one = { server: 'one' };
const staff = { server: 'one', goesFirst: true };

/** The cases of tests/jobs/queue.test.ts. */
export const cases: [string, Step[], Partial<QueueLimits>?][] = [
  ['first jobs come before second ones', 'aaabbc'.split('').map((user) => join(user))],
  [
    'who is served goes to the end',
    [join('a'), join('a'), join('b'), next, join('c'), join('a'), ...times(4, next)],
  ],
  [
    'a stream of new people does not hold up a second job',
    [
      join('a'),
      join('a'),
      next,
      ...Array.from({ length: 40 }, (_, at) => [join(`new ${at}`), next]).flat(),
    ],
  ],
  [
    'nothing is saved up',
    [
      ...Array.from({ length: 20 }, () => [join('a'), next]).flat(),
      ...'abbba'.split('').map((user) => join(user)),
      ...times(5, next),
    ],
  ],
  [
    'who takes a job back loses no turn',
    [...'aabb'.split('').map((user) => join(user)), { do: 'leave', at: 0 }, ...times(3, next)],
  ],
  [
    'a person, a server and all have so many places',
    [
      ...'aab'.split('').map((user) => join(user, one)),
      join('a', { server: 'two' }),
      join('c', one),
      join('c'),
      join('d'),
      join('e', { server: 'two' }),
      next,
      join('e', one),
    ],
    { all: 5, user: 2, server: 3 },
  ],
  [
    'staff go first, but leave one of three to the others',
    [
      ...'abc'.split('').map((user) => join(user, one)),
      ...'TUV'.split('').map((user) => join(user, staff)),
      ...times(6, next),
    ],
  ],
  [
    'staff who ask again and again',
    [
      join('a', one),
      join('b', one),
      ...'TTTTTT'.split('').flatMap((user) => [join(user, staff), next]),
      ...times(2, next),
    ],
  ],
  [
    'staff take nothing from other servers',
    [
      join('x', { server: 'two' }),
      join('a', one),
      join('y', { server: 'two' }),
      join('T', staff),
      ...times(4, next),
    ],
  ],
  [
    'staff get in where the places are taken',
    'abT'.split('').map((user) => join(user, user === 'T' ? staff : one)),
    { server: 1 },
  ],
  [
    'a job that waits can be made to go first',
    [...'abc'.split('').map((user) => join(user, one)), { do: 'prefer', at: 2 }, ...times(3, next)],
  ],
  [
    'a large job takes many turns and all places of its person',
    [
      join('a', one, 300),
      join('a', one),
      ...'bbcd'.split('').map((user) => join(user, one)),
      ...times(4, next),
      join('a', one),
      join('b', one, 2.4),
      ...times(3, next),
    ],
    { user: 2, server: 4 },
  ],
  [
    'a server may choose its limit',
    'abc'.split('').map((user) => join(user, { ...one, serverLimit: 2 })),
    { server: 1 },
  ],
];

const requester = record(
  {
    user: constantFrom('a', 'b', 'c', 'T', 'U'),
    server: constantFrom('one', 'two'),
  },
  { requiredKeys: ['user'] },
);
export const anyStep: Arbitrary<Step> = oneof(
  {
    weight: 4,
    arbitrary: tuple(requester, constantFrom(0.3, 1, 1.4, 2, 7)).map(([by, cost]): Step =>
      join(by.user, { ...by, goesFirst: /[TU]/.test(by.user) }, cost),
    ),
  },
  { weight: 3, arbitrary: constant(next) },
  {
    weight: 1,
    arbitrary: record({
      do: constantFrom('leave' as const, 'prefer' as const),
      at: nat(5),
    }),
  },
);
