import type { SummaryFacts } from '../facts.ts';
import type { phrases as english } from '../en/phrases.ts';

export const list = (items: readonly string[]): string => items.join('、');

export const onlyToy = '这个玩具任务只说明该原因确实起作用，不代表它在你的模型里有多大影响。';

export const summaryInWords = ({ count, mean, deviation, low, high }: SummaryFacts): string =>
  `均值 ${mean}，标准差 ${deviation}（除以 n − 1），n = ${count}，范围 ${low} 到 ${high}`;

export const phrases: typeof english = {
  space: '',
  list,
  fromTo: (first, last) => `${first} 到 ${last}`,
  share: (part, whole) => `${part}/${whole}`,
  engines: { one: '1 种引擎', many: (count) => `${count} 种引擎` },

  same: {
    identical: (outputs) => `${outputs} 次输出逐位相同`,
    differs: (spread) => `输出仍相差最多 ${spread}`,
  },
  apart: {
    identical: '在这里，输出全部逐位相同。',
    differs: (spread) => `输出相差最多 **${spread}**。`,
  },
  lastBits: {
    identical: '逐位相同',
    differs: (spread) => `末几位相差达 ${spread}`,
  },
  everyTime: {
    identical: '每次逐位相同',
    differs: (spread) => `离散度为 ${spread}`,
  },
  withItself: {
    identical: '每一种都逐位相同',
    differs: (spread) => `相差最多 ${spread}`,
  },
  again: {
    identical: '每一种都与第一次逐位相同',
    differs: (spread) => `相差最多 ${spread}`,
  },
  measure: {
    identical: '离散度 0',
    differs: (spread) => `离散度最大 ${spread}`,
    error: (error) => `误差 ${error}`,
  },

  fewerSettings: (runs, settings) => `${runs} 次运行均匀分布在这 ${settings} 种设置上。`,
  distribution: {
    where: { spread: '相差最大', error: '离目标值最远' },
    finding: (timeStep, where, summary) =>
      `在${where}的时间步 ${timeStep}：${summaryInWords(summary)}。` +
      '色带是第 7 类分位数（Hyndman & Fan 1996）。',
    key: (timeStep, { count, mean, deviation, low, high }) => [
      `t = ${timeStep}：均值 ${mean}，标准差 ${deviation}（n − 1），n = ${count}，范围 ${low} 到 ${high}`,
      '实线：中位数；色带：50%、90%；边缘：极值；虚线：目标值。',
    ],
  },
  checks: {
    line: (hash, hashAfter) =>
      `权重哈希 ${hash} 次相符，修复后 ${hashAfter} 次相符。虚线：目标值。`,
    caught: (hash, golden, runs) =>
      `把权重的哈希与保存时记下的相比，${runs} 次中查出了 ${hash} 次；用一组标准答案（已知的输入和应有的输出）核对，查出了 ${golden} 次。`,
    restored: (hash, golden, same) => `哈希 ${hash} 次相符，标准答案 ${golden} 次相符，${same}`,
  },
};
