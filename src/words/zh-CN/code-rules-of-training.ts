import type { codeRulesOfTraining as english } from '../en/code-rules-of-training.ts';

export const codeRulesOfTraining: typeof english = {
  C3: ({ Here, there, name, value }) =>
    `${Here}：\`${name}\` 管不到 ${{ torch: 'PyTorch', tensorflow: 'Keras' }[value] ?? value} 的随机数（${there}），那里需要单独设种子。`,
  C4: ({ Here, there, name, value }) =>
    value === 'late'
      ? `${Here}设种子时，${there}已经抽取了权重。`
      : `${Here}在 \`${name}\` 里设种子，但在${there}抽取权重之前，这段代码没有调用它。`,
  C5: ({ Here, there }) =>
    `${Here}只设了一次种子，${there}却建了好几个模型：后面的模型接着同一串随机数往下抽，只有从头运行整个脚本才能复现。`,
  C6: ({ Here }) => `${Here}打乱批次的顺序，却没有设种子。`,
  C7: ({ Here }) =>
    `${Here}启动了多个工作进程，数据集在每个进程里都会抽随机数：请用 \`worker_init_fn\` 和 \`generator\` 设种子。`,
  C8: ({ Here, name }) =>
    `${Here}：\`${name}\` 没有设种子，每次运行用来训练的行不同，或者顺序不同。`,
  C9: ({ Here }) => `${Here}给出数据的顺序是不固定的。`,
  C10: ({ Here, there }) => `${Here}设的种子属于一张图，而${there}把这张图丢弃了。`,
  C11: ({ Here }) =>
    `${Here}用 \`Math.random\` 抽取初始权重或打乱数据，又没有设种子：每次训练的结果都不同。`,
  C12: ({ Here, there, value }) =>
    value === 'blind'
      ? `${Here}监视的是验证集上的值，但${there && `${there}的`} \`fit\` 没有验证数据：永远不会提前停止。`
      : `${Here}提前停止后保留的是最后的权重，而不是最好的：请加上 \`restore_best_weights=True\`。`,
  C13: ({ Here, there }) => `${Here}把最好的权重写进了文件，而${there}用的是最后的权重。`,
  C15: ({ Here }) => `${Here}取到今天为止的数据：明天训练的行就更多了。`,
  C16: ({ Here }) => `${Here}随机搜索却没有设种子，再运行一次可能选出不同的设置。`,
  C17: ({ Here }) => `${Here}随机产生训练数据，又没有设种子。`,
  D2: ({ Here }) =>
    `${Here}用全部数据（包括测试部分）拟合缩放器。每次调用不同不是因为它，但数据增加后结果会变。`,
  D3: ({ Here, there }) =>
    `模型保存了（${there}），${Here}的缩放器却没有保存：加载模型的人只能用不同的尺度。`,
  D4: ({ Here, there, third }) =>
    `${Here}再次拟合了${there}拟合过的缩放器，而${third}只能按最后一次拟合来还原数值。`,
  D6: ({ Here }) => `${Here}把互相重叠的窗口随机划分：测试集里的大多数值在训练时已经见过。`,
  E1: ({ Here }) => `${Here}会忽略对不上的层：这些层保持随机权重，而且没有任何提示。`,
  E3: ({ Here, name, value }) => `${Here}加载的是 \`${name}\`，而这段代码保存的是 \`${value}\`。`,
};
