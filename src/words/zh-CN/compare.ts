import type { compare as english } from '../en/compare.ts';

/** Between Han letters: a number has a blank on both sides, 不裁剪 has none. */
const among = (value: string): string => (/\p{Script=Han}/u.test(value) ? value : ` ${value} `);

const shared: typeof english.shared = {
  'learning-rate': '初始权重和批次顺序都相同',
  'hidden-units': '批次顺序相同，初始权重来自同一种子（形状不同，所以数值也不同）',
  window: '初始权重相同，批次顺序来自同一种子（窗口的个数不同，所以顺序也不同）',
  clipping: '初始权重和批次顺序都相同',
  'dropout-rate': '初始权重和批次顺序都相同，dropout 掩码来自同一种子',
  'training-steps': '初始权重相同；两者都训练的那些步里，批次也相同',
};

export const compare: typeof english = {
  shared,
  underOne: '不到 1%',
  overNinetyNine: '99% 以上',
  moreThan: (most) => `超过 ${most}`,
  about: (count) => `约 ${count}`,

  title: {
    clear: ({ setting, winner, loser, wrong }) => [
      `${setting}：这里${among(winner)}比${among(loser)}好，`,
      `但各只训练一次，有 ${wrong} 的情况会选错`,
    ],
    obvious: ({ setting, winner, loser }) => [
      `${setting}：这里${among(winner)}比${among(loser)}好，`,
      '在这里，各训练一次就能看出来',
    ],
    open: ({ setting, a, b, runs, wrong }) => [
      `${setting}：${a} 还是 ${b}？${runs} 次分不出：`,
      `各只训练一次，有 ${wrong} 的情况结论相反`,
    ],
    tooFew: ({ setting, a, b, runs, winner }) => [
      `${setting}：${a} 还是 ${b}？${runs} 次分不出：`,
      `每次都是 ${winner} 更好，但次数太少`,
    ],
    same: ({ setting, a, b }) => [
      `${setting}：${a} 还是 ${b}？这里没有差别：`,
      '种子相同，误差就相同',
    ],
  },
  subtitle: ({ runs }) => [
    `每个点是一次训练；${runs} 个种子，两个取值各用一遍。误差越低越好。`,
    '误差：对没有训练过的值向前预测 60 步，取均方根。',
  ],
  heading: (setting, value) => `${setting}：${value}`,
  meanError: (mean) => `平均误差 ${mean}`,

  verdict: {
    clear: ({ setting, winner, loser, distance, low, high, best, worst }) =>
      `**${setting}：这里${among(winner)}比${among(loser)}好。** 平均误差低 **${distance}**（95% 区间 ${low} 到 ${high}；${best} 对 ${worst}）。`,
    open: ({ runs, winner, distance, low, high }) =>
      `**更好，还是运气？${runs} 次分不出。** ${winner} 的平均误差低 ${distance}，但 95% 区间（${low} 到 ${high}）包含 0。`,
    same: ({ runs }) =>
      `**没有差别：** 用了 ${runs} 个种子，每个种子下两个取值的误差都相同。在这里，这个设置什么都没改变。`,
  },
  oneRun: {
    clear: ({ wrong, runs }) =>
      `**如果每个取值只训练一次，有 ${wrong} 的情况会选错。** 这里数的是两边各取一次的全部 ${runs} × ${runs} 种组合，因为各自单独训练一次时，种子并不配对。`,
    obvious: ({ runs }) =>
      `**即使每个取值只训练一次，也不会选错：** 两边各取一次的 ${runs} × ${runs} 种组合中，没有一种得出相反的结论。`,
    open: ({ wrong, runs }) =>
      `**如果每个取值只训练一次，有 ${wrong} 的情况会得出与均值相反的结论**（两边各取一次的全部 ${runs} × ${runs} 种组合）。`,
    tooFew: ({ runs, winner }) =>
      `**如果每个取值只训练一次，看到的总是 ${winner} 更好**（两边各取一次的全部 ${runs} × ${runs} 种组合）。但只有 ${runs} 对，还不能排除运气。`,
    coinToss: '这几乎和抛硬币一样。',
    fewBadRuns: '选错比选对还多：均值是由少数几次很差的训练决定的。',
  },
  needed: ({ needed }) =>
    `**需要多少次：** 如果差别真有测得的这么大，${needed} 对训练才有 80% 的机会发现它（配对 t 检验，显著性水平 5%）。`,
  how: ({ shared: common }) =>
    `-# 每一对的${common}。区间是由配对的差值算出的 Student t 区间。以上只适用于这个玩具任务和这条序列，其他设置都取常用值；换一个种子，序列也跟着换。`,

  story: (facts, told) => ({
    ...told,
    subtitle: compare.subtitle(facts),
    headings: [
      { text: compare.heading(facts.setting, facts.a), measure: compare.meanError(facts.meanA) },
      { text: compare.heading(facts.setting, facts.b), measure: compare.meanError(facts.meanB) },
    ],
  }),
};
