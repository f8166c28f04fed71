import type { Comparison } from '../../demos/index.ts';
import { amount, distinct, ends, shortList } from '../numbers.ts';
import type { Story } from '../story.ts';

/** A story with the texts of its headings; what they measure is the same for all. */
export interface Told extends Omit<Story, 'headings'> {
  readonly before: string;
  readonly after: string;
}
export type Tell = (result: Comparison) => Told;

export const before = (result: Comparison): string => amount(result.before.spread);
export const same = (result: Comparison): string =>
  result.after.identical
    ? `all ${result.after.outputs.length} outputs have the same bits`
    : `the outputs differ by up to ${amount(result.after.spread)}`;
export const list = (result: Comparison): string => shortList(distinct(result.before.labels), ', ');
/** How many settings there are; with more runs than settings, some of these count twice. */
export const settings = (result: Comparison): number => distinct(result.before.labels).length;
export const range = (result: Comparison): string => ends(result.before.labels);

export const onlyToy =
  'This toy task shows that the cause acts, not how much it acts in your model.';
