import { areEqual } from '../measured.ts';
import type { Find } from './signature.ts';

/** 1: an output that is no number. Its position is all that is told: no distance can be measured to it. */
export const notFinite: Find = ({ runs }) => {
  const broken = runs.map((run) => run.findIndex((value) => !Number.isFinite(value)));
  const first = broken.findIndex((at) => at >= 0);
  if (first < 0) return undefined;
  return {
    brokenRuns: broken.filter((at) => at >= 0).length,
    firstBrokenRun: first + 1,
    firstBrokenValue: 1 + Math.min(...broken.filter((at) => at >= 0)),
  };
};

/** 2: every run is the same, in all digits that there are. */
export const identical: Find = ({ farthest, areWhole, runs: [first = []] }) => {
  if (farthest > 0) return undefined;
  return { versions: 1, ...(areWhole && { classes: new Set(first).size }) };
};

/** Rounding moves outputs by less than this share of the largest one. */
const mostByRounding = 3e-5;

/** 3: the difference is as small as rounding makes it, or no larger than one unit of the last printed digit. */
export const lastBits: Find = ({ farthest, size, unit }) =>
  farthest < Math.max(mostByRounding * size, unit) ? {} : undefined;

/** Which version each run is: runs that are equal, as far as the digits tell, are one. */
export function versionsOf(runs: readonly (readonly number[])[], blur: number): number[] {
  const known: (readonly number[])[] = [];
  return runs.map((run) => {
    const version = known.findIndex((other) => areEqual(run, other, blur));
    return version >= 0 ? version + 1 : known.push(run);
  });
}

/** 8: few versions that come again. With two runs each is one of its own. */
export const versions: Find = ({ runs, blur }) => {
  const versionOf = versionsOf(runs, blur);
  const count = Math.max(...versionOf);
  if (runs.length < 3 || count > Math.max(2, runs.length / 3)) return undefined;
  return { versions: count, versionOf };
};
