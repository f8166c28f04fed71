import type { ComparisonFacts } from '../facts.ts';
import type { ComparisonStories, ComparisonStory } from '../story.ts';
import { onlyToy } from './phrases.ts';
import { trainedModelStories } from './trained-model-stories.ts';

/** 每个演示的每个变体一段话；话里的数字全部取自结果。 */
export const comparisons: ComparisonStories = {
  ...trainedModelStories,
  'initial-weights': {
    retrain: ({ runs, spread, same }) => ({
      title: `换初始权重，训练 ${runs} 次：相差达 ${spread}`,
      subtitle: '数据相同，批次顺序相同。虚线：目标值。',
      before: '修复前：每次换一组初始权重',
      after: `固定种子：重新训练 ${runs} 次`,
      finding:
        `同样的数据、同样的批次顺序，只换**初始权重**，训练 ${runs} 次：预测结果相差最多 **${spread}**。` +
        `把初始权重也固定下来，${same}。` +
        `已经训练好并保存的模型权重不再改变，那时这不是原因。${onlyToy}`,
    }),
  },
  'batch-order': {
    retrain: ({ runs, spread, same }) => ({
      title: `换批次顺序，训练 ${runs} 次：相差达 ${spread}`,
      subtitle: '初始权重相同，数据相同。虚线：目标值。',
      before: '修复前：每次打乱的顺序不同',
      after: `固定顺序：重新训练 ${runs} 次`,
      finding:
        `初始权重相同、数据相同，只有**小批量的顺序**不同，训练 ${runs} 次：预测结果相差最多 **${spread}**。` +
        `顺序相同时，${same}。` +
        `顺序只在训练时起作用，训练好的模型没有顺序可言。${onlyToy}`,
    }),
  },
  dropout: {
    inference: ({ runs, spread, same }) => ({
      title: `同一模型、同一输入，调用 ${runs} 次：相差达 ${spread}`,
      subtitle: '同一个训练好的 LSTM，反复调用。虚线：目标值。',
      before: '修复前：推理时仍开着 dropout',
      after: '推理模式：关闭 dropout',
      finding:
        `**同一个**训练好的模型，**开着 dropout** 用同样的输入调用 ${runs} 次：输出相差最多 **${spread}**。` +
        `换成推理模式，${same}。失活率每次都一样，变的只是随机丢弃哪些单元。${onlyToy}`,
    }),
    training: ({ runs, spread, same }) => ({
      title: `换 dropout 掩码，训练 ${runs} 次：相差达 ${spread}`,
      subtitle: '初始权重和批次相同，推理时关闭 dropout。',
      before: '修复前：训练时的掩码不同',
      after: `掩码相同：重新训练 ${runs} 次`,
      finding:
        `初始权重、批次顺序都相同，只有**训练时的 dropout 掩码**不同，训练 ${runs} 次：关闭 dropout 后的预测仍相差最多 **${spread}**。` +
        `掩码也相同时，${same}。${onlyToy}`,
    }),
  },
  'time-steps': {
    length: ({ spread, same, settings, range, repeats, settingCount }) => ({
      title: `同一模型，${settingCount} 种窗口长度：相差达 ${spread}`,
      subtitle: '权重相同，终点相同。虚线：目标值。',
      before: `修复前：${range} 个时间步`,
      after: `窗口相同，调用 ${repeats} 次`,
      finding:
        `**同一个**训练好的模型，同样的终点，窗口长度分别为 ${settings} 个时间步：输出相差最多 **${spread}**。` +
        `使用训练时的窗口，${same}。` +
        `所以时间步不是随机因素：输出是整个窗口的函数，换了窗口就是换了输入。${onlyToy}`,
    }),
    alignment: ({ spread, same, range, mostZeros, repeats }) => ({
      title: `同样的数值，后面补 0 到 ${mostZeros} 个零：相差达 ${spread}`,
      subtitle: '同一个训练好的 LSTM，填充但没有掩码。虚线：目标值。',
      before: `修复前：${range} 个零`,
      after: `对齐方式相同，调用 ${repeats} 次`,
      finding:
        `**同一个**训练好的模型，同样的数值，只是在**后面填充 0 到 ${mostZeros} 个零**且没有掩码：输出相差最多 **${spread}**。` +
        `对齐方式相同时，${same}。没有掩码，模型会把填充当作数据来读。${onlyToy}`,
    }),
  },
  hyperparameters: {
    'learning-rate': (facts) => setting(facts, '学习率'),
    'hidden-units': (facts) =>
      setting(
        facts,
        '隐藏单元数',
        '单元数不同，初始权重的形状也不同，所以它们虽出自同一个种子，却不可能相同。',
      ),
    clipping: (facts) => setting(facts, '裁剪阈值'),
  },
  'data-set': {
    sampling: ({ runs, spread, same }) => ({
      title: `用 ${runs} 份随机子集训练：相差达 ${spread}`,
      subtitle: '初始权重相同，批次种子相同。虚线：目标值。',
      before: '修复前：每次另取 40% 的数据',
      after: `保存划分：重新训练 ${runs} 次`,
      finding:
        `初始权重相同，每次**另取随机的 40% 数据**，训练 ${runs} 次：预测结果相差最多 **${spread}**。` +
        `使用保存下来的同一份划分，${same}。${onlyToy}`,
    }),
    shift: ({ runs, spread, error, errorAfter, everyTime }) => ({
      title: ['换了来源的数据：错，但每次都一样', `（误差 ${error}，离散度 ${spread}）`],
      subtitle: `同样的问题问 ${runs} 次。虚线：应有的输出。`,
      before: '修复前：只用熟悉的数据训练',
      after: '用两处的数据一起训练',
      finding:
        `把**来自别处**的序列（整体更高、变化更快）交给训练好的模型，问了 ${runs} 次：它错了，均方根误差 ${error}，但` +
        `${everyTime}。` +
        `分布偏移让模型出错，而不是让它变来变去。用涵盖两处的数据训练后，误差为 ${errorAfter}。${onlyToy}`,
    }),
    dirty: ({ runs, spread, same }) => ({
      title: `数据的缺失和错误每次不同，共 ${runs} 次：相差达 ${spread}`,
      subtitle: '6% 缺失（读成 0），2% 错误。虚线：目标值。',
      before: '修复前：数据原样拿来训练',
      after: '先清洗，再训练',
      finding:
        `同一条序列训练 ${runs} 次，每次**缺失和出错的数值不同**：预测结果相差最多 **${spread}**。` +
        `训练前先清洗（缺口和不可能的数值按直线补上），${same}。` +
        `剩下的差别是清洗补不回来的：补上的数值只是猜测。${onlyToy}`,
    }),
  },
};

function setting(
  { settingCount, spread, settings, range, again }: ComparisonFacts,
  name: string,
  note = '',
): ComparisonStory {
  return {
    title: `同一种子，${settingCount} 种${name}：相差达 ${spread}`,
    subtitle: '数据相同，批次顺序相同。虚线：目标值。',
    before: `修复前：${name} ${range}`,
    after: '每种设置各训练两次',
    finding:
      `种子相同，只有**${name}**不同（${settings}），训练 ${settingCount} 次：预测结果相差最多 **${spread}**。` +
      `每种设置再训练一次：${again}。` +
      `所以设置会影响结果，但它不是随机因素。${onlyToy}${note}`,
  };
}
