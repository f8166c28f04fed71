import type { Comparison } from '../demos/index.ts';
import type { Framework } from '../evidence/index.ts';
import type { Locale, Story, Words } from '../words/index.ts';
import type { Bundle, Taken } from './bundle.ts';

/** What is to be written, for whom. */
export interface Order {
  readonly result: Comparison;
  readonly story: Story;
  readonly taken: Taken;
  readonly framework: Framework;
  readonly locale: Locale;
  readonly say: Words['takeHome'];
}

/** Which number shows the cause: how far runs are apart, how far they are from the target, or that for each setting. */
export type Shown = 'spread' | 'error' | 'errors' | 'distances';

export function shownOf({ measure, sweep, rounding }: Comparison): Shown {
  if (rounding) return 'distances';
  if (sweep) return sweep.of === 'error' ? 'errors' : 'spread';
  return measure;
}

/** The bundle as JSON, an array or a run a line. */
export function bundleText({ arrays, trainings, runs, control, target, first }: Bundle): string {
  const record = (values: object) =>
    Object.entries(values).map(([name, value]) => `"${name}": ${JSON.stringify(value)}`);
  const list = (values: readonly object[]) => values.map((value) => JSON.stringify(value));
  const parts = [
    `"arrays": {\n${record(arrays).join(',\n')}\n}`,
    `"trainings": {\n${record(trainings).join(',\n')}\n}`,
    `"runs": [\n${list(runs).join(',\n')}\n]`,
    `"control": [\n${list(control).join(',\n')}\n]`,
    `"target": ${JSON.stringify(target)}`,
    `"first": ${first}`,
  ];
  return `{\n${parts.join(',\n')}\n}`;
}

/** Whether a framework that rounds in another way may end elsewhere in one of the runs. */
export const isSensitive = ({ taken: { bundle } }: Order): boolean =>
  [...bundle.runs, ...bundle.control].some(({ sensitive }) => sensitive);
