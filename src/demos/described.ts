import type { Engine } from '../lstm/index.ts';
import { isCauseId } from '../ids.ts';
import { demos, formOf } from './catalogue.ts';
import { ofVariant, type Chosen } from './ids.ts';
import { labelOf, type Row } from './plan.ts';
import type { RunDescription } from './request.ts';
import type { Comparison, DemoParameters } from './result.ts';

/** A run of a result: what it did, and what came out. */
export interface DescribedRow extends Pick<Row, 'group'> {
  readonly label: string;
  readonly describe: () => RunDescription;
  /** [timeSteps] */
  readonly output: Float32Array;
}

export interface DescribedSides {
  readonly before: readonly DescribedRow[];
  readonly after: readonly DescribedRow[];
}

/**
 * Whether all runs of a demo can be described: those of one cause on one engine. A study of several has no such list, and of
 * a person's own series a result only has the name.
 */
export const isDescribed = (chosen: Chosen & Pick<DemoParameters, 'data'>): boolean =>
  !chosen.data && isCauseId(chosen.cause) && !formOf(chosen).comparesEngines;

/** The runs of a result. Their draws are made again from its parameters; only a model that all runs share is trained again. */
export function describedSides(engine: Engine, result: Comparison): DescribedSides {
  const plan = ofVariant(demos, result).plan(engine, result.seed, result.runs);
  const side = (rows: readonly Row[], outputs: readonly Float32Array[]) =>
    rows.flatMap((row, at): DescribedRow[] => {
      const { group, describe } = row;
      const output = outputs[at];
      return describe && output ? [{ label: labelOf(row), group, describe, output }] : [];
    });
  return {
    before: side(plan.before.rows, result.before.outputs),
    after: side(plan.after.rows, result.after.outputs),
  };
}
