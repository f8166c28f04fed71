import type { Comparison } from '../../demos/index.ts';
import { amount, distinct, ends, shortList } from '../numbers.ts';
import type { Story } from '../story.ts';

export interface Told extends Omit<Story, 'headings'> {
  readonly before: string;
  readonly after: string;
}
export type Tell = (result: Comparison) => Told;

export const before = (result: Comparison): string => amount(result.before.spread);
export const same = (result: Comparison): string =>
  result.after.identical
    ? `${result.after.outputs.length} 次输出逐位相同`
    : `输出仍相差最多 ${amount(result.after.spread)}`;
export const list = (result: Comparison): string => shortList(distinct(result.before.labels), '、');
export const settings = (result: Comparison): number => distinct(result.before.labels).length;
export const range = (result: Comparison): string => ends(result.before.labels);

export const onlyToy = '这个玩具任务只说明该原因确实起作用，不代表它在你的模型里有多大影响。';
