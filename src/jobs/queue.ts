import type { Requester } from './job.ts';
import { createTurns, type Turns } from './turns.ts';

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
 * The jobs that wait, in fair turns: everybody's first job comes before anybody's second one, and who asked for much waits
 * longer for the next. Within a turn, they run in order of arrival. Of the places that a server's jobs have, those who go
 * first there get the first. `tellPlace` hears the place of each (1 is next) whenever it changes.
 */
export interface Queue<Item> {
  readonly length: () => number;
  /** From 1; 0 if the item doesn't wait here. */
  placeOf(item: Item): number;
  /** What runs before it, in that order. */
  before(item: Item): readonly Item[];
  /** Lets the item wait; if it can't, returns the limit that is reached. `cost`: in usual jobs. */
  join(item: Item, by?: Requester, cost?: number): Full | undefined;
  /** Lets an item go first that waits already. */
  prefer(item: Item): void;
  /** Uses up a turn for a job that starts without waiting. */
  pass(by?: Requester, cost?: number): void;
  /** Takes out the item whose turn it is. */
  next(): Item | undefined;
  leave(item: Item): void;
  /** Takes out all items. */
  drain(): readonly Item[];
}

interface Entry<Item> {
  readonly item: Item;
  readonly by: Requester | undefined;
  readonly cost: number;
}

/** A place in the queue: the turn it is in, whose it is in fair turns, and who of that server goes there. */
interface Slot<Item> {
  readonly turn: number;
  readonly owner: Entry<Item>;
  readonly entry: Entry<Item>;
}

/** So many jobs in a row those who go first may take while others of their server wait: one of three is for the others. */
const mostInARow = 2;

export function createQueue<Item>(
  limits: QueueLimits,
  tellPlace: (item: Item, place: number) => void,
): Queue<Item> {
  const turns = createTurns();
  /** How many of a server's jobs in a row went first. */
  const inARow = new Map<string, number>();
  /** In order of arrival. */
  let waiting: readonly Entry<Item>[] = [];
  let order: readonly Slot<Item>[] = [];

  function update(changed: readonly Entry<Item>[]): void {
    const before = order;
    waiting = changed;
    order = firstOfEachServer(inTurns(waiting, turns), inARow);
    for (const [at, { entry }] of order.entries())
      if (before[at]?.entry.item !== entry.item) tellPlace(entry.item, at + 1);
  }
  const remove = (gone: Item) => update(waiting.filter(({ item }) => item !== gone));
  const placeOf = (item: Item) => order.findIndex(({ entry }) => entry.item === item) + 1;

  return {
    length: () => order.length,
    placeOf,
    before: (item) => order.slice(0, Math.max(0, placeOf(item) - 1)).map(({ entry }) => entry.item),
    join(item, by, cost = 1) {
      const entry = { item, by, cost };
      const full = findFull(waiting, entry, limits);
      if (!full) update([...waiting, entry]);
      return full;
    },
    prefer(item) {
      const goingFirst = (entry: Entry<Item>): Entry<Item> =>
        entry.item === item && entry.by
          ? { ...entry, by: { ...entry.by, goesFirst: true } }
          : entry;
      update(waiting.map(goingFirst));
    },
    pass: (by, cost = 1) => turns.use(by?.user, cost),
    next() {
      const [slot] = order;
      if (!slot) return undefined;
      const { item, by, cost } = slot.entry;
      turns.use(by?.user, cost, slot.turn);
      noteFirst(by, waiting, inARow);
      update(without(slot.entry, slot.owner, waiting));
      return item;
    },
    leave: remove,
    drain() {
      const all = order.map(({ entry }) => entry.item);
      update([]);
      return all;
    },
  };
}

/** A large job takes as many places as it costs, at most all that its person may have. */
const placesOf = ({ cost }: Entry<unknown>, { user }: QueueLimits): number =>
  Math.min(Math.max(1, Math.round(cost)), user);

