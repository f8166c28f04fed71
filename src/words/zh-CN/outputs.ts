import type { outputs as english } from '../en/outputs.ts';
import { list } from './phrases.ts';

const refusals: typeof english.refusals = {
  tooBig: ({ megabytes }) => `文件超过 ${megabytes} MB：请让每次运行少存一些值，或者少存几次运行。`,
  empty: () => '文件是空的：请保存各次运行的输出，每行一次运行。',
  unknownFormat: () => '这种文件我读不了：请把输出存成 .csv、.txt、.json、.npy 或 .npz。',
  noNumbers: () => '里面没有数字：请保存各次运行的输出，每行一次运行。',
  elided: () =>
    '打印的数组被截断了（“…”）：请用 np.set_printoptions(threshold=sys.maxsize) 或 torch.set_printoptions(profile="full") 打印全部，或者用 np.save 保存。',
  oneRun: () => '这里只有一次运行，而我要比较多次运行：请至少保存两次，最好十次，每行一次运行。',
  decimalComma: () => '这里的 0,5 是一个数还是两个数？请写成 0.5，或者用分号隔开各个数。',
  notANumber: ({ text, line }) =>
    line === undefined
      ? `“${text}”不是数字：文件里请只留输出值。`
      : `第 ${line} 行的“${text}”不是数字：文件里请只留输出值。`,
  ragged: ({ run, has, others }) =>
    `第 ${run} 行有 ${has} 个值，而第一行有 ${others} 个：各次运行的值必须一样多。`,
  tooMany: ({ runs, values }) =>
    `我最多比较 ${runs} 次运行、每次 ${values.toLocaleString('en-US')} 个值：请少存一些。`,
  brokenJson: () => '这不是有效的 JSON：请用 json.dump 写出，每次运行一个列表。',
  tooDeep: () => '列表嵌套太深：每次运行写一个列表即可。',
  unlikelyJson: () => '这个 JSON 里应该只有数字：每次运行写一个数字列表。',
  brokenNpy: () => '这个 .npy 文件已损坏：实际大小与文件头里写的不符。请用 np.save 重新保存。',
  pickle: () =>
    '这个 .npy 文件里是 Python 对象，读取它就等于运行它：请用 np.save(file, np.asarray(outputs, dtype=float)) 保存纯数字。',
  dtype: ({ dtype }) =>
    `这个 .npy 文件里是 ${dtype}，不是普通数字：请先用 outputs.astype("float64") 转换。`,
  brokenZip: () => '这个 .npz 文件已损坏：请用 np.savez 重新保存。',
  zipBomb: () => '这个 .npz 文件解压后远远超过我读取的上限：请用 np.savez 少存一些值。',
  noArrays: () => '这个 zip 文件里不是 NumPy 数组：请用 np.savez 保存输出。',
  tooManyArrays: ({ most }) =>
    `这个 .npz 文件里的数组超过 ${most} 个：请存成一个数组，每行一次运行。`,
};

const titles: typeof english.titles = {
  'not-finite': ({ broken, runs }) => `${runs} 次运行中有 ${broken} 次出现 NaN 或无穷大`,
  identical: ({ runs, floor }) =>
    floor === '' ? `${runs} 次运行完全相同` : `${runs} 次运行打印出来完全相同`,
  'last-bits': ({ runs }) => `${runs} 次运行只差末几位`,
  settled: ({ settledFrom }) => `从第 ${settledFrom} 次运行起不再变化`,
  'whole-numbers': ({ classes, runs }) => `${runs} 次运行，共 ${classes} 种整数`,
  reordered: ({ runs }) => `${runs} 次运行都是同样的数，只是位置不同`,
  shifted: ({ shift }) => `各次运行相同，只是错开了，最多 ${shift} 个值`,
  versions: ({ runs, versions }) => `${runs} 次运行，却只有 ${versions} 种结果`,
  rescaled: ({ runs }) => `${runs} 次运行相同，只是刻度不同`,
  settling: ({ runs }) => `${runs} 次运行逐渐稳定，变化一次比一次小`,
  ordered: ({ runs }) => `${runs} 次运行在漂移：相邻的更相似`,
  independent: ({ runs, spread, farthest }) =>
    `${runs} 次运行：离散度 ${spread}，最多相差 ${farthest}`,
};

