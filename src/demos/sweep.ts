import { once, type Plan, type Row, type SweepKind } from './plan.ts';

/** One setting of a sweep. */
interface Swept {
  readonly label: string;
  /** The outputs with that setting: the demo's own first, then those of other seeds, if it shows any. */
  readonly outputs: readonly (() => Float32Array)[];
}

/**
 * Before: what each setting gives; the rows of one group have everything but the setting in common. After: each setting a
 * second time, compared with its own first. So it is seen that the setting acts and chance doesn't.
 */
export function sweepPlan(
  settings: readonly Swept[],
  target: Float32Array,
  sweep: SweepKind,
): Plan {
  const first = settings.map(({ label, outputs }) => ({ label, outputs: outputs.map(once) }));
  const seeds = first[0]?.outputs ?? [];
  const before = seeds.flatMap((_, group) =>
    first.flatMap(({ label, outputs }): Row[] => {
      const output = outputs[group];
      return output ? [{ label, group, output }] : [];
    }),
  );
  const after = settings.flatMap(({ label, outputs: [again] }, group): Row[] => {
    const own = first[group]?.outputs[0];
    return again && own
      ? [
          { label, group, output: own },
          { label, group, output: again },
        ]
      : [];
  });
  return {
    before: { rows: before, target },
    after: { rows: after, target },
    measure: 'spread',
    sweep,
  };
}
