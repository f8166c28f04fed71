import { scale } from '../../triage/index.ts';
import type { diagrams as english } from '../en/diagrams.ts';
import { list } from './phrases.ts';

export const diagrams: typeof english = {
  space: '',

  overview: {
    subtitle: ['从上到下，按起作用的先后排列。'],
    cases: {
      'same-weights': ['同一份权重', '再调用'],
      reloaded: ['重新加载', '或换机器'],
      retrained: ['重新', '训练'],
      'changed-settings': ['改动后', '再训练'],
    },
    onlyInTraining: '只有重新训练才起作用',
    alsoOnSameWeights: '权重没变也起作用',
    likely: ['先看这里', '有可能', '少见'],
    alt: (onlyInTraining, also) =>
      `一张表：各个原因在哪些情况下起作用，按先后排列。只有重新训练才起作用：${list(onlyInTraining)}。权重没变也起作用：${list(also)}。`,
    altCase: (name, first) => `如果是“${name}”，先看：${list(first)}。`,
  },

  twoValleys: {
    title: '两个起点，两个谷底',
    subtitle: [
      '随机权重决定起点，训练从那里一路往下走。',
      '这里只有一个权重；真实的网络有成千上万个，谷底也更多。',
    ],
    weight: '一个权重',
    error: '误差',
    start: (seed) => `种子 ${seed}`,
    end: (weight) => `权重 ${weight}`,
    alt: (starts, ends, errors) =>
      `一条有两个谷底的误差曲线。两次训练从山顶附近很近的两点出发，权重分别是 ${list(starts)}，却走向两边：最后停在 ${list(ends)}，误差是 ${list(errors)}。`,
  },

  dropoutMasks: {
    title: '每次调用，dropout 都抽一个新的掩码',
    subtitle: (rate, factor) => [
      `失活率 ${rate}：每个值以 ${rate} 的概率变成 0，`,
      `留下的值乘以 1 / (1 − ${rate}) = ${factor}。`,
    ],
    training: (call) => `训练模式，第 ${call} 次调用`,
    inference: '推理模式，每次调用',
    output: '总和',
    average: (sum) => `对所有掩码取平均，也是 ${sum}；单次调用在它上下波动。`,
    alt: (values, calls, inference) =>
      `四个值 ${list(values)}，输出是它们的总和。训练模式下两次调用抽到不同的掩码，得到 ${list(calls)}；推理模式下什么都不丢，每次都得到 ${inference}。`,
  },

  padding: {
    title: '最后一个时间步在哪里？',
    subtitle: ['一个序列有三个值，后面填充了两个 0。', 'LSTM 会接着处理这些 0，状态 h 随之改变。'],
    padded: '填充',
    masked: '有掩码',
    unmasked: '没有掩码',
    alt: (values, masked, unmasked) =>
      `一个 LSTM 按五个时间步展开，输入是 ${list(values)}，最后两个是填充。有掩码时在最后一个真实的值处读取，状态是 ${masked}；没有掩码时在末尾读取，状态是 ${unmasked}。`,
  },

  startState: {
    title: '同样的输入，两种初始状态',
    subtitle: [
      '每一步都把状态传给下一步：h，还有图中没画的 c。',
      '第一步从什么状态开始，会影响所有输出。',
    ],
    zero: '从 0 开始',
    leftOver: '从上一次调用遗留的状态开始',
    input: (value) => `x = ${value}`,
    state: (value) => `h = ${value}`,
    output: '输出',
    alt: (inputs, zero, start, leftOver) =>
      `同一个 LSTM 对输入 ${list(inputs)} 展开两次。上面从状态 0 开始，最后是 ${zero}；下面从上一次调用遗留的状态 ${start} 开始，最后是 ${leftOver}。`,
  },

  floatAddition: {
    title: '相加的顺序会影响结果',
    subtitle: (large, gap) => [
      `float32 只保留 24 个二进制位：在 ${large} 附近，`,
      `相邻的两个数相差 ${gap}，所以加 1 等于没加。`,
    ],
    lost: '1 丢了',
    kept: '1 还在',
    alt: (rows) => `同样三个数，用 float32 按两种顺序相加。${rows.join('')}`,
    altRow: (sum, between, result) => `${sum}：先得到 ${between}，再得到 ${result}。`,
  },

  sizes: {
    title: '差别有多大？',
    subtitle: ['两次输出之间最大的差别，', '除以输出本身的大小（float32）。'],
    equal: ['逐位', '相同'],
    zones: {
      rounding: ['舍入误差'],
      roundingInLargeModels: ['长序列或', '大模型的', '舍入误差'],
      reducedPrecision: ['低精度，', '或者', '另有原因'],
      cause: ['另有', '原因'],
    },
    step: (size) => `一次舍入（${size}）`,
    reducedPrecision: 'TF32、float16',
    coarsestPrecision: 'bfloat16',
    alt: (step) =>
      `一条表示差别大小的数轴。0：逐位相同。不超过 ${scale.rounding}：舍入误差（float32 的一次舍入是 ${step}）。不超过 ${scale.roundingInLargeModels}：长序列或大模型的舍入误差。${scale.reducedPrecision} 左右：TF32 或 float16。${scale.coarsestPrecision} 左右：bfloat16。没有用低精度却超过 ${scale.roundingInLargeModels}，或者明显更大，就另有原因，要去找。`,
  },

  batchNeighbours: {
    title: '训练模式下，批归一化会看同批的样本',
    subtitle: (value) => [
      `归一化数值 ${value} 时，用的是它所在批次的均值和标准差，`,
      '或者是保存下来的那一组。',
    ],
    batch: '批次',
    becomes: (value) => `${value} 变成`,
    training: '训练模式',
    inference: '推理模式',
    moments: (mean, deviation) => `均值 ${mean}，标准差 ${deviation}`,
    stored: (moments) => `保存的${moments}`,
    alt: (value, batches, outputs, same) =>
      `数值 ${value} 分别在两个批次里：${list(batches)}。训练模式下它变成 ${list(outputs)}；推理模式下用保存的均值和标准差，两次都变成 ${same}。`,
  },

  temperature: {
    title: '温度决定抽样有多随机',
    subtitle: (scores) => [
      `模型每次都给三个词同样的分数：${scores}。`,
      '温度 T 把分数变成抽中各个词的概率。',
    ],
    words: ['雨', '晴', '雪'],
    at: (temperature) => `T = ${temperature}`,
    alt: (scores, rows) => `三个词的分数是 ${scores}，三种温度下各自的概率。${rows.join('')}`,
    altRow: (temperature, chances) => `T = ${temperature}：${list(chances)}。`,
  },
};
