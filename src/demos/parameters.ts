import { createHash } from 'node:crypto';
import { formOf } from './catalogue.ts';
import { demoIds, isDemoId, variantsOf } from './ids.ts';
import type { ValueRange } from './plan.ts';
import type { OwnSeries, SeriesName } from './own-series.ts';
import { usualSettings } from './recipe.ts';
import type { DemoParameters } from './result.ts';
import { partsOf } from './task.ts';

export const fewestRuns = 2;
export const mostRuns = 200;
const seedPattern = /^[A-Za-z0-9_-]{1,16}$/;

/** What a person asked for, unchecked. */
export interface DemoInput {
  readonly cause: string;
  readonly variant?: string | undefined;
  /** Of a demo that compares two values; others ignore them. */
  readonly values?: readonly [a: number, b: number] | undefined;
  readonly runs?: number | undefined;
  readonly seed: string;
  /** A person's own series, in place of the toy's. */
  readonly data?: OwnSeries | undefined;
}

/** The first thing that is wrong with the input, as a value; src/words says it. */
export type ParameterProblem =
  | { readonly field: 'cause'; readonly known: readonly string[] }
  | { readonly field: 'variant'; readonly cause: string; readonly known: readonly string[] }
  /** At most four decimals where they need not be whole. */
  | {
      readonly field: 'values';
      readonly low: number;
      readonly high: number;
      readonly whole: boolean;
    }
  | { readonly field: 'sameValues' }
  | { readonly field: 'runs'; readonly fewest: number; readonly most: number }
  | { readonly field: 'seed' }
  /** It makes its own series on purpose. `known`: what works on a person's own. */
  | { readonly field: 'data'; readonly known: readonly string[] };

export type Checked =
  | { readonly ok: true; readonly parameters: DemoParameters }
  | { readonly ok: false; readonly problem: ParameterProblem };

export function checkParameters(input: DemoInput): Checked {
  const { cause, seed, data } = input;
  if (!isDemoId(cause)) return refuse({ field: 'cause', known: demoIds });
  const known = variantsOf(cause);
  const variant = known.find((id) => id === (input.variant ?? known[0]));
  if (!variant) return refuse({ field: 'variant', cause, known });
  const form = formOf({ cause, variant });
  if (data && !form.takesData) return refuse({ field: 'data', known: takingData() });
  const values = form.compares && (input.values ?? form.compares.usual);
  const problem =
    form.compares && values && valueProblem(values, rangeOf(form.compares, variant, data));
  if (problem) return refuse(problem);
  const runs = input.runs ?? form.defaultRuns;
  const fewest = form.fewestRuns ?? fewestRuns;
  if (!Number.isInteger(runs) || runs < fewest || runs > mostRuns)
    return refuse({ field: 'runs', fewest, most: mostRuns });
  if (!seedPattern.test(seed)) return refuse({ field: 'seed' });
  return {
    ok: true,
    parameters: { cause, variant, ...(values && { values }), runs, seed, ...(data && { data }) },
  };
}

/** The demos, in their variants, that work on a person's own series; those of /compare all do. */
const takingData = (): string[] =>
  demoIds
    .filter((cause) => cause !== 'compare')
    .flatMap((cause) =>
      variantsOf(cause).flatMap((variant) =>
        formOf({ cause, variant }).takesData ? [`${cause} ${variant}`] : [],
      ),
    );

/** Windows of a short series must leave something to train on. */
function rangeOf(range: ValueRange, variant: string, data: SeriesName | undefined): ValueRange {
  if (!data || variant !== 'window') return range;
  const examples = usualSettings.batchSize;
  return { ...range, high: Math.min(range.high, partsOf(data.count).training - examples) };
}

const mostDecimals = 4;

function valueProblem(
  values: readonly [a: number, b: number],
  { low, high, whole }: ValueRange,
): ParameterProblem | undefined {
  const digits = whole ? 0 : mostDecimals;
  const fits = (value: number) =>
    value >= low && value <= high && Number(value.toFixed(digits)) === value;
  if (!values.every(fits)) return { field: 'values', low, high, whole };
  return values[0] === values[1] ? { field: 'sameValues' } : undefined;
}

const refuse = (problem: ParameterProblem): Checked => ({ ok: false, problem });

/** A seed of six digits from any text, e.g. the id of a request: fresh for each, yet nothing is left to chance. */
export function seedFrom(text: string): string {
  return String(createHash('sha256').update(text).digest().readUInt32LE(0) % 1_000_000);
}
