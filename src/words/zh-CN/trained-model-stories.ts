import type { ComparisonStories } from '../story.ts';

export const trainedModelStories: ComparisonStories<
  'carried-state' | 'floating-point' | 'saved-model'
> = {
  'carried-state': {
    'between-calls': ({ runs, spread, farthest, same, onlyToy }) => ({
      title: `处理完别的请求再问，共 ${runs} 次：`,
      subtitle: '同一个训练好的 LSTM，保留状态，窗口为 4。',
      before: '修复前：带着别的请求留下的状态',
      after: '每次请求前重置状态',
      finding:
        `**同一个**训练好的模型，会保留状态；同样的请求（窗口为 4 个值）问 ${runs} 次，每次之前它都处理过别人的八个请求，内容相同，只是**先后顺序不同**：输出的离散度为 **${spread}**，相差最多 **${farthest}**。` +
        `请求之前把状态重置为零，${same}。` +
        `权重没变，输入也没变，变的是之前处理过什么。窗口越长，旧状态忘得越多。${onlyToy}`,
    }),
    'within-predict': ({ sweep, onlyToy }) => ({
      title: [`一次 predict，${sweep.count} 个相同的批次：`, `与第一批相差达 ${sweep.highest}`],
      subtitle: '同一个训练好的 LSTM，状态逐批传下去，窗口为 4，预测下一步。',
      axis: '批次',
      before: '与第 1 批的最大差值',
      after: '每一批之前重置状态',
      finding:
        `**同一个**训练好的模型，一次调用里有 ${sweep.count} 个批次，每批都是**同样的窗口**（4 个值）。每一批都从上一批结束的地方开始：中间没有别人调用，输出与第一批仍相差最多 **${sweep.highest}**。` +
        `每一批之前重置状态：${sweep.again}。${onlyToy}`,
    }),
  },
  'floating-point': {
    engines: ({ runs, engineList, withItself, apart, asked, engines, lastBits, onlyToy }) => ({
      title: `同一份权重，${asked}：${lastBits}`,
      subtitle: '与双精度结果的距离（对数轴）。虚线：float32 的一个间隔。',
      before: `用 ${asked}计算`,
      after: '每种引擎与自身比较',
      finding:
        `**同一个**训练好的模型，权重相同，输入相同，由相加顺序不同的程序计算。这台机器上有 ${engines}：${engineList}。` +
        `${apart}每种引擎与自身比较：${withItself}。` +
        `${runs} 次运行由它们轮流完成，多运行几次也看不到新东西。换一台机器，差的可能是别的位。比较时要用容差，不要用 ==。` +
        `图中的虚线是这个大小的 float32 与相邻数的间隔。${onlyToy}`,
    }),
    'batch-size': ({
      sizes,
      batchSizes,
      batchSizeList,
      spreadByEngine,
      withItself,
      batches,
      engines,
      lastBits,
      onlyToy,
    }) => ({
      title: `批大小 ${batchSizes}，${engines}：${lastBits}`,
      subtitle: '与批大小为 1 时的距离（对数轴）。虚线：float32 的一个间隔。',
      before: '批次更大',
      after: '每种批大小与自身比较',
      finding:
        `权重相同，窗口相同，只换**批大小，共 ${sizes} 种**（${batchSizeList}）；“次数”决定试几种。各引擎上不同批大小之间的最大差值：${spreadByEngine}。` +
        `${batches}每种批大小与自身比较：${withItself}。` +
        `这只是在这里测得的，不是保证：如果引擎对大批次换了相加的顺序，末几位就会不同。${onlyToy}`,
    }),
    'addition-order': ({ runs, same, apart, engine, lastBits, onlyToy }) => ({
      title: `同一模型，隐藏单元重新编号 ${runs} 次：${lastBits}`,
      subtitle: '与双精度结果的距离（对数轴）。虚线：float32 的一个间隔。',
      before: '换一种相加的顺序',
      after: '每次顺序相同',
      finding:
        `**同一个**训练好的模型，把隐藏单元**重新编号** ${runs} 次。函数还是同一个，只是对各单元求和时相加的顺序不同。` +
        `${apart}顺序相同时，${same}。` +
        `顺序的影响是否显现，取决于引擎（这里是 ${engine}）在哪些地方舍入。${onlyToy}`,
    }),
  },
  'saved-model': {
    'not-loaded': ({
      runs,
      spread,
      farthest,
      error,
      errorAfter,
      hashLine,
      caught,
      restored,
      onlyToy,
    }) => ({
      title: `启动 ${runs} 次，权重其实没有加载：`,
      subtitle: hashLine,
      before: '修复前：每次启动都是新的随机权重',
      after: '从保存的字节加载',
      finding:
        `服务启动 ${runs} 次，**加载其实没起作用**：每个进程用的都是建网络时的随机权重。输出的离散度为 **${spread}**，相差最多 **${farthest}**，误差 ${error}，而本应是 ${errorAfter}。` +
        `${caught}真正加载保存的字节之后，${restored}。${onlyToy}`,
    }),
    'wrong-epoch': ({ sweep, errorAfter, hashLine, caught, restored, onlyToy }) => ({
      title: [
        `启动 ${sweep.count} 次，每次加载另一轮的文件：`,
        `误差 ${sweep.range}，正确的文件为 ${errorAfter}`,
      ],
      subtitle: [hashLine, `点线：正确的文件（第 ${sweep.usual} 轮），按验证误差选定。`],
      axis: '所加载文件的轮次',
      before: '向前预测 60 步的误差',
      after: '每次都用正确的文件',
      finding:
        `训练时每轮保存一个文件；正确的是第 ${sweep.usual} 轮的，它在验证数据上误差最小。服务启动 ${sweep.count} 次，每次加载**另一轮的文件**（${sweep.list}）：预测的误差从 **${sweep.lowest}**（第 ${sweep.lowestAt} 轮）到 **${sweep.highest}**（第 ${sweep.highestAt} 轮）；用正确的文件为 ${errorAfter}。` +
        `另一个文件在这次预测上不一定更差，但它是另一个模型。${caught}用正确的文件，${restored}。${onlyToy}`,
    }),
    scaler: ({ runs, spread, farthest, caught, restored, hash, golden, onlyToy }) => ({
      title: `启动 ${runs} 次，缩放器每次重新拟合：`,
      subtitle: `权重哈希 ${hash} 次相符，基准样例 ${golden} 次相符。预测下一步。`,
      before: '修复前：按最新的 16 个值拟合',
      after: '使用保存下来的缩放器',
      finding:
        `服务启动 ${runs} 次，权重是保存下来的，但每次都按最新的 16 个值**重新拟合缩放器**：同样的输入，输出的离散度为 **${spread}**，相差最多 **${farthest}**。` +
        `${caught}哈希只看权重，基准样例则检验输入经过的整个流程。使用文件里的缩放器，${restored}。${onlyToy}`,
    }),
  },
};