const measured: typeof english.measured = {
  'not-finite': ({ broken, runs, firstBrokenRun, firstBrokenValue }) =>
    `${runs} 次运行中，有 ${broken} 次的输出不是数字（NaN 或无穷大）。最先出现的是第 ${firstBrokenRun} 次运行；位置最靠前的是第 ${firstBrokenValue} 个值。`,
  identical: ({ runs, values, floor }) =>
    floor === ''
      ? `你的 ${runs} 次运行（每次 ${values}）逐位相同。这里没有任何差别：你固定下来的东西（比如种子）起了作用。`
      : `你的 ${runs} 次运行（每次 ${values}）打印出来的数字完全相同。`,
  'last-bits': ({ runs, farthest, relative }) =>
    `你的 ${runs} 次运行最多相差 ${farthest}，是最大输出的 ${relative}，和舍入误差一样小。`,
  settled: ({ runs, settledFrom, firstStep }) =>
    `${runs} 次运行中，第一次与第二次的距离（均方根）是 ${firstStep}，从第 ${settledFrom} 次起全都相同。`,
  'whole-numbers': ({ classes, counts }) =>
    `你的输出是 ${classes} 种整数，比如类别或词元。它们相差多少没有意义，各出现多少次才有意义。${counts}`,
  reordered: ({ runs, values }) => `${runs} 次运行都是同样的 ${values}，只是顺序不同。`,
  shifted: ({ shift }) => `每次运行都是第一次的结果，最多错开 ${shift} 个值；重叠的部分完全相同。`,
  versions: ({ runs, versions, pattern }) =>
    `${runs} 次运行里只有 ${versions} 种不同的结果，依次是：${pattern}。`,
  rescaled: ({ line, residual }) =>
    `每次运行都等于第一次乘以一个数、再加一个数（变动最大的一次：${line}）。这样解释之后，差值只剩 ${residual}。`,
  settling: ({ firstStep, lastStep }) =>
    `第一次运行离最后一次最远，而且变化一次比一次小：开始是 ${firstStep}，最后是 ${lastStep}（均方根）。`,
  ordered: ({ runs, p }) => `这 ${runs} 次运行中，前后相邻的比打乱顺序后的更相似（p = ${p}）。`,
  independent: ({ runs, values, spread, ofUsual, farthest, order, interval }) =>
    `你的 ${runs} 次运行（每次 ${values}）的离散度（各次运行之间的标准差）是 ${spread}${ofUsual}，最多相差 ${farthest}。${order}${interval}`,
};

const whyNot: typeof english.whyNot = {
  'would-differ': () => '那样至少有一次运行会不同',
  'moves-more': ({ relative }) => `那样输出的变化会远远超过 ${relative}`,
  'moves-less': ({ relative }) => `舍入带来的变化不到最大输出的 0.003%，而这里相差 ${relative}`,
  'never-settles': ({ settledFrom }) => `那样会一直变下去，而这里从第 ${settledFrom} 次起不再变化`,
  'changes-numbers': () => '那样数值会改变，而这里出现的是同样的数',
  'always-new': ({ versions }) => `那样每次都是新的结果，而这里总是那 ${versions} 种`,
  'comes-again': () => '那样总是那几种结果，而这里每次都是新的',
  'not-on-a-line': () => '那样每个值各变各的，而这里所有值一起变',
  'has-no-order': () => '随机没有先后，而这里的运行有先后规律',
  'no-order-here': ({ p }) =>
    `上一次调用留下的状态会体现在运行的先后上，而这里看不出先后规律（p = ${p}）；只有中间处理过不同的请求时，才仍有可能`,
  'stays-a-number': () => '那样数值会变，但不会变成 NaN',
  'not-trained': () => '所有运行都来自同一个训练好的模型，中间没有训练',
};

const hidden: typeof english.hidden = {
  'not-finite': '不是数字的输出',
  identical: '完全相同的运行',
  'last-bits': '舍入',
  settled: '逐渐稳定的状态',
  'whole-numbers': '类别',
  reordered: '同样的数换了顺序',
  shifted: '错开的窗口',
  versions: '轮流出现的几种结果',
  rescaled: '另一个缩放器',
  settling: '缓慢的稳定过程',
  ordered: '漂移',
  independent: '随机',
};