function findFull(
  waiting: readonly Entry<unknown>[],
  entry: Entry<unknown>,
  limits: QueueLimits,
): Full | undefined {
  const { by } = entry;
  const among = (isOne: (other: Requester) => boolean) =>
    waiting.filter((each) => each.by && isOne(each.by));
  const limitOf = {
    ...limits,
    // Whoever goes first is not kept out by the others of the server.
    server: by?.goesFirst ? Number.POSITIVE_INFINITY : (by?.serverLimit ?? limits.server),
  };
  const together: Readonly<Record<keyof QueueLimits, readonly Entry<unknown>[]>> = {
    user: by ? among(({ user }) => user === by.user) : [],
    server: by?.server === undefined ? [] : among(({ server }) => server === by.server),
    all: waiting,
  };
  const isFull = (scope: keyof QueueLimits): boolean => {
    const taken = together[scope].reduce<number>((sum, each) => sum + placesOf(each, limits), 0);
    // A job that alone takes more than there is still gets in when nobody waits.
    const needed = taken === 0 ? 1 : placesOf(entry, limits);
    return taken + needed > limitOf[scope];
  };
  const scope = (['user', 'server', 'all'] as const).find(isFull);
  return scope && { scope, waiting: together[scope].length };
}

function inTurns<Item>(waiting: readonly Entry<Item>[], turns: Turns): readonly Slot<Item>[] {
  const asked = new Map<string | undefined, number>();
  return waiting
    .map((entry): Slot<Item> => {
      const user = entry.by?.user;
      const earlier = asked.get(user) ?? 0;
      asked.set(user, earlier + turns.lengthOf(entry.cost));
      return { entry, owner: entry, turn: turns.nextOf(user) + earlier };
    })
    .toSorted((a, b) => a.turn - b.turn);
}

/** The same places; within a server, those who go first come first. Other servers notice nothing of it. */
function firstOfEachServer<Item>(
  slots: readonly Slot<Item>[],
  inARow: ReadonlyMap<string, number>,
): readonly Slot<Item>[] {
  const servers = new Set(slots.flatMap(({ entry }) => entry.by?.server ?? []));
  const queues = new Map(
    [...servers].map((server) => {
      const own = slots.map(({ entry }) => entry).filter(({ by }) => by?.server === server);
      return [server, mixed(own, inARow.get(server) ?? 0)] as const;
    }),
  );
  const next = ({ by }: Entry<Item>) =>
    by?.server === undefined ? undefined : queues.get(by.server)?.shift();
  return slots.map((slot) => ({ ...slot, entry: next(slot.owner) ?? slot.owner }));
}

function mixed<Item>(entries: readonly Entry<Item>[], alreadyInARow: number): Entry<Item>[] {
  const first = entries.filter(({ by }) => by?.goesFirst);
  const others = entries.filter(({ by }) => !by?.goesFirst);
  const all: Entry<Item>[] = [];
  let row = alreadyInARow;
  while (first.length + others.length > 0) {
    const next = row < mostInARow || others.length === 0 ? first.shift() : undefined;
    row = next ? row + 1 : 0;
    all.push(...(next ? [next] : others.splice(0, 1)));
  }
  return all;
}

/** Takes out an entry. The `owner` of its place, and who of that server came between, move to the next one's place. */
function without<Item>(
  taken: Entry<Item>,
  owner: Entry<Item>,
  waiting: readonly Entry<Item>[],
): readonly Entry<Item>[] {
  const [from, to] = [waiting.indexOf(owner), waiting.indexOf(taken)];
  const isBetween = (entry: Entry<Item>, at: number): boolean =>
    at >= from && at < to && entry.by?.server === taken.by?.server;
  const moving = waiting.filter(isBetween);
  let before: Entry<Item> | undefined;
  return waiting.flatMap((entry, at) => {
    if (at !== to && !isBetween(entry, at)) return [entry];
    const here = before;
    before = moving.shift();
    return here ? [here] : [];
  });
}

/** Counts only while others of the server wait: else nobody is held up. */
function noteFirst(
  by: Requester | undefined,
  waiting: readonly Entry<unknown>[],
  inARow: Map<string, number>,
): void {
  if (by?.server === undefined) return;
  const othersWait = waiting.some(
    ({ by: other }) => other?.server === by.server && !other?.goesFirst,
  );
  if (by.goesFirst && othersWait) inARow.set(by.server, (inARow.get(by.server) ?? 0) + 1);
  else inARow.delete(by.server);
}
