import { spreadsOfGroups, type Condition, type Comparison } from '../../demos/index.ts';
import { amount, passed } from '../numbers.ts';
import { before, list, onlyToy, range, same, settings, type Tell } from './telling.ts';

export const trainedModelStories: Readonly<Record<string, Tell>> = {
  'carried-state/between-calls': (result) => ({
    title: `处理完别的请求再问，共 ${result.runs} 次：相差达 ${before(result)}`,
    subtitle: '同一个训练好的 LSTM，保留状态，窗口为 4。虚线：目标值。',
    before: '修复前：带着别的请求留下的状态',
    after: '每次请求前重置状态',
    finding:
      `**同一个**训练好的模型，会保留状态；同样的请求（窗口为 4 个值）问 ${result.runs} 次，每次之前它都处理过同样的八个其他请求，只是**先后顺序不同**：输出相差最多 **${before(result)}**。` +
      `请求之前把状态重置为零，${same(result)}。` +
      `权重没变，输入也没变，变的是之前处理过什么。${onlyToy}`,
  }),
  'carried-state/within-predict': (result) => ({
    title: `一次 predict，${result.runs} 个相同的批次：相差达 ${before(result)}`,
    subtitle: '同一个训练好的 LSTM，状态逐批传下去，窗口为 4。虚线：目标值。',
    before: '修复前：从上一批结束的地方开始',
    after: '每一批之前重置状态',
    finding:
      `**同一个**训练好的模型，一次调用里有 ${result.runs} 个批次，每批都是**同样的窗口**（4 个值）。每一批都从上一批结束的地方开始：中间没有别人调用，输出仍相差最多 **${before(result)}**。` +
      `每一批之前重置状态，${same(result)}。${onlyToy}`,
  }),
  'floating-point/engines': (result) => ({
    title: lastBits(result, `同样的权重，${settings(result)} 种引擎`),
    subtitle: '与双精度结果的距离（对数轴）。虚线：相邻 float32 的间隔。',
    before: `修复前：用 ${settings(result)} 种引擎计算`,
    after: '每种引擎与自身比较',
    finding:
      `**同一个**训练好的模型，权重相同，输入相同，分别由 **${list(result)}** 计算。` +
      `${apart(result)}每种引擎与自身比较：${withItself(result)}。` +
      `结果取决于这台机器上有哪些引擎，换一台机器可能又不一样。比较时要用容差，不要用 ==。${onlyToy}`,
  }),
  'floating-point/batch-size': (result) => ({
    title: lastBits(result, `批大小 ${sizes(result)}，${result.engines?.length ?? 1} 种引擎`),
    subtitle: '与批大小为 1 时的距离（对数轴）。虚线：相邻 float32 的间隔。',
    before: '修复前：更大的批次',
    after: '每种批大小与自身比较',
    finding:
      `权重相同，窗口相同，**批大小为 ${sizes(result)}**。各引擎上不同批大小之间的最大差值：${byEngine(result)}。` +
      `${apart(result)}每种批大小与自身比较：${withItself(result)}。` +
      `这只是在这里测得的，不是保证：换一种引擎，批次变大后相加的顺序可能就变了。${onlyToy}`,
  }),
  'floating-point/addition-order': (result) => ({
    title: lastBits(result, `同一模型，隐藏单元重新编号 ${result.runs} 次`),
    subtitle: '与双精度结果的距离（对数轴）。虚线：相邻 float32 的间隔。',
    before: '修复前：换一种顺序相加',
    after: '每次顺序相同',
    finding:
      `**同一个**训练好的模型，把隐藏单元**重新编号** ${result.runs} 次。函数还是同一个，只是对各单元求和时相加的顺序不同。` +
      `${apart(result)}顺序相同时，${same(result)}。` +
      `顺序的影响是否显现，取决于引擎（这里是 ${result.engine}）在哪些地方舍入。${onlyToy}`,
  }),
  'saved-model/not-loaded': (result) => ({
    title: `启动 ${result.runs} 次，权重其实没有加载：相差达 ${before(result)}`,
    subtitle: hashLine(result),
    before: '修复前：每次启动都是新的随机权重',
    after: '从保存的字节加载',
    finding:
      `服务启动 ${result.runs} 次，**加载其实没起作用**：每个进程用的都是建网络时的随机权重，输出相差最多 **${before(result)}**。` +
      `${caught(result)}真正加载保存的字节之后，${restored(result)}。${onlyToy}`,
  }),
  'saved-model/wrong-epoch': (result) => ({
    title: `启动 ${result.runs} 次，取了别的轮次：相差达 ${before(result)}`,
    subtitle: hashLine(result),
    before: `修复前：第 ${range(result)} 轮`,
    after: '每次都用正确的文件',
    finding:
      `服务启动 ${result.runs} 次，用的是**其他轮次**（${list(result)}）的文件，而不是正确的那一个：输出相差最多 **${before(result)}**。` +
      `它们与目标值的均方根误差为 ${amount(result.before.error)}，正确的文件为 ${amount(result.after.error)}。` +
      `${caught(result)}用正确的文件，${restored(result)}。${onlyToy}`,
  }),
  'saved-model/scaler': (result) => ({
    title: `启动 ${result.runs} 次，缩放器每次重新拟合：相差达 ${before(result)}`,
    subtitle: `权重哈希 ${share(result.before, 'weightHash')} 次相符，标准答案 ${share(result.before, 'goldenPair')} 次相符。虚线：目标值。`,
    before: '修复前：按最新的 16 个值拟合',
    after: '使用保存下来的缩放器',
    finding:
      `服务启动 ${result.runs} 次，权重是保存下来的，但每次都按最新的 16 个值**重新拟合缩放器**：同样的输入，输出相差最多 **${before(result)}**。` +
      `${caught(result)}哈希只看权重，标准答案则检验输入走过的整条路。使用文件里的缩放器，${restored(result)}。${onlyToy}`,
  }),
};

