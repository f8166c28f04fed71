import type { takeHome as english } from '../en/take-home.ts';
import { list } from './phrases.ts';

const tries: typeof english.tries = {
  'initial-weights': {
    retrain: [
      '让每次运行都用第一次运行的权重：`run["training"] = DATA["runs"][0]["training"]`。离散度就正好是 0。',
      '让你的框架自己抽取初始权重：一次不设种子，一次设种子。只有设了种子，第二次启动才会重复第一次的结果。',
    ],
  },
  'batch-order': {
    retrain: [
      '让每次运行都用第一次运行的批次。离散度就正好是 0。',
      '训练得久一些，把所有批次再过一遍。顺序的影响还一样大吗？',
    ],
  },
  dropout: {
    inference: [
      '让一半的运行不带掩码：这一半逐位相同，另一半不同。',
      '把所有掩码下的输出取平均，再和对照比较。这就是蒙特卡洛 dropout：离散度说明模型有多大把握。',
    ],
    training: [
      '让每次运行都用第一次运行的掩码。离散度就正好是 0。',
      '完全去掉掩码。预测的误差变大了还是变小了？',
    ],
  },
  'time-steps': {
    length: [
      '把训练用的窗口都从前面截短，再训练一次。现在误差在哪个长度最小？',
      '从窗口前面去掉一个值，再试试从后面去掉一个值。哪一种让输出变得更多？',
    ],
    alignment: [
      '把零补在数值前面，而不是后面。LSTM 先读到零，到最后大多已经忘了。',
      '只送入真实的数值，掩码或打包序列（packed sequence）就是这样做的。不管补多少零，误差都一样。',
    ],
  },
  hyperparameters: {
    'learning-rate': [
      '试一个比这里最大的还大十倍的学习率，看看损失会怎样。',
      '用最小的学习率训练两倍的步数。它能追上来吗？',
    ],
    'hidden-units': [
      '比一比：不同设置之间差多少，同一设置换种子又差多少。哪个设置真的更好？',
      '把最大的模型训练两倍的步数。它在训练数据上的误差会下降，预测的误差也会吗？',
    ],
    clipping: [
      '在裁剪之前打印梯度的范数。范数低于上限时，裁剪什么也不改变。',
      '把上限设得高到永远碰不到。那么所有取值的结果都一样。',
    ],
  },
  'data-set': {
    sampling: [
      '让每次运行都用第一次运行的样本。离散度就正好是 0。',
      '用整条序列的全部样本训练。这里的每个预测离它有多远？',
    ],
    shift: [
      '调用之前减去每个窗口的均值，调用之后再加回来。误差还剩多少？',
      '拿介于旧序列和新序列之间的数值去问模型。',
    ],
    dirty: [
      '让每次运行都用第一次运行的数据。离散度就正好是 0。',
      '数一数窗口里有多少个 4。要有多少个，一次训练才会被毁掉？',
    ],
  },
  'carried-state': {
    'between-calls': [
      '把前面的请求一个一个去掉。从几个开始，顺序才有影响？',
      '把窗口加长。窗口越长，旧状态剩下的越少。',
    ],
    'within-predict': [
      '让状态连续带过 50 次调用。输出会稳定下来吗？',
      '每两次调用重置一次状态，看看哪些输出相同。',
    ],
  },
  'floating-point': {
    engines: [],
    'batch-size': [],
    'addition-order': [
      '改用 float64 计算。差别会缩小大约九个数量级，但不会消失。',
      '如果你有 GPU，就在 GPU 上调用这个模型。最后几位又会不同。',
    ],
  },
  'saved-model': {
    'not-loaded': [
      '用你的框架保存训练好的模型，在另一个文件里加载，再逐位比较输出。',
      '每次启动后打印所有权重之和。这一个数就能暴露这个错误。',
    ],
    'wrong-epoch': [
      '画出误差随轮次的变化。加载哪个文件，影响有多大？',
      '把最后五轮的权重取平均，用它来预测。',
    ],
    scaler: [
      '让每次运行都用对照里的缩放器。离散度就正好是 0。',
      '把缩放器和输出一起打印出来。最小值和最大值变动时，输出会移动多少？',
    ],
  },
};

