import { growthSettings, showsDistribution, type Growth } from '../../demos/index.ts';
import { amount, lastValues, largestOf, meanOf, percent, shortList } from '../numbers.ts';
import type { Story } from '../story.ts';

export function tellGrowth(result: Growth): Story {
  const { runs, forecast, sign, epochs } = result;
  const { units, learningRate } = growthSettings;
  const [small, large] = [largestOf(forecast.moved), largestOf(sign.moved)];
  const flips = lastValues(sign.flips);
  return {
    title: [
      '一个权重只改末位一个比特：',
      `预测任务相差 ${amount(small)}，符号任务相差 ${amount(large)}`,
    ],
    subtitle: [
      `${runs} 对；LSTM(${units})，Adam ${learningRate}，${epochs.length} 轮，两个任务设置相同。`,
      showsDistribution(result)
        ? '实线：中位数；色带：50%、90%；边缘：极值；蓝线：同样的权重训练两次。'
        : '每对一条线；蓝线：同样的权重训练两次。',
    ],
    headings: [
      { text: '预测', measure: `最多 ${amount(small)}` },
      { text: '符号任务', measure: `最多 ${amount(large)}` },
    ],
    finding:
      `训练 ${runs} 对模型，每一对除了**一个初始权重换成相邻的下一个 float32**（末位差一个单位），其余完全相同。每轮之后，比较两个模型输出的最大差值，共 ${epochs.length} 轮。\n` +
      `**平滑的预测任务：**始终不超过 **${amount(small)}**。\n` +
      `**符号任务**（五个随机数，首尾之积是否大于 0）：最大达 **${amount(large)}**。最后${flipsInWords(flips, sign.labels)}；改动前后的平均准确率分别为 ${percent(meanOf(lastValues(sign.accuracies.map(first))))} 和 ${percent(meanOf(lastValues(sign.accuracies.map(second))))}。\n` +
      `**同样的权重训练两次：**${sameInWords(result)}。\n` +
      `${conclusion(small, large)}结果取决于任务、模型和学习率；这个玩具任务只展示这两种情形。`,
  };
}

const first = ([plain = new Float32Array()]: readonly Float32Array[]) => plain;
const second = ([, moved = new Float32Array()]: readonly Float32Array[]) => moved;

function flipsInWords(flips: readonly number[], labels: number): string {
  if (flips.length <= 8)
    return `各对在 ${labels} 个标签中翻转 **${shortList(flips.map(String), '、')}** 个`;
  return `各对在 ${labels} 个标签中翻转 **${Math.min(...flips)} 到 ${Math.max(...flips)}** 个（平均 ${amount(meanOf(flips))} 个）`;
}

const difference = ({ forecast, sign }: Growth): number =>
  largestOf([...forecast.same, ...sign.same]);

const sameInWords = (result: Growth): string =>
  difference(result) === 0
    ? '两个任务中，每轮之后的差值都恰好为 0'
    : `输出仍相差最多 ${amount(difference(result))}`;

function conclusion(small: number, large: number): string {
  if (small < 1e-4 && large > 0.1)
    return '所以“差一个比特必定毁掉结果”不对，“差一个比特从不要紧”也不对。';
  return '一个比特会不会被放大，事先无从知道。';
}
