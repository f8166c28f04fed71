import type { ComparisonStories } from '../story.ts';
import { onlyToy } from './phrases.ts';

export const trainedModelStories: ComparisonStories<
  'carried-state' | 'floating-point' | 'saved-model'
> = {
  'carried-state': {
    'between-calls': ({ runs, spread, same }) => ({
      title: `处理完别的请求再问，共 ${runs} 次：相差达 ${spread}`,
      subtitle: '同一个训练好的 LSTM，保留状态，窗口为 4。虚线：目标值。',
      before: '修复前：带着别的请求留下的状态',
      after: '每次请求前重置状态',
      finding:
        `**同一个**训练好的模型，会保留状态；同样的请求（窗口为 4 个值）问 ${runs} 次，每次之前它都处理过同样的八个其他请求，只是**先后顺序不同**：输出相差最多 **${spread}**。` +
        `请求之前把状态重置为零，${same}。` +
        `权重没变，输入也没变，变的是之前处理过什么。${onlyToy}`,
    }),
    'within-predict': ({ runs, spread, same }) => ({
      title: `一次 predict，${runs} 个相同的批次：相差达 ${spread}`,
      subtitle: '同一个训练好的 LSTM，状态逐批传下去，窗口为 4。虚线：目标值。',
      before: '修复前：从上一批结束的地方开始',
      after: '每一批之前重置状态',
      finding:
        `**同一个**训练好的模型，一次调用里有 ${runs} 个批次，每批都是**同样的窗口**（4 个值）。每一批都从上一批结束的地方开始：中间没有别人调用，输出仍相差最多 **${spread}**。` +
        `每一批之前重置状态，${same}。${onlyToy}`,
    }),
  },
  'floating-point': {
    engines: ({ settings, withItself, apart, asked, lastBits }) => ({
      title: `同样的权重，${asked}：${lastBits}`,
      subtitle: '与双精度结果的距离（对数轴）。虚线：相邻 float32 的间隔。',
      before: `修复前：用 ${asked}计算`,
      after: '每种引擎与自身比较',
      finding:
        `**同一个**训练好的模型，权重相同，输入相同，分别由 **${settings}** 计算。` +
        `${apart}每种引擎与自身比较：${withItself}。` +
        `结果取决于这台机器上有哪些引擎，换一台机器可能又不一样。比较时要用容差，不要用 ==。${onlyToy}`,
    }),
    'batch-size': ({ batchSizes, spreadByEngine, withItself, apart, engines, lastBits }) => ({
      title: `批大小 ${batchSizes}，${engines}：${lastBits}`,
      subtitle: '与批大小为 1 时的距离（对数轴）。虚线：相邻 float32 的间隔。',
      before: '修复前：更大的批次',
      after: '每种批大小与自身比较',
      finding:
        `权重相同，窗口相同，**批大小为 ${batchSizes}**。各引擎上不同批大小之间的最大差值：${spreadByEngine}。` +
        `${apart}每种批大小与自身比较：${withItself}。` +
        `这只是在这里测得的，不是保证：换一种引擎，批次变大后相加的顺序可能就变了。${onlyToy}`,
    }),
    'addition-order': ({ runs, same, apart, engine, lastBits }) => ({
      title: `同一模型，隐藏单元重新编号 ${runs} 次：${lastBits}`,
      subtitle: '与双精度结果的距离（对数轴）。虚线：相邻 float32 的间隔。',
      before: '修复前：换一种顺序相加',
      after: '每次顺序相同',
      finding:
        `**同一个**训练好的模型，把隐藏单元**重新编号** ${runs} 次。函数还是同一个，只是对各单元求和时相加的顺序不同。` +
        `${apart}顺序相同时，${same}。` +
        `顺序的影响是否显现，取决于引擎（这里是 ${engine}）在哪些地方舍入。${onlyToy}`,
    }),
  },
  'saved-model': {
    'not-loaded': ({ runs, spread, hashLine, caught, restored }) => ({
      title: `启动 ${runs} 次，权重其实没有加载：相差达 ${spread}`,
      subtitle: hashLine,
      before: '修复前：每次启动都是新的随机权重',
      after: '从保存的字节加载',
      finding:
        `服务启动 ${runs} 次，**加载其实没起作用**：每个进程用的都是建网络时的随机权重，输出相差最多 **${spread}**。` +
        `${caught}真正加载保存的字节之后，${restored}。${onlyToy}`,
    }),
    'wrong-epoch': ({
      runs,
      spread,
      settings,
      range,
      error,
      errorAfter,
      hashLine,
      caught,
      restored,
    }) => ({
      title: `启动 ${runs} 次，取了别的轮次：相差达 ${spread}`,
      subtitle: hashLine,
      before: `修复前：第 ${range} 轮`,
      after: '每次都用正确的文件',
      finding:
        `服务启动 ${runs} 次，用的是**其他轮次**（${settings}）的文件，而不是正确的那一个：输出相差最多 **${spread}**。` +
        `它们与目标值的均方根误差为 ${error}，正确的文件为 ${errorAfter}。` +
        `${caught}用正确的文件，${restored}。${onlyToy}`,
    }),
    scaler: ({ runs, spread, caught, restored, hash, golden }) => ({
      title: `启动 ${runs} 次，缩放器每次重新拟合：相差达 ${spread}`,
      subtitle: `权重哈希 ${hash} 次相符，标准答案 ${golden} 次相符。虚线：目标值。`,
      before: '修复前：按最新的 16 个值拟合',
      after: '使用保存下来的缩放器',
      finding:
        `服务启动 ${runs} 次，权重是保存下来的，但每次都按最新的 16 个值**重新拟合缩放器**：同样的输入，输出相差最多 **${spread}**。` +
        `${caught}哈希只看权重，标准答案则检验输入走过的整条路。使用文件里的缩放器，${restored}。${onlyToy}`,
    }),
  },
};
