import type { chart as english } from '../en/chart.ts';
import { noClipping } from './names.ts';
import type { WatchedCallsWords } from '../story.ts';
import { list, summaryInWords } from './phrases.ts';

const calls: WatchedCallsWords = {
  inference: {
    cause: (label) => `没有关闭 dropout，第 ${label} 次调用`,
    held: '已关闭 dropout',
    enters: '掩码丢弃的是上一步传给下一步的内容，所以从第 2 步起才不同。',
  },
  length: {
    cause: (label) => `窗口长度 ${label}`,
    held: '窗口长度 24',
    enters: '两个窗口的结尾相同，只有较长的窗口知道更早的值。',
  },
  alignment: {
    cause: (label) => `后面补零：${label}`,
    held: '只有 24 个值',
    enters: '前 24 步读到的值相同；之后补的零还在改变状态。',
  },
  'between-calls': {
    cause: (label) => `别的请求留下的状态，第 ${label} 次`,
    held: '状态已重置',
    enters: '第 1 步之前就有旧状态，新的值一步步把它替换掉。',
  },
  'within-predict': {
    cause: (label) => `第 ${label} 批，沿用状态`,
    held: '状态已重置',
    enters: '第 1 步之前就有旧状态，新的值一步步把它替换掉。',
  },
  'not-loaded': {
    cause: (label) => `随机权重，第 ${label} 次启动`,
    held: '保存的权重',
    enters: '输入相同，权重不同：从第 1 步起就不同。',
  },
  scaler: {
    cause: (label) => `重新拟合缩放器，第 ${label} 次启动`,
    held: '保存的缩放器',
    enters: '每个值的缩放都不同：从第 1 步起就不同。',
  },
};

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
    title: (right, all) => (all === 0 ? '没有人投票' : `${all} 人中 ${right} 人答对`),
    once: '全班的预测',
    twice: (right, all) =>
      all === 0
        ? '讨论之前没有人投票。下：讨论之后。'
        : `上：第一次投票，${all} 人中 ${right} 人答对。下：讨论之后。`,
    right: (letter) => `${letter}（正确）`,
    firstThenSecond: (first, second) => `先 ${first}，后 ${second}`,
    alt: (title, answers) => `投票：${title}。${answers.join('；')}。`,
    altOf: (answer, count) => `${answer}：${count}`,
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

  watch: {
    step: (step, last) => `训练第 ${step} 步，共 ${last} 步`,
    loss: (loss) => ` · 粗线的损失 ${loss}`,
    onlyFirst: (shown, all) => `${all} 次运行中的前 ${shown} 次`,
    epoch: (epoch, last, apart) => `第 ${epoch} 轮，共 ${last} 轮 · 两个输出相差 ${apart}`,
    moved: '改动了一个权重的最后一位',
    plain: '没有改动',
    pairs: (pairs) => `${pairs} 对训练，输出的最大差值`,
    stepOfWindow: '窗口内的时间步',
    timeStep: (step, last, distance) => `时间步 ${step}，共 ${last} 步 · 距离 ${distance}`,
    outputs: (cause, held) => `两个输出：${cause} 和 ${held}`,
    state: '隐藏状态',
    distance: '全部隐藏状态之间的距离',
    calls,
    alt: {
      start: (pictures) => `重复播放的动画，共 ${pictures} 幅：`,
      training: '训练完成后的那幅图，在训练途中每隔几步的样子。',
      calls: (cause, held) =>
        `上图是两次调用（“${cause}”与“${held}”）的三个隐藏状态，下图是全部隐藏状态之间的距离，都按时间步逐步画出。`,
      epochs:
        '上图是两次训练的同一个输出，两次训练只差一位；下图用对数坐标画出每一对训练相差多少。都按轮次逐步画出。',
    },
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