const lastBits = (result: Comparison, what: string): string =>
  result.before.identical ? `${what}：逐位相同` : `${what}：末几位相差达 ${before(result)}`;

const withItself = ({ after }: Comparison): string =>
  after.identical ? '每一种都逐位相同' : `相差最多 ${amount(after.spread)}`;

const apart = (result: Comparison): string =>
  result.before.identical ? '在这里，输出全部逐位相同。' : `输出相差最多 **${before(result)}**。`;

const sizes = ({ before: { labels } }: Comparison): string =>
  [labels.at(0), labels.at(-1)].map((label = '') => label.split(' ').at(-1)).join(' 到 ');

function byEngine({ engines: names = [], before: condition }: Comparison): string {
  const spreads = spreadsOfGroups(condition);
  return names.map((name, group) => `${name} ${amount(spreads[group] ?? 0)}`).join('、');
}

const share = (condition: Condition, check: 'weightHash' | 'goldenPair'): string =>
  `${passed(condition, check)}/${condition.outputs.length}`;

const missed = (condition: Condition, check: 'weightHash' | 'goldenPair'): number =>
  condition.outputs.length - passed(condition, check);

const hashLine = (result: Comparison): string =>
  `权重哈希 ${share(result.before, 'weightHash')} 次相符，修复后 ${share(result.after, 'weightHash')} 次相符。虚线：目标值。`;

const caught = ({ before: condition, runs }: Comparison): string =>
  `把权重的哈希与保存时记下的相比，${runs} 次中查出了 ${missed(condition, 'weightHash')} 次；用一组标准答案（已知的输入和应有的输出）核对，查出了 ${missed(condition, 'goldenPair')} 次。`;

const restored = (result: Comparison): string =>
  `哈希 ${share(result.after, 'weightHash')} 次相符，标准答案 ${share(result.after, 'goldenPair')} 次相符，${same(result)}`;
