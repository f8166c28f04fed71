import type { chart as english } from '../en/chart.ts';
import { noClipping } from './names.ts';
import { list, summaryInWords } from './phrases.ts';

export const chart: typeof english = {
  han: '汉',
  timeStep: '时间步 (t)',
  output: '输出',
  distance: '距离',
  difference: '差值',
  deviation: '与均值之差',
  fromMean: '同样的各次运行，减去均值',
  sweepOf: { error: '误差', change: '变化' },
  runs: '次数',
  outputAt: (timeStep) => `t = ${timeStep} 的输出`,
  outputFromMeanAt: (timeStep) => `t = ${timeStep}，与均值之差`,

  votes: {
    title: (right, all) => `${all} 人中 ${right} 人答对`,
    once: '全班的预测',
    twice: (right, all) => `上：第一次投票，${all} 人中 ${right} 人答对。下：讨论之后。`,
    right: (letter) => `${letter}（正确）`,
    firstThenSecond: (first, second) => `先 ${first}，后 ${second}`,
    alt: (title, answers) => `投票：${title}。${answers.join('；')}。`,
  },

  ranking: {
    rows: {
      'initial-weights': '初始权重',
      'batch-order': '批次顺序',
      'dropout-training': '训练时的 dropout',
      'dropout-left-on': '推理时 dropout 没关',
      'data-set': '另取 40% 的数据',
      'carried-state': '遗留的状态',
      'floating-point': '浮点舍入',
      'learning-rate': '学习率',
      'time-steps': '窗口长度',
      'saved-model': '较早的模型文件',
    },
    axis: '各次运行之间预测的标准差',
  },

  growth: {
    heading: ({ text, measure }) => `${text}：${measure}`,
    epoch: '训练轮次',
    difference: '输出的最大差值',
    zero: '从同样的权重训练两次：恰好为 0',
  },

  noClipping,

  averages: {
    models: '取平均的模型个数 (k)',
    amount: '离散度、误差',
    zero: '固定一个种子：离散度 0',
  },

  paired: {
    difference: '每一对的差值',
    mean: ({ mean, low, high }) => `均值 ${mean}，95%：${low} 到 ${high}`,
    better: (value) => `更好：${value}`,
  },

  alt: {
    stop: '。',
    space: '',
    panels: (first, last) => `上下两幅折线图：LSTM 在时间步 ${first} 到 ${last} 的输出。`,
    distributions: (first, last, at) =>
      `上下两幅图：LSTM 在时间步 ${first} 到 ${last} 的输出，画出各次运行的中位数、25% 到 75% 与 5% 到 95% 分位数之间的色带以及极值；右侧是时间步 ${at} 输出的直方图。`,
    distances: (first, last, from) =>
      `上下两幅点图，对数轴，最下面是 0：LSTM 在时间步 ${first} 到 ${last} 的输出，上图是与${from === 'exact' ? '同一模型双精度结果' : '批大小为 1 时'}的距离，下图是与第一次调用的距离。`,
    sweep: (value, setting) => `上下两幅折线图：横轴为${setting}，纵轴为${value}。`,
    list,
    otherSeeds: (count) => `细线：另外 ${count} 组初始权重的同样结果。`,
    sweepAgain: (difference) =>
      difference === '0' ? '一条为 0 的水平线。' : `最多 ${difference}。`,
    above: (heading, panel) => `上图“${heading}”：${panel}`,
    below: (heading, panel) => `下图“${heading}”：${panel}`,
    panel: {
      lines: (count) => `${count} 条线`,
      dots: (count) => `${count} 排点`,
      identical: (drawn) => `${drawn}，重复的输出完全相同（离散度 0）。`,
      apart: (drawn, timeStep, distance) =>
        `${drawn}，在时间步 ${timeStep} 相差最大，达 ${distance}。`,
      allSame: '完全相同',
      notAllSame: '不完全相同',
      fromTarget: (drawn, same, timeStep, distance, error) =>
        `${drawn}，${same}；在时间步 ${timeStep} 离虚线（目标值）最远，` +
        `相差 ${distance}；均方根误差 ${error}。`,
    },
    settings: (labels) => `上图各次的设置依次为：${list(labels)}。`,
    runsAbove: (heading, summary) => `上图“${heading}”：${summaryInWords(summary)}。`,
    runsBelow: {
      identical: (heading, summary) =>
        `下图“${heading}”：重复的输出完全相同（离散度 0）；${summaryInWords(summary)}。`,
      differs: (heading, summary) => `下图“${heading}”：${summaryInWords(summary)}。`,
    },
    bars: (bars) => `横条图，从长到短，附 95% 区间：${bars.join('；')}。`,
    lastBar: (name, size) => `最后单独一条：${name}，${size}。`,
    sideBySide: (epochs) =>
      `左右两幅折线图，共用一个对数刻度：${epochs} 轮中每轮之后，一对模型输出的最大差值。`,
    left: (heading, panel) => `左图“${heading}”：${panel}`,
    right: (heading, panel) => `右图“${heading}”：${panel}`,
    growth: (pairs, first, last, largest) =>
      `${pairs} 对，第一轮后相差最多 ${first}，最后一轮后 ${last}，全程最大 ${largest}。`,
    flips: (labels, flips) => `最后 ${labels} 个标签中翻转 ${flips} 个。`,
    fromTo: (fewest, most) => `${fewest} 到 ${most}`,
    zero: {
      identical: '最下方、刻度之外的蓝线是 0：从同样的权重训练两次，每轮之后都没有差别。',
      differs: (difference) => `蓝线：从同样的权重训练两次，相差最多 ${difference}。`,
    },
    averages: (rows) => `离散度和误差随取平均的模型个数变化的图：${rows.join('；')}。`,
    average: (models, spread, expected, error) =>
      `k = ${models}：离散度 ${spread}（1/√k：${expected}），误差 ${error}`,
    fixedSeed: {
      identical: '最下方：固定一个种子，反复训练，离散度 0。',
      differs: (spread) => `固定一个种子，反复训练：相差最多 ${spread}。`,
    },
    dots: '自上而下三排点，前两排共用一个刻度。',
    errors: (heading, summary) => `“${heading}”：${summaryInWords(summary)}。`,
    differences: (pairs, mean, low, high) =>
      `下面是 ${pairs} 对的差值：均值 ${mean}，95% 区间 ${low} 到 ${high}。`,
    pairs: (groups) => `下图中 ${groups} 种设置各重复一次，与自身比较。`,
  },
};
