/** How long jobs take here, measured from the last ones. */
export interface Speed {
  /** A job of that cost is done: so long it worked on what the cost counts, and so long on the rest, in milliseconds. */
  note(cost: number, workMs: number, restMs: number): void;
  /** The seconds that a job of that cost takes; undefined before one is measured. */
  secondsFor(cost: number): number | undefined;
  /** The highest cost that ends in so many seconds; undefined as long as too little is measured to refuse anybody. */
  mostIn(seconds: number): number | undefined;
}

interface Measured {
  readonly cost: number;
  readonly workMs: number;
  readonly restMs: number;
}

const remembered = 30;

/** In usual jobs. A small job takes its time for other things than its cost counts, so it would promise too little. */
const enoughToRefuse = 1;

export function createSpeed(): Speed {
  let last: readonly Measured[] = [];
  const total = (name: keyof Measured) => last.reduce((sum, each) => sum + each[name], 0);
  const perCost = () => total('workMs') / total('cost') / 1000;
  const rest = () => total('restMs') / last.length / 1000;
  return {
    note(cost, workMs, restMs) {
      if (cost > 0) last = [...last, { cost, workMs, restMs }].slice(-remembered);
    },
    secondsFor: (cost) => (last.length > 0 ? cost * perCost() + rest() : undefined),
    mostIn: (seconds) =>
      total('cost') >= enoughToRefuse ? Math.max(0, seconds - rest()) / perCost() : undefined,
  };
}
