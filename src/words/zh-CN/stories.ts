import type { ComparisonFacts } from '../facts.ts';
import type { ComparisonStories, ComparisonStory } from '../story.ts';
import { trainedModelStories } from './trained-model-stories.ts';

const ahead = '向前预测 60 步，把输出喂回去。';

/** 每个演示的每种形式一段话；话里的数字全部取自结果。 */
export const comparisons: ComparisonStories = {
  ...trainedModelStories,
  'initial-weights': {
    retrain: ({ runs, spread, farthest, same, onlyToy }) => ({
      title: `换初始权重，训练 ${runs} 次：`,
      subtitle: `数据相同，批次顺序相同。${ahead}`,
      before: '修复前：每次换一组初始权重',
      after: `固定种子：重新训练 ${runs} 次`,
      finding:
        `同样的数据、同样的批次顺序，只换**初始权重**，训练 ${runs} 次。每个模型再向前预测 60 个时间步，每步的输出作为下一步的输入：预测的离散度为 **${spread}**，相差最多 **${farthest}**。` +
        `把初始权重也固定下来，${same}。` +
        `模型训练好并保存之后，权重不再改变，差别就不会来自这里。${onlyToy}`,
    }),
  },
  'batch-order': {
    retrain: ({ runs, spread, farthest, same, onlyToy }) => ({
      title: `换批次顺序，训练 ${runs} 次：`,
      subtitle: `初始权重相同，数据相同。${ahead}`,
      before: '修复前：每次打乱的顺序不同',
      after: `固定顺序：重新训练 ${runs} 次`,
      finding:
        `初始权重相同、数据相同，只有**小批量的顺序**不同，训练 ${runs} 次。向前预测 60 个时间步，每步的输出作为下一步的输入：预测的离散度为 **${spread}**，相差最多 **${farthest}**。` +
        `顺序相同时，${same}。` +
        `顺序只在训练时起作用，训练好的模型没有顺序可言。${onlyToy}`,
    }),
  },
  dropout: {
    inference: ({ runs, spread, farthest, same, onlyToy }) => ({
      title: `同一模型、同一输入，调用 ${runs} 次：`,
      subtitle: '同一个训练好的 LSTM，反复调用，预测下一步。',
      before: '修复前：推理时 dropout 没关',
      after: '推理模式：关闭 dropout',
      finding:
        `**同一个**训练好的模型，**开着 dropout** 用同样的输入调用 ${runs} 次：输出的离散度为 **${spread}**，相差最多 **${farthest}**。` +
        `换成推理模式，${same}。失活率每次都一样，变的只是随机丢弃哪些单元。${onlyToy}`,
    }),
    training: ({ runs, spread, farthest, same, onlyToy }) => ({
      title: `换 dropout 掩码，训练 ${runs} 次：`,
      subtitle: `初始权重和批次相同。${ahead}`,
      before: '修复前：训练时的掩码不同',
      after: `掩码相同：重新训练 ${runs} 次`,
      finding:
        `初始权重、批次顺序都相同，只有**训练时的 dropout 掩码**不同，训练 ${runs} 次：关闭 dropout 后向前预测 60 个时间步，预测的离散度为 **${spread}**，相差最多 **${farthest}**。` +
        `掩码也相同时，${same}。${onlyToy}`,
    }),
  },
  'time-steps': {
    length: ({ sweep, onlyToy }) => ({
      title: [`同一模型，${sweep.count} 种窗口长度：`, `误差 ${sweep.range}`],
      subtitle: [
        `同一个训练好的 LSTM，终点相同。点线：训练时的长度 ${sweep.usual}。`,
        '误差：与目标值的均方根距离，预测下一步。',
      ],
      axis: '窗口的时间步数',
      before: '不同窗口长度的误差',
      after: '同样的窗口再问一次，与第一次之差',
      finding:
        `**同一个**训练好的模型，同样的终点，窗口长度分别为 ${sweep.list} 个时间步：误差从 **${sweep.lowest}**（${sweep.lowestAt} 步）到 **${sweep.highest}**（${sweep.highestAt} 步）；训练时用的是 ${sweep.usual} 步。` +
        `同样的窗口再问一次：${sweep.again}。` +
        `所以这不是随机因素：输出是整个窗口的函数，换了窗口就是换了输入。${onlyToy}`,
    }),
    alignment: ({ sweep, onlyToy }) => ({
      title: [`同样的数值，后面补 0 到 ${sweep.last} 个零：`, `误差 ${sweep.range}`],
      subtitle: [
        '同一个训练好的 LSTM，零补在后面，没有掩码。点线：没有填充。',
        '误差：与目标值的均方根距离，预测下一步。',
      ],
      axis: '24 个值后面的零的个数',
      before: '不同补零个数的误差',
      after: '同样的填充再问一次，与第一次之差',
      finding:
        `**同一个**训练好的模型，同样的数值，只是在**后面填充 0 到 ${sweep.last} 个零**且没有掩码：误差从 **${sweep.lowest}**（${sweep.lowestAt} 个零）到 **${sweep.highest}**（${sweep.highestAt} 个零）。` +
        `同样的填充再问一次：${sweep.again}。没有掩码，模型会把填充当作数据来读。${onlyToy}`,
    }),
  },
  hyperparameters: {
    'learning-rate': (facts) => setting(facts, '学习率'),
    'hidden-units': (facts) =>
      setting(
        facts,
        '隐藏单元数',
        '大小不同的模型不可能从同样的权重开始：初始权重出自同一个种子，但形状不同。',
      ),
    clipping: (facts) => setting(facts, '裁剪阈值'),
  },
  'data-set': {
    sampling: ({ runs, spread, farthest, same, onlyToy }) => ({
      title: `用随机子集训练 ${runs} 次：`,
      subtitle: `初始权重相同，批次种子相同。${ahead}`,
      before: '修复前：每次另取 40% 的数据',
      after: `用保存的划分：重新训练 ${runs} 次`,
      finding:
        `初始权重相同，每次**随机另取 40% 的数据**，训练 ${runs} 次：向前 60 个时间步的预测，离散度为 **${spread}**，相差最多 **${farthest}**。` +
        `使用保存下来的同一份划分，${same}。${onlyToy}`,
    }),
    shift: ({ runs, error, errorAfter, yardstick, everyTime, onlyToy }) => ({
      title: [
        '没见过的数据：预测错了，但每次错得一样，',
        `误差 ${error}，熟悉的数据上 ${yardstick}`,
      ],
      subtitle: `同样的问题问 ${runs} 次，预测下一步。虚线：正确的输出。`,
      before: '修复前：只用熟悉的数据训练',
      after: '用两处的数据一起训练',
      finding:
        `把**来自别处**的序列（整体更高、变化更快）交给训练好的模型，问了 ${runs} 次。预测错了：均方根误差 **${error}**，而在与训练数据同类的数据上只有 ${yardstick}。不过，` +
        `${everyTime}。` +
        `分布偏移让模型出错，而不是让它变来变去。用两处的数据训练后，误差为 ${errorAfter}。${onlyToy}`,
    }),
    dirty: ({ runs, spread, farthest, same, onlyToy }) => ({
      title: `数据的缺失和错误每次不同，训练 ${runs} 次：`,
      subtitle: `6% 缺失（读成 0），2% 错误。${ahead}`,
      before: '修复前：数据不清洗就训练',
      after: '先清洗，再训练',
      finding:
        `同一条序列训练 ${runs} 次，每次**缺失和出错的数值不同**：向前 60 个时间步的预测，离散度为 **${spread}**，相差最多 **${farthest}**。` +
        `训练前先清洗（缺口和不可能的数值按直线补上），${same}。` +
        `剩下的差别是清洗补不回来的：补上的数值只是猜测。${onlyToy}`,
    }),
  },
};

function setting({ sweep, onlyToy }: ComparisonFacts, name: string, note = ''): ComparisonStory {
  const dotted = sweep.usual === '' ? '' : `；点线：常用的 ${sweep.usual}`;
  return {
    title: [`同一种子，${sweep.count} 种${name}：`, `误差 ${sweep.range}`],
    subtitle: [
      `粗线：本演示的初始权重；细线：另外 4 组${dotted}。`,
      '误差：与目标值的均方根距离，向前预测 60 步。',
    ],
    axis: name,
    before: `不同${name}的误差`,
    after: '第二次训练与第一次之差',
    finding:
      `${note}种子相同，${sweep.count} 种**${name}**（${sweep.list}）：误差从 **${sweep.lowest}**（${sweep.lowestAt}）到 **${sweep.highest}**（${sweep.highestAt}）。` +
      `每种设置再训练一次：${sweep.again}；所以设置按固定的规律改变结果，不是随机因素。` +
      `${sweep.seeds}${onlyToy}`,
  };
}
