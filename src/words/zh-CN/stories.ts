import { showsDistribution, type Comparison, type DemoResult } from '../../demos/index.ts';
import type { stories as english } from '../en/stories.ts';
import { amount } from '../numbers.ts';
import type { Story } from '../story.ts';
import { distribution, keyTo } from './distribution.ts';
import { tellGrowth } from './growth.ts';
import { tellRanking } from './ranking.ts';
import { before, list, onlyToy, range, same, settings, type Tell, type Told } from './telling.ts';
import { trainedModelStories } from './trained-model-stories.ts';

const spreadOver = (result: Comparison): string =>
  settings(result) < result.runs
    ? `${result.runs} 次运行均匀分布在这 ${settings(result)} 种设置上。`
    : '';
const mostZeros = (result: Comparison): string => (result.before.labels.at(-1) ?? '').slice(1);

/** 每个演示的每个变体一段话；话里的数字全部取自结果。 */
const tellers: Record<string, Tell> = {
  ...trainedModelStories,
  'initial-weights/retrain': (result) => ({
    title: `换初始权重，训练 ${result.runs} 次：相差达 ${before(result)}`,
    subtitle: '数据相同，批次顺序相同。虚线：目标值。',
    before: '修复前：每次换一组初始权重',
    after: `固定种子：重新训练 ${result.runs} 次`,
    finding:
      `同样的数据、同样的批次顺序，只换**初始权重**，训练 ${result.runs} 次：预测结果相差最多 **${before(result)}**。` +
      `把初始权重也固定下来，${same(result)}。` +
      `已经训练好并保存的模型权重不再改变，那时这不是原因。${onlyToy}`,
  }),
  'batch-order/retrain': (result) => ({
    title: `换批次顺序，训练 ${result.runs} 次：相差达 ${before(result)}`,
    subtitle: '初始权重相同，数据相同。虚线：目标值。',
    before: '修复前：每次打乱的顺序不同',
    after: `固定顺序：重新训练 ${result.runs} 次`,
    finding:
      `初始权重相同、数据相同，只有**小批量的顺序**不同，训练 ${result.runs} 次：预测结果相差最多 **${before(result)}**。` +
      `顺序相同时，${same(result)}。` +
      `顺序只在训练时起作用，训练好的模型没有顺序可言。${onlyToy}`,
  }),
  'dropout/inference': (result) => ({
    title: `同一模型、同一输入，调用 ${result.runs} 次：相差达 ${before(result)}`,
    subtitle: '同一个训练好的 LSTM，反复调用。虚线：目标值。',
    before: '修复前：推理时仍开着 dropout',
    after: '推理模式：关闭 dropout',
    finding:
      `**同一个**训练好的模型，**开着 dropout** 用同样的输入调用 ${result.runs} 次：输出相差最多 **${before(result)}**。` +
      `换成推理模式，${same(result)}。失活率每次都一样，变的只是随机丢弃哪些单元。${onlyToy}`,
  }),
  'dropout/training': (result) => ({
    title: `换 dropout 掩码，训练 ${result.runs} 次：相差达 ${before(result)}`,
    subtitle: '初始权重和批次相同，推理时关闭 dropout。',
    before: '修复前：训练时的掩码不同',
    after: `掩码相同：重新训练 ${result.runs} 次`,
    finding:
      `初始权重、批次顺序都相同，只有**训练时的 dropout 掩码**不同，训练 ${result.runs} 次：关闭 dropout 后的预测仍相差最多 **${before(result)}**。` +
      `掩码也相同时，${same(result)}。${onlyToy}`,
  }),
  'time-steps/length': (result) => ({
    title: `同一模型，${settings(result)} 种窗口长度：相差达 ${before(result)}`,
    subtitle: '权重相同，终点相同。虚线：目标值。',
    before: `修复前：${range(result)} 个时间步`,
    after: `窗口相同，调用 ${result.after.outputs.length} 次`,
    finding:
      `**同一个**训练好的模型，同样的终点，窗口长度分别为 ${list(result)} 个时间步：输出相差最多 **${before(result)}**。` +
      `使用训练时的窗口，${same(result)}。` +
      `所以时间步不是随机因素：输出是整个窗口的函数，换了窗口就是换了输入。${onlyToy}`,
  }),
  'time-steps/alignment': (result) => ({
    title: `同样的数值，后面补 0 到 ${mostZeros(result)} 个零：相差达 ${before(result)}`,
    subtitle: '同一个训练好的 LSTM，填充但没有掩码。虚线：目标值。',
    before: `修复前：${range(result)} 个零`,
    after: `对齐方式相同，调用 ${result.after.outputs.length} 次`,
    finding:
      `**同一个**训练好的模型，同样的数值，只是在**后面填充 0 到 ${mostZeros(result)} 个零**且没有掩码：输出相差最多 **${before(result)}**。` +
      `对齐方式相同时，${same(result)}。没有掩码，模型会把填充当作数据来读。${onlyToy}`,
  }),
  'hyperparameters/learning-rate': (result) => setting(result, '学习率'),
  'hyperparameters/hidden-units': (result) => {
    const told = setting(result, '隐藏单元数');
    return {
      ...told,
      finding: `${told.finding}单元数不同，初始权重的形状也不同，所以它们虽出自同一个种子，却不可能相同。`,
    };
  },
  'hyperparameters/clipping': (result) => setting(result, '裁剪阈值'),
  'data-set/sampling': (result) => ({
    title: `用 ${result.runs} 份随机子集训练：相差达 ${before(result)}`,
    subtitle: '初始权重相同，批次种子相同。虚线：目标值。',
    before: '修复前：每次另取 40% 的数据',
    after: `保存划分：重新训练 ${result.runs} 次`,
    finding:
      `初始权重相同，每次**另取随机的 40% 数据**，训练 ${result.runs} 次：预测结果相差最多 **${before(result)}**。` +
      `使用保存下来的同一份划分，${same(result)}。${onlyToy}`,
  }),
  'data-set/shift': (result) => ({
    title: [
      '换了来源的数据：错，但每次都一样',
      `（误差 ${amount(result.before.error)}，离散度 ${before(result)}）`,
    ],
    subtitle: `同样的问题问 ${result.runs} 次。虚线：应有的输出。`,
    before: '修复前：只用熟悉的数据训练',
    after: '用两处的数据一起训练',
    finding:
      `把**来自别处**的序列（整体更高、变化更快）交给训练好的模型，问了 ${result.runs} 次：它错了，均方根误差 ${amount(result.before.error)}，但` +
      `${result.before.identical ? '每次逐位相同' : `离散度为 ${before(result)}`}。` +
      `分布偏移让模型出错，而不是让它变来变去。用涵盖两处的数据训练后，误差为 ${amount(result.after.error)}。${onlyToy}`,
  }),
  'data-set/dirty': (result) => ({
    title: `数据的缺失和错误每次不同，共 ${result.runs} 次：相差达 ${before(result)}`,
    subtitle: '6% 缺失（读成 0），2% 错误。虚线：目标值。',
    before: '修复前：数据原样拿来训练',
    after: '先清洗，再训练',
    finding:
      `同一条序列训练 ${result.runs} 次，每次**缺失和出错的数值不同**：预测结果相差最多 **${before(result)}**。` +
      `训练前先清洗（缺口和不可能的数值按直线补上），${same(result)}。` +
      `剩下的差别是清洗补不回来的：补上的数值只是猜测。${onlyToy}`,
  }),
};

