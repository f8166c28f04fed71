import type { Told } from '../code.ts';
import type { codeRules as english } from '../en/code-rules.ts';
import { codeRulesOfTraining } from './code-rules-of-training.ts';

const fromWeights = (sure: Told['sure']): string =>
  sure === 'sure'
    ? '而这段代码没有设随机种子，所以每次训练都从不同的权重开始。'
    : '我没有看到随机种子，只看到一个可能设种子的函数：如果它没有设，每次训练都从不同的权重开始。';

export const codeRules: typeof english = {
  ...codeRulesOfTraining,
  A1: ({ Here, there, name, sure }) =>
    sure === 'sure'
      ? `${Here}在训练模式下预测，${there}的 \`${name}\` 处于打开状态：每次调用的输出都不同。`
      : `${Here}在训练模式下预测。如果${there}的 \`${name}\` 是打开的，每次调用的输出都会不同。`,
  A2: ({ Here, there, third, name }) =>
    `${Here}预测时处于训练模式：${third}的 \`train()\` 撤销了前面的 \`eval()\`，${there}的 \`${name}\` 又打开了。`,
  A3: ({ Here }) =>
    `${Here}即使在 \`model.eval()\` 之后也会丢弃单元：这个函数默认是在训练，不告诉它训练已经结束，它就一直丢弃。`,
  A4: ({ Here }) => `${Here}要求以训练模式计算，dropout 一直打开：每次调用的输出都不同。`,
  A5: ({ Here }) =>
    `${Here}在 \`eval()\` 之后又打开了 dropout 层。这是蒙特卡洛 dropout：单次调用的结果本来就该不同，要对多次调用取平均。`,
  A6: ({ Here }) =>
    `${Here}把 dropout 的保留比例写死在计算图里。如果用同一张图预测，预测时也会丢弃单元。`,
  A7: ({ Here, there, sure }) =>
    sure === 'maybe'
      ? `${Here}按模型给出的概率随机抽取。${there && `${there}的`}种子能让每次启动的结果都一样，但在同一进程里再次调用，会接着原来的随机数往下抽。`
      : `${Here}按模型给出的概率随机抽取（例如下一个词元），又没有设种子：每次调用抽到的都可能不同。`,
  A8: ({ Here, there, sure }) =>
    sure === 'maybe'
      ? `${Here}随机抽取输入。${there && `${there}的`}种子能让每次启动的输入都一样，但在同一进程里再次调用，输入就变了。`
      : `${Here}随机抽取输入：不同的是**输入**，不是模型。`,
  A9: ({ Here }) =>
    `${Here}对数值调用 \`apply\` 时用了 \`training: true\`，dropout 一直打开：每次调用的输出都不同。`,
  A10: ({ Here }) => `${Here}随机抽取初始隐藏状态，所以每次调用都从不同的状态开始。`,
  A11: ({ Here }) =>
    `${Here}在每次前向计算中都加入噪声，\`eval()\` 之后也一样：没有检查 \`self.training\`。`,
  A12: ({ Here, there, third, name }) =>
    `${Here}预测时处于训练模式：${third}再次调用 \`__init__()\`，重新创建了各层，所以${there}的 \`${name}\` 在 \`eval()\` 之后又打开了。`,
  B1: ({ Here, there, third }) =>
    `${there}的层是有状态的（stateful），又没有重置，所以${Here}从${third || '上一次运行'}留下的状态开始。`,
  B2: ({ Here, there }) =>
    `${Here}把上一个样本的隐藏状态${there && `（${there}）`}传给下一个样本：输出取决于之前预测过什么。`,
  B3: ({ Here }) =>
    `${Here}把隐藏状态从一批传到下一批，却没有 \`detach()\`。PyTorch 会报错，或者沿着之前所有的批次反向传播。`,
  B4: ({ Here, there, third }) =>
    `${there}的层是有状态的（stateful），又没有重置，所以${Here}从${third || '上一次运行'}留下的状态开始。`,
  B5: ({ Here }) => `${Here}在负责预测的函数里继续训练模型：下一次预测用的是不同的权重。`,
  C1: ({ Here, sure }) => `${Here}用到 PyTorch 的随机数，${fromWeights(sure)}`,
  C2: ({ Here, sure }) => `${Here}抽取初始权重，${fromWeights(sure)}`,
  C14a: ({ Here, sure }) =>
    `${Here}给集合的元素排了顺序。${sure === 'sure' ? 'Python 在每个进程里' : '如果元素是文本，Python 在每个进程里'}对文本的排列都不同，保存的权重就和编号对不上了。`,
  C14b: ({ Here, sure }) =>
    `${Here}使用了 \`hash()\`。${sure === 'sure' ? '对于文本，它' : '如果传入的是文本，它'}在每个进程里给出的数都不同。`,
  C14c: ({ Here }) =>
    `${Here}按机器列出的顺序取文件。换一台机器，或复制一份文件夹，顺序可能就不同。`,
  D1: ({ Here, there }) =>
    `${Here}在要预测的数据上又拟合了一次缩放器${there && `（之前在${there}拟合过）`}：换几行数据就换一个尺度，同样的输入会得到不同的数。`,
  D5: ({ Here, there, value, name }) =>
    `${Here}给模型 ${value} 个时间步，而${there}的模型是按 ${name} 个时间步建的。`,
  E2: ({ Here, there }) =>
    `${Here}用${there}的模型预测，但它既没有训练过，也没有加载权重：每次启动程序，权重都重新随机抽取。`,
  E4: ({ Here, there }) =>
    `${Here}使用从文件加载的整个模型（${there}）。它保持保存时的模式，而这里没有调用 \`eval()\`。`,
  F1: ({ Here }) => `${Here}让 cuDNN 实测几种算法，再选最快的一种；每次运行选中的可能不同。`,
  F2: ({ Here }) =>
    `其他地方我没有看到问题。如果在 GPU 上运行（${Here}），求和的顺序每次运行都可能不同。`,
  F3: ({ Here, there }) =>
    `${Here}用较低的精度预测，而${there}没有：同一个模型给出的数会略有不同。`,
  F4: ({ Here }) => `${Here}降低了计算精度：第三、四位有效数字可能不同。`,
  F5: ({ Here, value }) =>
    `${Here}每批预测 ${value} 个，而前面另一次调用的批大小不同：最后几位数字可能不同。`,
  F6: ({ Here }) =>
    `在${Here}之前没有选定后端：WebGL、WebAssembly 和纯 JavaScript 算出的最后几位数字不同。`,
  F7: ({ Here, name }) =>
    `${Here}：在 GPU 上，\`${name}\` 层与层之间的 dropout 由 cuDNN 执行，只设种子不一定能复现。`,
  N1: ({ Here, name }) =>
    `${Here}：PyTorch 只在 \`${name}\` 的层与层之间丢弃单元，而这里只有一层，所以这个 dropout 不起作用。`,
  N2: ({ Here, name }) =>
    `${Here}：\`${name}\` 的第四个参数是 \`bias\`，所以这个数没有当作 dropout。请写 \`dropout=\`。`,
  N3: ({ Here, there }) => `${Here}：\`predict()\`（${there}）会自动关掉这个 dropout。`,
  N4: ({ Here }) =>
    `${Here}预测前没有 \`model.eval()\`，但这个模型既没有 dropout 也没有 BatchNorm：加上 \`eval()\` 也不会有变化。`,
  N5: ({ Here }) => `${Here}：没有告诉这个包装器保留比例是多少，所以它全部保留。`,
};
