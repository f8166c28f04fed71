import type { own as english } from '../en/own.ts';
import { list } from './phrases.ts';

const problems: typeof english.problems = {
  tooBig: ({ megabytes }) => `文件超过 ${megabytes} MB：请只留那一列。`,
  noText: () => '这不是 CSV 文件：请把序列存成 .csv，每行一个值。',
  noNumbers: () => '里面没有由数字组成的列：请把序列存成 .csv，每行一个值。',
  decimalComma: () => '这里的 0,5 是一个数还是两个数？请写成 0.5，或者用分号隔开各列。',
  constant: () => '序列中用来训练的部分始终不变，没有东西可学：请换一列。',
  huge: () => '有些值离其余的值太远，缩放之后别的变化就看不见了：请修正或去掉它们。',
  whichColumn: ({ columns }) => `文件里有好几列数字：请用“列”选一列，${list(columns)}。`,
  noColumn: ({ columns }) => `文件里没有这一列：请按列名或序号选，${list(columns)}。`,
  missing: ({ line }) => `第 ${line} 行缺一个值：请先补上，例如取前后两个值的平均。`,
  notANumber: ({ text, line }) => `第 ${line} 行的“${text}”不是数字：请清理这一列，或者换一列。`,
  tooFew: ({ count }) => `序列只有 ${count} 个值，不够训练：请至少给 80 个。`,
  tooMany: ({ count }) =>
    `序列有 ${count.toLocaleString('en-US')} 个值：请最多给 5,000 个，例如最新的那些。`,
};

export const own: typeof english = {
  problems,
  how: (count, training, forecast) =>
    `**你的序列（${count} 个值）：** 模型用前 ${training} 个值训练，窗口长 24，再预测最后 ${forecast} 个值；这里的数值都以缩放后的序列为单位：按那 ${training} 个值缩放到均值 0、标准差 1。`,
  name: (count) => `你的序列（${count} 个值，已缩放）。`,
  instead: (steps) => [
    ['预测 60 步', `预测 ${steps} 步`],
    ['60 个时间步', `${steps} 个时间步`],
    [
      '这个玩具任务只说明这种情况会发生，不代表它对你的模型影响有多大。',
      '序列是你的，模型是我们的小模型：在你的模型里，影响可能更大，也可能更小。',
    ],
    [
      '这个玩具任务里没有发生这种情况，换个任务可能会。',
      '用你的序列和我们的小模型没有发生这种情况，在你的模型里可能会。',
    ],
    ['在这个玩具任务里，每个原因影响有多大？', '在你的序列上，每个原因影响有多大？'],
    ['只限这个玩具任务、这些设置。', '只限这些设置。'],
    [
      '这个玩具任务、这条序列和其余的常用设置；换一个种子，序列也跟着换。',
      '你的序列、我们的小模型和其余的常用设置。',
    ],
    ['每一对有自己的序列、初始权重', '每一对有自己的初始权重'],
    ['只适用于这个玩具任务', '只适用于你的序列和我们的小模型'],
  ],
  named: (hash, count) => `你的序列 \`${hash}\`，${count} 个值`,
  gone: (hash, count) =>
    `**这需要再给一次你的文件：** 序列 \`${hash}\`，${count} 个值。我不保留文件；请把它附在“数据”里，并把复现码填进“原因”。`,
  other: (wanted, count, hash) =>
    `这个复现码需要另一条序列：\`${wanted}\`，${count} 个值。你的文件里是 \`${hash}\`；请换一个文件或一列。`,
  needless: '这个复现码对应的演示没有用你的文件：请不要附文件。',
  columnAlone: '选列需要文件：请把 CSV 附在“数据”里。',
};
