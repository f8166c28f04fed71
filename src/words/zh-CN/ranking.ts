import { drawnFrom, invisible, leaders, resamples, type Ranking } from '../../demos/index.ts';
import { amount } from '../numbers.ts';
import type { Story } from '../story.ts';
import { chart } from './chart.ts';

const { rows: names, size } = chart.ranking;

export function tellRanking(result: Ranking): Story {
  const { rows, runs, together, after, timeSteps } = result;
  const list = rows.map((row, at) => `${at + 1}. ${names[row.id]}：**${size(row)}**`).join('\n');
  const { learningRate, timeSteps: lengths, savedAfter } = drawnFrom;
  return {
    title: ['在这个玩具任务里，每个原因有多大？', largest(result)],
    subtitle: [
      `只限这个玩具任务、这些设置。每条 ${runs} 次，95% 自助法区间。`,
      '琥珀色：随机因素；绿色：设置，大小取决于抽取范围。',
    ],
    headings: [
      { text: '只变一个原因', measure: '标准差（95% 区间）' },
      { text: '全部一起变', measure: size(together) },
    ],
    finding:
      `同一套训练方案、同一条序列、${timeSteps.length} 个预测点。每一条只让**一个原因每次重新抽取**，其余全部固定，各 ${runs} 次：\n${list}\n` +
      `全部一起变：**${size(together)}**。若各原因相互独立、效果只是相加，应为 ${amount(rootOfSquares(result))}。\n` +
      `数值是各时间步上各次运行的标准差（除以 n − 1），再对时间步取均方根；括号里是对各次运行做百分位自助法得到的 95% 区间（Efron & Tibshirani 1993，重抽样 ${resamples} 次）。区间重叠时，先后不能确定。` +
      `什么都不变时，${after.identical ? `${runs} 次训练的输出逐位相同` : `输出仍相差最多 ${amount(after.spread)}`}。\n` +
      `设置从一定范围里抽取：学习率 ${learningRate.low} 到 ${learningRate.high}，窗口 ${lengths.low} 到 ${lengths.high} 个时间步，较早的模型文件取自 ${savedAfter.high + 1} 步训练中的第 ${savedAfter.low} 到 ${savedAfter.high} 步。范围多宽，条就多长。` +
      '遗留的状态是别的请求留下的；浮点舍入是同一个模型把单元换个编号，使求和次序不同。' +
      tooSmall(result) +
      '以上只适用于**这个玩具任务和这些设置**；在你的模型里，顺序可能不同。',
  };
}

function tooSmall({ rows }: Ranking): string {
  const unseen = invisible(rows).map(({ id }) => names[id]);
  return unseen.length === 0 ? '' : `小到在图上看不出的：${unseen.join('、')}。`;
}

function largest({ rows }: Ranking): string {
  const first = leaders(rows);
  const [one, other] = first.map(({ id }) => names[id]);
  const value = amount(first[0]?.deviation ?? 0);
  if (first.length === 1) return `最大的是：${one ?? ''}，${value}`;
  if (first.length === 2) return `“${one ?? ''}”与“${other ?? ''}”难分先后`;
  return `最大的 ${first.length} 个难分先后（约 ${value}）`;
}

const rootOfSquares = ({ rows }: Ranking): number =>
  Math.sqrt(rows.reduce((sum, { deviation }) => sum + deviation ** 2, 0));