export const takeHome: typeof english = {
  tries,
  blank: '',
  intro: (framework, drawn, minutes) =>
    `这个文件用 ${framework} 在你的电脑上把演示重做一遍。它不做任何随机抽取：${list(drawn)}都来自机器人。所以除了舍入误差，你得到的预测会和机器人的一样。` +
    (minutes === 0 ? '运行只要几秒。' : `运行大约需要 ${minutes} 分钟。`),
  drawn: {
    data: '数据',
    weights: '初始权重',
    batches: '批次顺序',
    masks: 'dropout 掩码',
  },
  python: (packages) => `你需要装有 ${list(packages)} 的 Python；画图还需要 \`matplotlib\`。`,
  node: (install, file) =>
    `你需要 Node.js 20 或更新的版本。在一个空文件夹里运行 \`${install}\`，再运行 \`node ${file}\`。`,
  part: (taken, all) =>
    `演示运行了 ${all} 次；这个文件收了其中 ${taken} 次，好让文件小一些、运行快一些。`,
  replay: (code) => `复现码：\`${code}\``,

  draws: {
    title: '机器人抽到的数',
    text: '下面这一格是机器人的数，用 base64 写成。它很长，不用读：运行它，接着往下看。',
  },
  unpack: {
    numbers: '机器人的一个数组。dropout 掩码里每个单元占一位：1 是保留，0 是丢弃。',
    series: '沿着序列每次移动一步的窗口，只存那条序列。',
    weights: '一次训练的初始权重，按 Keras 的排列方式。',
  },
  model: {
    title: '模型',
    text: '一个 LSTM 层，后面是只有一个输出的全连接层。',
    gates:
      'Keras 和 PyTorch 的门顺序相同（输入门、遗忘门、候选值、输出门），但 PyTorch 的矩阵是转置的。',
    biases:
      'Keras 只有一个偏置，PyTorch 把两个偏置相加。第二个保持为 0，不参加训练，否则 Adam 会让它们的和多走一倍。',
    sigmoid: '不另外指定时，TensorFlow.js 的门用的是 hardSigmoid。',
    maskedPyTorch:
      '逐步调用单元，只是为了能送入 dropout 掩码。没有 dropout 时，`nn.LSTM` 的结果相同。',
    maskedKeras:
      '单元还是普通的那个，只是 dropout 掩码由外面送入，不再自己抽取。没有 dropout 时，`keras.layers.LSTM` 的结果相同。',
    loop: '把 LSTM 逐步写出来，只是为了能送入掩码或状态。没有它们时，`tf.layers.lstm` 的结果相同。',
    mask: '掩码作用在 LSTM 记住的上一步输出上，所有时间步都用同一个。',
    oneThread: '这么小的模型，用一个线程更快。',
  },
  training: {
    title: '训练',
    text: '每个小批量更新一次，顺序与机器人相同：损失是均方误差，Adam 的参数与 Keras 相同。各个框架的默认值可能不同。',
    clip: '所有梯度的总范数超过上限时，一起按比例缩小到上限。',
    epsilon:
      'Keras 先加 epsilon，再校正二阶矩；机器人、PyTorch 和 TensorFlow.js 是校正之后才加。这里照后者做。',
    untouched: '没有训练步时，模型保持原来的权重。',
    once: '所有运行共用一个模型：只训练一次，之后只调用。',
  },
  forecast: {
    title: '预测',
    feedsBack:
      '模型拿到最新的数值，预测下一个；预测值再当作最新的数值，这样走 60 步：小的差别会累积起来。',
    next: '模型拿到 60 个窗口，分别预测每个窗口之后的那个值。',
    serves: '保留状态的模型先回答别的请求，最后这个请求从它们结束的状态开始。',
    scales: '模型处理的是缩放过的数值，输出再还原回去。',
  },
  before: {
    title: '原因起作用时',
    text: '全部运行一遍，看你的预测离机器人的预测有多远。',
    retrains: '每次运行都训练自己的模型，要等一会儿；每个点是一次运行。',
    largest: '与机器人的预测相差最多：',
    magnified:
      '其中不包括下面这些运行：它们的训练会放大舍入误差，其中有些换一个框架就会得到不同的结果（见机器人的演示“butterfly”）。运行和差别：',
    spread: '离散度（各次运行的标准差）：',
    error: '误差（与目标值的均方根距离）：',
    bot: '机器人',
  },
  control: {
    title: '对照',
    text: '同样的运行，把原因固定下来。',
    part: '同样的训练、同样抽到的数，再做几次：只要有一位不同就会显出来。机器人做的次数更多。',
    identical: '相同运行的输出全部逐位相同：',
    yes: '是',
    no: '否',
  },
  chart: {
    title: '图',
    target: '目标值',
    control: '对照：用同样抽到的数再做一次',
    distances: '与第一次运行的差',
    missing: '已跳过：没有画图，因为缺少 matplotlib（pip install matplotlib）。',
    fonts: 'matplotlib 自带的字体没有汉字：找不到中文字体时，图里改用英文。',
    written: '图：',
  },
  change: {
    title: '可以改什么',
    text: '每次只改一处，然后把后面的全部重新运行：',
    common:
      '在 `DATA["trainings"]` 里改 `learning_rate`（学习率）或 `steps`（训练步数）。结果不再是机器人的数，看看原因的影响还剩多少。',
    data: '把你自己的序列放进窗口。这个原因在那里影响多大？玩具任务回答不了。',
  },

  cannot:
    '这个演示不能在你的电脑上重做：它比较好几种原因或好几个引擎，或者用了你自己的序列；而笔记本只用我的序列在一个框架里重做一种原因。',
  button: '在你的电脑上运行',
  choose: '**用哪个框架？** 你会得到一个文件，里面是机器人自己抽到的数：运行它，得到同样的结果。',
  file: (framework, code) =>
    `**${framework}：** 在你的电脑上重做同一个演示，用机器人自己抽到的数（\`${code}\`）。`,
  notebookHint: '-# 用 Jupyter、VS Code 或 Google Colab 打开，运行全部单元格。',
  scriptHint: (install, file) => `-# 先运行 \`${install}\`，再运行 \`node ${file}\``,
};
