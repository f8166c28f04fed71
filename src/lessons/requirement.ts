import { meets, type DemoResult, type Expectation } from '../demos/index.ts';

/** What the result of a demo must show: all that is named. */
export interface Requirement {
  readonly before?: Expectation;
  readonly after?: Expectation;
  /** Of a demo that compares two values of a setting. */
  readonly compared?: {
    /** Whether the interval of the difference leaves 0 out. */
    readonly decided?: boolean;
    /** How often one run of each would pick the wrong value, a share of 1. */
    readonly minWrongByOneRun?: number;
    readonly maxWrongByOneRun?: number;
  };
  /** Of a demo that averages models: the spread of the largest average, as a share of that of single models. */
  readonly averaged?: { readonly minShare?: number; readonly maxShare?: number };
}

export const holds = (
  { before, after, compared, averaged }: Requirement,
  result: DemoResult,
): boolean =>
  (!before || meets(result.before, before)) &&
  (!after || meets(result.after, after)) &&
  (!compared || comparedAs(result, compared)) &&
  (!averaged || averagedAs(result, averaged));

function comparedAs(
  result: DemoResult,
  { decided, minWrongByOneRun = 0, maxWrongByOneRun = 1 }: NonNullable<Requirement['compared']>,
): boolean {
  if (result.kind !== 'paired') return false;
  const { interval, wrongByOneRun } = result.verdict;
  const isDecided = interval[0] > 0 || interval[1] < 0;
  return (
    isDecided === (decided ?? isDecided) &&
    wrongByOneRun >= minWrongByOneRun &&
    wrongByOneRun <= maxWrongByOneRun
  );
}

function averagedAs(
  result: DemoResult,
  { minShare = 0, maxShare = Infinity }: NonNullable<Requirement['averaged']>,
): boolean {
  if (result.kind !== 'averages') return false;
  const [single] = result.rows;
  const largest = result.rows.at(-1);
  const share = (largest?.deviation ?? NaN) / (single?.deviation ?? NaN);
  return share >= minShare && share <= maxShare;
}
