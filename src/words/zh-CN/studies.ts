import type { studies as english } from '../en/studies.ts';
import { compare } from './compare.ts';

export const studies: typeof english = {
  all: {
    row: (place, name, size) => `${place}. ${name}：**${size}**`,
    largest: {
      one: (name, size) => `影响最大：${name}，${size}`,
      two: (name, other) => `“${name}”与“${other}”难分先后`,
      many: (count, sizes) => `影响最大的 ${count} 个难分先后（${sizes}）`,
    },
    tooSmall: (names) => `在图上小得看不出来的：${names}。`,
    nothingVaried: {
      identical: (runs) => `每一对的两次训练输出逐位相同（共 ${runs} 次）`,
      differs: (spread) => `输出仍相差最多 ${spread}`,
    },
    story: ({ runs, pairs, forecasts, rows, together, added, resamples, drawnFrom, ...facts }) => ({
      title: ['在这个玩具任务里，每个原因影响有多大？', facts.largest],
      subtitle: [
        `只限这个玩具任务、这些设置。每条 ${runs} 次，95% 区间。`,
        '琥珀色：随机因素；绿色：设置，大小取决于抽取范围。',
      ],
      headings: [
        { text: '只变一个原因', measure: '标准差（95% 区间）' },
        { text: '全部一起变', measure: together },
      ],
      finding: `每一条表示：**只让这一个原因**每次重新抽取、其余全部固定时，预测有多分散；全部一起变时为 **${together}**。在你的模型里，排序可能不同。`,
      details:
        `**怎样测得。** 每条 ${runs} 次运行，分成 ${pairs} 对。每一对有自己的序列、初始权重、批次和 dropout 掩码，所以排序不由某一个种子决定；一对中的两次运行**只差一个原因**。每次运行向前预测 ${forecasts} 个时间步，每步的输出作为下一步的输入。\n${rows}\n` +
        `全部一起变：**${together}**。若各原因相互独立、方差相加，应为 ${added}。什么都不变时，${facts.nothingVaried}。\n` +
        `数值是各时间步上的标准差，再对时间步和各对取均方根；括号里是以整对为单位、自助重抽样 ${resamples} 次得到的 95% 区间（Efron & Tibshirani 1993）。区间重叠时，先后不能确定。\n` +
        `设置从一定范围里抽取：学习率 ${drawnFrom.learningRate.low} 到 ${drawnFrom.learningRate.high}，窗口 ${drawnFrom.timeSteps.low} 到 ${drawnFrom.timeSteps.high} 个时间步，较早的模型文件取自 ${drawnFrom.savedAfter.high + 1} 步训练中的第 ${drawnFrom.savedAfter.low} 到 ${drawnFrom.savedAfter.high} 步。抽取的范围越宽，条就越长。` +
        `遗留的状态是 ${forecasts} 步中每一步之前别的请求留下的，窗口为 ${drawnFrom.usualTimeSteps}；它自己的演示只预测下一步，窗口为 4，所以数值不同。浮点舍入是把同一个模型的单元重新编号，使相加的顺序不同。` +
        facts.tooSmall,
    }),
  },

  butterfly: {
    lines: {
      single: '每对一条线；蓝线：从同样的权重训练两次。',
      distribution: '实线：中位数；色带：50%、90%；边缘：极值；蓝线：从同样的权重训练两次。',
    },
    flips: {
      few: (flips, labels) => `各对的 ${labels} 个标签中有 **${flips}** 个翻转`,
      many: (fewest, most, mean, labels) =>
        `各对的 ${labels} 个标签中有 **${fewest} 到 ${most}** 个翻转（平均 ${mean} 个）`,
    },
    same: {
      identical: '两个任务中，每轮之后的差值都恰好为 0',
      differs: (spread) => `输出仍相差最多 ${spread}`,
    },
    conclusion: {
      both: '所以“差一个比特就必定毁掉结果”不对，“差一个比特从来不要紧”也不对。',
      open: '一个比特会不会被放大，事先无从知道。',
    },
    story: ({ pairs, epochs, units, learningRate, forecast, sign, ...facts }) => ({
      title: [
        '一个权重的末位只改一个比特：',
        `${facts.labels} 个标签翻转 ${facts.flipped} 个；预测只差 ${forecast}`,
      ],
      subtitle: [
        `${pairs} 对；LSTM(${units})，Adam ${learningRate}，${epochs} 轮，两个任务设置相同。`,
        facts.lines,
      ],
      headings: [
        { text: '预测', measure: `最多 ${forecast}` },
        { text: '正负号任务（-1 或 1）', measure: `最多 ${sign}` },
      ],
      finding:
        `训练 ${pairs} 对模型，每一对除了**一个初始权重换成相邻的下一个 float32**（末位差一个单位；取输入权重中最大的一个，免得这一位马上被舍入掉），其余完全相同。每轮之后，比较两个模型输出的最大差值，共 ${epochs} 轮。\n` +
        `**正负号任务**（五个随机数，第一个与最后一个之积是否大于 0）：最后${facts.flips}，而准确率基本不变（改动前后平均为 ${facts.accuracy} 和 ${facts.accuracyMoved}）。输出最多相差 **${sign}**，目标值是 -1 和 1。\n` +
        `**平滑的预测任务：** 始终不超过 **${forecast}**，数值的跨度约为 2。\n` +
        `**从同样的权重训练两次：** ${facts.same}。\n` +
        `${facts.conclusion}结果取决于任务、模型和学习率；这个玩具任务只展示这两种情形。`,
    }),
  },

  steadier: {
    row: (models, averages, spread, expected, error) =>
      `${models === 1 ? '单个模型' : `${models} 个取平均`}：离散度 **${spread}**${models === 1 ? '' : `（1/√k：${expected}）`}，误差 ${error} · 共 ${averages} 个`,
    same: {
      identical: (repeats) => `训练 ${repeats} 次，输出逐位相同`,
      differs: (spread) => `输出仍相差最多 ${spread}`,
    },
    story: ({ models, most, spreadOfOne, spreadOfMost, rows, same, ...facts }) => ({
      title: [
        `单个模型离散度 ${spreadOfOne}，${most} 个取平均 ${spreadOfMost}；`,
        `误差降得少一些：从 ${facts.errorOfOne} 到 ${facts.errorOfMost}`,
      ],
      subtitle: [
        `训练 ${models} 次，每次换一组初始权重和一种批次顺序。`,
        '离散度：标准差。虚线：单个模型的 1/sqrt(k)，色带：其 95% 范围。',
      ],
      headings: [
        { text: '离散度', measure: `${spreadOfOne} 到 ${spreadOfMost}` },
        { text: '误差', measure: `${facts.errorOfOne} 到 ${facts.errorOfMost}` },
      ],
      finding:
        `用同样的数据训练 ${models} 个模型，每个都有**新的初始权重和新的批次顺序**。每 k 个模型的预测取一次平均，任何模型只用一次。\n${rows}\n` +
        `${most} 个取平均，离散度是单个模型的 **1/${facts.smaller}**。若模型相互独立，长远来看应为 1/√${most} = 1/${facts.expected}；这里只有 ${facts.averages} 个这样的平均，只能粗略估计它们的离散度。彼此不独立的模型（例如同一次训练中存下的几个文件）改善更少。\n` +
        `**误差不会因此降到 0：** 所有模型共同的错误（偏差、数据中的噪声）也留在平均里。\n` +
        `**固定一个种子：** ${same}。这样可以重复，但仍只是许多可能结果中的一个。` +
        '把 k 个模型取平均更稳定，代价是训练 k 次、调用 k 次。以上只适用于这个玩具任务。',
    }),
  },

  compare,
};