export const outputs: typeof english = {
  refusals,
  titles,
  measured,
  whyNot,
  hidden,

  values: (count) => `${count} 个值`,
  read: {
    runs: (runs, values) => `我把每一行当作一次运行：${runs} 次，每次 ${values}。`,
    values: (runs, values) => `我把每一列当作一次运行：${runs} 次，每次 ${values}。`,
    single: (runs) => `我把每个数当作一次运行：${runs} 次，每次 1 个值。`,
    unsure: '如果正好相反，请告诉我。',
  },
  ofSwing: (share) => `，是一次运行自身标准差的 ${share}`,
  ofMean: (share) => `，是均值的 ${share}`,
  printed: (digits, floor) =>
    `数字只打印到小数点后 ${digits} 位，所以小于 ${floor} 的差别我看不到。`,
  printedRoughly: (floor) => `数字是取过整的，所以小于 ${floor} 的差别我看不到。`,
  order: {
    none: (p) => `看不出先后规律（p = ${p}）。`,
    perhaps: (p) => `也许有先后规律（p = ${p}）；多运行几次才能确定。`,
    unknown: '次数太少，看不出有没有先后规律。',
  },
  interval: (low, high) => `均值在 ${low} 到 ${high} 之间（95%）。`,
  counts: {
    same: '这里每次运行中各种整数的个数都相同。',
    alike: (p) => `这里各次运行可能来自同一个分布（p = ${p}）。`,
    different: (p) => `这里各次运行来自不同的分布（p = ${p}）。`,
    unknown: '这里数量太少，没法比较。',
  },
  line: (factor, offset) => `${factor} × 第一次 + ${offset}`,

  fits: (causes) => `**符合的原因：** ${list(causes)}。`,
  fitsNothing: '**不需要任何原因：** 这些运行之间没有差别。',
  notThat: (causes, why) => `**不符合：** ${list(causes)}——${why}。`,
  alsoWarmUp: '也可能是模型在第一次调用时才构建或预热。',
  alsoTraining: '也可能是模型在各次运行之间还在继续训练。',

  needs: {
    hidden: (missed) => `数据太少，看不出：${list(missed)}。`,
    more: (more) => `请给我${more}。`,
    runs: (runs) => `至少 ${runs} 次运行`,
    values: (values) => `每次至少 ${values} 个值`,
    digits: '全部数位（用 np.save，或者用 repr 打印）',
    and: (parts) => parts.join('，以及'),
  },

  trained: {
    question: '只看噪声分不清这些原因。所有运行来自同一个训练好的模型，还是每次都重新训练？',
    answers: { once: '同一个训练好的模型', each: '每次重新训练' },
  },

  code: {
    shown: (place) => `在你的代码${place}，这些数字也显示了这一点。`,
    open: (place) => `在你的代码${place}；这些数字既不能证实，也不能排除。`,
    'not-shown': (place) => `在你的代码${place}，但这些数字显示的不是它。`,
    line: (line) => `第 ${line} 行`,
    cell: (cell, line) => `第 ${cell} 个单元格第 ${line} 行`,
  },

  chart: {
    subtitle: (runs, values) => `${runs} 次运行，每次 ${values}。`,
    inOrder: '浅色：最先的运行；深色：最后的运行。',
    outputs: '你的各次运行',
    eachRun: '你的各次运行，一个点是一次',
    value: '值的序号',
    run: '运行',
    oneStrong: '粗线：其中一次运行。',
    broken: (value) => `从第 ${value} 个值起不是数字`,
    classes: (count) => `共 ${count} 种`,
    apart: (farthest) => `最多相差 ${farthest}`,
    identical: '没有差别',
    alt: (title, lines, farthest, at) =>
      `${title}。${lines}，在第 ${at} 个值相差最大，为 ${farthest}。`,
    altSame: (title, lines) => `${title}。${lines}，完全相同。`,
    altBroken: (title, lines, value) =>
      `${title}。${lines}；第一个不是数字的输出是第 ${value} 个值。`,
    altDots: (title, dots, farthest) => `${title}。${dots}，最多相差 ${farthest}；虚线是均值。`,
    lines: (runs, values) => `${runs} 次运行、${values} 个值的折线图`,
    twoPanels: (runs, values) => `${runs} 次运行、${values} 个值的折线图；下面是同样的运行减去均值`,
    dots: (runs) => `${runs} 个点的图，一次运行一个输出，按运行先后排列`,
  },
};
