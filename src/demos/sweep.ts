import type { Engine } from '../lstm/index.ts';
import { describedRow, type Plan, type Row, type SweepKind } from './plan.ts';
import type { RunDescription } from './request.ts';

/** One setting of a sweep. */
interface Swept {
  readonly label: string;
  /** The runs with that setting: the demo's own first, then those of other seeds, if it shows any. */
  readonly runs: readonly (() => RunDescription)[];
}

/**
 * Before: what each setting gives; the rows of one group have everything but the setting in common. After: each setting a
 * second time, compared with its own first. So it is seen that the setting acts and chance doesn't.
 */
export function sweepPlan(
  engine: Engine,
  settings: readonly Swept[],
  target: Float32Array,
  sweep: SweepKind,
): Plan {
  const first = settings.map(({ label, runs }) =>
    runs.map((describe, group) => describedRow(engine, { label, group }, describe)),
  );
  const seeds = first[0] ?? [];
  const before = seeds.flatMap((_, group) => first.flatMap((rows) => rows[group] ?? []));
  const after = settings.flatMap(({ label, runs: [describe] }, group): Row[] => {
    const own = first[group]?.[0];
    return describe && own
      ? [{ ...own, group }, describedRow(engine, { label, group }, describe)]
      : [];
  });
  return {
    before: { rows: before, target },
    after: { rows: after, target },
    measure: 'spread',
    sweep,
  };
}
