import type { codeRules as english } from '../en/code-rules.ts';

export const codeRules: typeof english = {
  A1: ({ Here, there, name, sure }) =>
    sure === 'sure'
      ? `${Here}在训练模式下预测，${there}的 \`${name}\` 在起作用：每次调用的输出都不同。`
      : `${Here}在训练模式下预测。如果${there}的 \`${name}\` 是打开的，每次调用的输出都会不同。`,
  A2: ({ Here, there, third, name }) =>
    `${Here}预测时又回到了训练模式：${third}的 \`train()\` 撤销了前面的 \`eval()\`，${there}的 \`${name}\` 因此起作用。`,
  A3: ({ Here }) =>
    `${Here}即使在 \`model.eval()\` 之后也会丢弃单元：\`F.dropout\` 默认 \`training=True\`。`,
  A7: ({ Here, there, sure }) =>
    sure === 'maybe'
      ? `${Here}随机抽取下一个词。${there}的种子让每次启动都重复，但在同一进程里再次调用会接着随机数流往下抽。`
      : `${Here}随机抽取下一个词，又没有设种子：每次调用得到的文本都不同。`,
  C14a: ({ Here, sure }) =>
    `${Here}给集合的元素排了顺序。${sure === 'sure' ? 'Python 在每个进程里' : '如果元素是文本，Python 在每个进程里'}对文本的排列都不同，保存的权重就和编号对不上了。`,
  C14b: ({ Here, sure }) =>
    `${Here}使用了 \`hash()\`。${sure === 'sure' ? '对文本，它' : '如果传入的是文本，它'}在每个进程里给出不同的数。`,
  C1: ({ Here, sure }) =>
    `${Here}用到 PyTorch 的随机数，${sure === 'sure' ? '而这段代码里没有设随机种子' : '我没有看到种子，只看到一个可能设置种子的函数'}：每次训练都从不同的权重开始。`,
  C2: ({ Here, sure }) =>
    `${Here}抽取初始权重，${sure === 'sure' ? '而这段代码里没有设随机种子' : '我没有看到种子，只看到一个可能设置种子的函数'}：每次训练都从不同的权重开始。`,
  N1: ({ Here, name }) =>
    `${Here}：PyTorch 只在 \`${name}\` 的层与层之间丢弃单元，而这里只有一层，所以这个 dropout 不起作用。`,
  N3: ({ Here, there }) => `${Here}：\`predict()\`（${there}）会自动关掉这个 dropout。`,
  N4: ({ Here }) =>
    `${Here}预测前没有 \`model.eval()\`，但这个模型既没有 dropout 也没有 BatchNorm：加上 \`eval()\` 也不会有变化。`,
};
