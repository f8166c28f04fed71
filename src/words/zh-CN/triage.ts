import { scale } from '../../triage/index.ts';
import type { triage as english, TriageWords } from '../en/triage.ts';

const { questions, checks }: TriageWords = {
  questions: {
    weights: {
      topic: '权重',
      ask: '两次用的是**同一份保存好的权重**，还是**重新训练过**？',
      how: '不确定？两次都打印权重的哈希。哈希不同，就是重新训练过，或者权重没有真正加载。',
      answers: { same: '同一份保存好的权重', trained: '重新训练过' },
    },
    where: {
      topic: '在哪里',
      ask: '是**同一个正在运行的程序里**两次调用就不同，还是**重新加载**模型（重启、换机器）之后才不同？',
      how: '如果两种都有，先按同一个程序来回答。',
      answers: { 'one-process': '同一个运行中的程序里', reloaded: '重新加载之后' },
    },
    changed: {
      topic: '两次之间改了什么',
      ask: '两次训练之间，你**改了什么**？',
      how: '对照两份配置。同一份数据重新随机划分不算改动：请选“什么都没改”。',
      answers: { nothing: '什么都没改', setting: '改了设置', data: '改了数据' },
    },
    calls: {
      topic: '连续三次调用',
      ask: '用**完全相同的数组连续调用**训练好的模型**三次**，三次输出如何？',
      how: '每次只做一次普通调用，批次相同，不把输出再喂回去。',
      answers: {
        equal: '三次完全相同',
        'last-digits': `只有末几位不同（≤ ${scale.roundingInLargeModels}）`,
        clear: '明显不同',
      },
    },
    start: {
      topic: '最早的差别',
      ask: '把训练启动两次，**两次最早在哪里出现差别？**',
      how: '在第一步之前打印权重的哈希，之后打印每个批次的完整损失；如果只差末几位，算“后来才不同”。',
      answers: {
        weights: '初始权重就不同',
        'first-loss': '第一个损失就不同',
        later: '后来才不同',
      },
    },
    reset: {
      topic: '从零状态开始',
      ask: '让**每次调用都从零状态开始**：调用前重置状态，或不传入状态。现在输出相同了吗？',
      how: 'Keras：`layer.reset_state()` · PyTorch：调用 LSTM 时不传 `(h, c)` · TensorFlow.js：`model.resetStates()`',
      answers: { equal: '相同了', differs: '还是不同' },
    },
    size: {
      topic: '差别的大小',
      ask: '在输出约为 1 的地方，差别**有多大**？',
      how: `取所有输出之差的最大绝对值。舍入误差不超过 ${scale.rounding}；序列很长或模型很大时不超过 ${scale.roundingInLargeModels}。`,
      answers: {
        'last-digits': `只有末几位（≤ ${scale.roundingInLargeModels}）`,
        small: `很小（约 ${scale.reducedPrecision}）`,
        clear: '明显：答案都变了',
      },
    },
    dropout: {
      topic: '模型里的 dropout',
      ask: '模型里有 **dropout**（随机失活）吗？',
      how: '找一找失活率大于 0 的 dropout 层、`dropout=`、`recurrent_dropout=` 或 `F.dropout`。',
      answers: { yes: '有', no: '没有' },
    },
  },

  checks: {
    'same-weights': {
      what: '两次都计算权重的哈希。在 PyTorch 里，哈希包含批归一化的滑动平均：在训练模式下调用一次，它就会变。',
      outcomes: { differs: '哈希不同', equal: '哈希相同' },
    },
    'two-calls': {
      what: '用同一个数组连续调用模型两次，在采样之前比较原始输出。',
      outcomes: { equal: '差值为 0，或只差末几位', differs: '明显大于 0' },
    },
    'zero-state': {
      what: '用同一个数组调用模型两次，每次都从零状态开始。',
      outcomes: { equal: '差值为 0，或只差末几位', differs: '仍明显大于 0' },
    },
    'weight-hash': {
      what: '在保存前和加载后分别计算权重的哈希。在 PyTorch 里，哈希包含批归一化的滑动平均。',
      outcomes: { differs: '哈希不同', equal: '哈希相同，那就看输入和它的预处理' },
    },
    'input-hash': {
      what: '两次都打印真正进入模型的那个样本（缩放和填充之后）的形状和哈希。',
      outcomes: { differs: '哈希或形状不同', equal: '相同' },
    },
    'full-precision': {
      what: '关掉低精度计算（这里是 PyTorch 的 TF32），再比较一次。',
      outcomes: { closer: '接近得多', 'as-before': '和之前一样' },
    },
    'on-cpu': {
      what: '两次都在同一台机器的 CPU 上运行；要在导入框架之前设置。（在 Mac 上它不起作用：请把设备选成 `cpu`。）',
      outcomes: { equal: '相同了', differs: '还是不同' },
    },
    seeds: {
      what: '旧版和新版用同样的五个种子各训练一遍。',
      outcomes: {
        apart: '新旧之间的差距大于各种子之间的差距',
        mixed: '两者重叠：只跑五次，分不清是改动还是偶然；多用几个种子，或按同一种子逐对比较',
      },
    },
    settings: {
      what: '打印两次训练的全部设置，逐行对照。',
      outcomes: {
        training: '学习率、隐藏层大小、裁剪等不同',
        window: '窗口、窗口的对齐或填充不同',
        data: '文件、划分或清洗不同',
        environment: '机器、库、精度或线程数不同',
        same: '全都相同',
      },
    },
    'first-mismatch': {
      what: '训练两次，在每个批次之前打印权重的哈希和最大差别。要看最早的差别有多大，而不是它出现得多早。如果全是 0，就多跑几步。',
      outcomes: {
        start: '第 0 步就明显不同',
        tiny: '最早的差别约为 0.00000001（1e-8）',
        between: '最早的差别约为学习率的千分之一',
        step: '最早的差别接近学习率（普通 SGD：学习率乘以梯度）',
      },
    },
    'batch-indices': {
      what: '打印两次训练中每轮的第一个批次里是哪些样本。',
      outcomes: { differs: '样本或顺序不同', equal: '样本和顺序都相同' },
    },
    tolerance: {
      what: '各做一次普通调用，比较输出时用容差，不用 `==`。',
      outcomes: {
        close: '`True`，或两边都用 float64 计算后为 `True`',
        far: '用 float64 也是 `False`：这不是舍入',
      },
    },
  },
};

export const triage: typeof english = {
  start: '用 4 个问题找出原因',
  own: '我也来回答一遍',
  heading: (number, most) => `### 是哪个原因？第 ${number} 问（最多 ${most} 问）`,
  answered: (topic, answer) => `-# ${topic}：**${answer}**`,
  possible: (causes) => `-# 仍有可能：${causes.join(' · ')}`,
  dontKnow: '不知道',
  back: '上一步',
  restart: '重新开始',
  show: '给频道里的人看',
  only: '### 符合你的回答的，只有一个原因',
  ranked: '### 符合你的回答的原因（最可能的排最前）',
  entry: (title, answer) => `**${title}**：${answer}`,
  others: (causes) => `-# 也有可能：${causes.join(' · ')}`,
  decide: (what) => `**一项检查就能判断：** ${what}`,
  confirm: (what) => `**用这项检查来确认：** ${what}`,
  outcome: (finding, causes) => `- ${finding}：**${causes.join(' · ')}**`,
  noneLeft: '都不是；请重新开始，再回答一次差别有多大',
  afterwards: '-# 一个原因可能掩盖另一个：先把这个修复好；如果仍然不同，请重新开始。',
  questions,
  checks,
};
