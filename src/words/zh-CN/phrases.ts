import type { Comparison } from '../../demos/index.ts';
import type { SummaryFacts } from '../facts.ts';
import type {
  otherLibrary as libraryInEnglish,
  phrases as english,
  whyOtherBytes as whyInEnglish,
} from '../en/phrases.ts';

export const list = (items: readonly string[]): string => items.join('、');

export const summaryInWords = ({ count, mean, deviation, low, high }: SummaryFacts): string =>
  `均值 ${mean}，标准差 ${deviation}，从 ${low} 到 ${high}，共 ${count} 次`;

const engineNames: Readonly<Record<Comparison['engine'], string>> = {
  kernel: 'Seedling 自己的引擎',
  'tfjs-node': 'TensorFlow.js 原生版',
  'tfjs-wasm': 'TensorFlow.js 的 WebAssembly 版',
  'tfjs-cpu': 'TensorFlow.js 的纯 JavaScript 版',
};

/** 引擎相同，字节却与复现码不同，是为什么。 */
export const whyOtherBytes: typeof whyInEnglish = {
  older: '这个复现码出自这个演示的旧版本。',
  newer: '这个复现码出自这个演示的新版本：要核对它，请先更新 Seedling。',
  same: '这个复现码出自同一版本，所以来自另一类机器。',
  unmarked: '这个复现码没有版本标记：它出自这个演示的旧版本，也可能来自另一类机器。',
};

/** 同上：原生的 TensorFlow 参与了计算，演示的版本也相同。 */
const library = (oneDnn: string) => (version: string) =>
  `这个复现码出自同一版本，但 tfjs-node 的末几位取决于 TensorFlow 的版本、用不用 oneDNN，以及处理器的种类。这里是 TensorFlow ${version}，${oneDnn} oneDNN；复现码没有写明它当时用的是什么。`;
export const otherLibrary: typeof libraryInEnglish = {
  withOneDnn: library('用'),
  withoutOneDnn: library('不用'),
};

export const phrases: typeof english = {
  space: '',
  list,
  fromTo: (first, last) => `${first} 到 ${last}`,
  share: (part, whole) => `${part}/${whole}`,
  engines: { one: '1 种引擎', many: (count) => `${count} 种引擎` },

  onlyToy: {
    acted: '这个玩具任务只说明这种情况会发生，不代表它对你的模型影响有多大。',
    didNot: '这个玩具任务里没有发生这种情况，换个任务可能会。',
  },
  engineName: (name) => `${name}（${engineNames[name]}）`,

  same: {
    identical: (outputs) => `${outputs} 次输出逐位相同`,
    differs: (spread, farthest) => `输出的离散度仍有 ${spread}，相差最多 ${farthest}`,
  },
  apart: {
    identical: '在这里，输出全部逐位相同。',
    differs: (farthest) => `输出相差最多 **${farthest}**。`,
  },
  batches: {
    identical: '所以在这里，每种引擎上批大小都不改变任何一位。',
    differs: (farthest) => `所以至少在一种引擎上，批大小会改变末几位，相差最多 **${farthest}**。`,
  },
  lastBits: {
    identical: '逐位相同',
    differs: (farthest) => `末几位相差达 ${farthest}`,
  },
  everyTime: {
    identical: '每次逐位相同，多运行几次也看不到新东西',
    differs: (farthest) => `各次回答相差最多 ${farthest}`,
  },
  withItself: {
    identical: '每一种都逐位相同',
    differs: (farthest) => `相差最多 ${farthest}`,
  },
  measure: {
    identical: '离散度 0',
    spread: (spread) => `离散度 ${spread}`,
    distance: (distance, isFromExact) =>
      distance === '0' ? '距离 0' : `${isFromExact ? '离精确值' : '距离'}最多 ${distance}`,
    coincide: (count) => `距离 0，${count} 组重合`,
    error: (error) => `误差 ${error}`,
  },

  sample: {
    title: (spread, farthest) => `离散度 ${spread}，相差达 ${farthest}`,
    key: '粗线：其中一次，就当是你跑的；细线：其余各次；虚线：目标值。',
    allSame: '虚线：目标值。',
    note: (share, swing) =>
      `“离散度”是各时间步上各次运行的标准差，再对 60 个时间步取均方根；这里是序列自身标准差（${swing}）的 ${share}。“相差”是同一时间步上差得最远的两次运行之差，运行次数越多，它越大。`,
  },
  distribution: {
    finding: (timeStep, summary) => `在相差最大的时间步 ${timeStep}：${summaryInWords(summary)}。`,
    key: (timeStep, { count, mean, deviation }) => [
      `${count} 次运行；t = ${timeStep} 时：均值 ${mean}，标准差 ${deviation}。`,
      '实线：中位数；色带：50%、90%；边缘：极值；虚线：目标值。',
    ],
  },
  sweeps: {
    seeds: {
      measured: (others, ofSetting, ofSeed) =>
        `作为对照，每种设置再用另外 ${others} 组初始权重训练（细线）：平均而言，换设置使误差变动 ${ofSetting}，换初始权重使误差变动 ${ofSeed}。`,
      settingMore: (times) => `所以在这里，设置的影响更大，约为初始权重的 ${times} 倍。`,
      equal: '所以在这里，初始权重的影响和设置差不多，每种设置只训练一次，看不出哪种更好。',
      seedMore: (times) =>
        `所以在这里，初始权重的影响更大，约为设置的 ${times} 倍，每种设置只训练一次，看不出哪种更好。`,
    },
    fewer: (settings, runs) =>
      `${runs} 次运行在这里只有 ${settings} 种不同的设置，相同的不重复运行。`,
    again: {
      identical: '每一种都与第一次逐位相同',
      differs: (farthest) => `相差最多 ${farthest}`,
    },
    difference: { identical: (settings) => `${settings} 种全部为 0` },
  },
  checks: {
    line: (hash, hashAfter) => `权重哈希 ${hash} 次相符，修复后 ${hashAfter} 次相符。`,
    caught: (hash, golden, runs) =>
      `保存模型时记下了两样东西：权重的哈希，以及一个基准样例（一个已知的输入和当时的输出）。比对哈希，${runs} 次中查出了 ${hash} 次；比对基准样例，查出了 ${golden} 次。`,
    restored: (hash, golden, same) => `哈希 ${hash} 次相符，基准样例 ${golden} 次相符，${same}`,
  },
};
