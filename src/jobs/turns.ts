/** Whose turn it is. People without a name share one. */
export interface Turns {
  /** How many turns a job of that cost takes. */
  lengthOf(cost: number): number;
  /** The turn in which this person's next job comes. */
  nextOf(user: string | undefined): number;
  /** A job of this person starts, in that turn; in their own if absent. */
  use(user: string | undefined, cost: number, turn?: number): void;
}

/** In usual jobs. Without this limit, a stream of new people could hold up somebody's second job for ever. */
const longestTurn = 30;

/**
 * Start-time fair queueing (P. Goyal, H. M. Vin & H. Cheng, 1996), with turns as its clock. A job comes where its owner's last
 * one ended, or in the present turn if that is later: nobody saves up turns while they are away. It takes as many turns as it
 * costs, so that its owner's next one comes later.
 */
export function createTurns(): Turns {
  const nextTurn = new Map<string | undefined, number>();
  let now = 0;
  let usedOfTurn = 0;
  const nextOf = (user: string | undefined) => Math.max(now, nextTurn.get(user) ?? 0);
  // Of a small job most is drawing and sending, so it counts as a usual one.
  const lengthOf = (cost: number) => Math.max(1, cost);
  return {
    lengthOf,
    nextOf,
    use(user, cost, turn = nextOf(user)) {
      const length = lengthOf(cost);
      nextTurn.set(user, nextOf(user) + length);
      usedOfTurn = turn > now ? length : usedOfTurn + length;
      now = Math.max(now, turn);
      if (usedOfTurn >= longestTurn) {
        now += 1;
        usedOfTurn = 0;
      }
      // Their next job comes in the present turn, as that of a new person does, so nothing has to be remembered.
      for (const [other, next] of nextTurn) if (next <= now) nextTurn.delete(other);
    },
  };
}
