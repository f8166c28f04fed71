import type { Requester } from './job.ts';

/** How many may wait: of all, of one person, of one server. */
export interface QueueLimits {
  readonly all: number;
  readonly user: number;
  readonly server: number;
}

/** The limit that is reached, and how many wait under it. */
export interface Full {
  readonly scope: keyof QueueLimits;
  readonly waiting: number;
}

/**
 * The jobs that wait, in fair turns: everybody's first job comes before anybody's second one. Within a turn, they run in
 * order of arrival. `tellPlace` hears the place of each (1 is next) whenever it changes.
 */
export interface Queue<Item> {
  readonly length: () => number;
  /** From 1; 0 if the item doesn't wait here. */
  placeOf(item: Item): number;
  /** Lets the item wait; if it can't, returns the limit that is reached. */
  join(item: Item, by?: Requester): Full | undefined;
  /** Uses up a turn for a job that starts without waiting. */
  pass(by?: Requester): void;
  /** Takes out the item whose turn it is. */
  next(): Item | undefined;
  leave(item: Item): void;
  /** Takes out all items. */
  drain(): readonly Item[];
}

interface Entry<Item> {
  readonly item: Item;
  readonly by: Requester | undefined;
}

export function createQueue<Item>(
  limits: QueueLimits,
  tellPlace: (item: Item, place: number) => void,
): Queue<Item> {
  const turns = createTurns();
  /** In order of arrival. */
  let waiting: readonly Entry<Item>[] = [];
  let order: readonly Item[] = [];

  function update(changed: readonly Entry<Item>[]): void {
    const before = order;
    waiting = changed;
    order = inTurns(waiting, turns);
    for (const [at, item] of order.entries()) if (before[at] !== item) tellPlace(item, at + 1);
  }
  const remove = (gone: Item) => update(waiting.filter(({ item }) => item !== gone));

  return {
    length: () => order.length,
    placeOf: (item) => order.indexOf(item) + 1,
    join(item, by) {
      const full = findFull(waiting, by, limits);
      if (!full) update([...waiting, { item, by }]);
      return full;
    },
    pass: (by) => turns.use(by),
    next() {
      const entry = waiting.find(({ item }) => item === order[0]);
      if (!entry) return undefined;
      turns.use(entry.by);
      remove(entry.item);
      return entry.item;
    },
    leave: remove,
    drain() {
      const all = order;
      update([]);
      return all;
    },
  };
}

function findFull<Item>(
  waiting: readonly Entry<Item>[],
  by: Requester | undefined,
  limits: QueueLimits,
): Full | undefined {
  const count = (isOne: (other: Requester) => boolean) =>
    waiting.filter((entry) => entry.by && isOne(entry.by)).length;
  const counts = {
    user: by ? count(({ user }) => user === by.user) : 0,
    server: by?.server === undefined ? 0 : count(({ server }) => server === by.server),
    all: waiting.length,
  };
  const scopes = ['user', 'server', 'all'] as const;
  const scope = scopes.find((each) => counts[each] >= limits[each]);
  return scope && { scope, waiting: counts[scope] };
}

function inTurns<Item>(waiting: readonly Entry<Item>[], turns: Turns): readonly Item[] {
  const jobs = new Map<string, number>();
  return waiting
    .map(({ item, by }) => {
      const user = by?.user ?? '';
      const nth = jobs.get(user) ?? 0;
      jobs.set(user, nth + 1);
      return { item, turn: turns.nextOf(user) + nth };
    })
    .toSorted((a, b) => a.turn - b.turn)
    .map(({ item }) => item);
}

interface Turns {
  /** The turn in which this person's next job comes. */
  nextOf(user: string): number;
  /** A job of this person starts. */
  use(by: Requester | undefined): void;
}

/** In jobs. Without this limit, a stream of new people could hold up somebody's second job for ever. */
const longestTurn = 30;

/**
 * Fair queueing, with turns as its clock (A. Demers et al., 1989, "Analysis and Simulation of a Fair Queueing Algorithm",
 * for jobs of equal size). A job comes in the turn after its owner's last one, or in the present turn if that is later:
 * nobody saves up turns while they are away.
 */
function createTurns(): Turns {
  const lastOf = new Map<string, number>();
  let now = 0;
  let jobsInTurn = 0;
  const nextOf = (user: string) => Math.max(now, (lastOf.get(user) ?? -1) + 1);
  return {
    nextOf,
    use(by) {
      const user = by?.user ?? '';
      const turn = nextOf(user);
      jobsInTurn = turn > now ? 1 : jobsInTurn + 1;
      now = turn;
      lastOf.set(user, turn);
      if (jobsInTurn >= longestTurn) {
        now += 1;
        jobsInTurn = 0;
      }
      // Their next job comes in the present turn, as that of a new person does, so nothing has to be remembered.
      for (const [other, last] of lastOf) if (last < now) lastOf.delete(other);
    },
  };
}