function setting(result: Comparison, name: string): Told {
  return {
    title: `同一种子，${settings(result)} 种${name}：相差达 ${before(result)}`,
    subtitle: '数据相同，批次顺序相同。虚线：目标值。',
    before: `修复前：${name} ${range(result)}`,
    after: '每种设置各训练两次',
    finding:
      `种子相同，只有**${name}**不同（${list(result)}），训练 ${settings(result)} 次：预测结果相差最多 **${before(result)}**。` +
      `每种设置再训练一次：${result.after.identical ? '每一种都与第一次逐位相同' : `相差最多 ${amount(result.after.spread)}`}。` +
      `所以设置会影响结果，但它不是随机因素。${onlyToy}`,
  };
}

const measureOf = (result: Comparison, side: 'before' | 'after'): string =>
  result.measure === 'error'
    ? `误差 ${amount(result[side].error)}`
    : result[side].identical
      ? '离散度 0'
      : `离散度最大 ${amount(result[side].spread)}`;

function tellComparison(result: Comparison): Story {
  const tell = tellers[`${result.cause}/${result.variant}`];
  if (!tell) throw new Error(`No story for ${result.cause}/${result.variant}.`);
  const { before: atWork, after: fixed, ...told } = tell(result);
  return {
    ...told,
    ...(showsDistribution(result) && {
      subtitle: keyTo(result),
      finding: `${told.finding}${spreadOver(result)}${distribution(result)}`,
    }),
    headings: [
      { text: atWork, measure: measureOf(result, 'before') },
      { text: fixed, measure: measureOf(result, 'after') },
    ],
  };
}

export const stories: typeof english = {
  tell(result: DemoResult): Story {
    switch (result.kind) {
      case 'comparison':
        return tellComparison(result);
      case 'ranking':
        return tellRanking(result);
      case 'growth':
        return tellGrowth(result);
    }
  },
};
