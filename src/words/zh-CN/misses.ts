import type * as english from '../en/misses.ts';

export const misses: typeof english.misses = {
  notIt: '不是这个原因',
  sorry: '**已记下，谢谢。** 我们来找出到底是什么原因。',
  title: '### 本服务器里我没答上来的问题',
  none: '还没有。',
  line: (cause, notIt, unknown) =>
    `- **${cause}**：${[
      ...(notIt > 0 ? [`答错 ${notIt} 次`] : []),
      ...(unknown > 0 ? [`没答上来的问题里最接近它的 ${unknown} 个`] : []),
    ].join('；')}`,
  noGuess: (unknown) => `- **与此无关，或说得不清楚**：${unknown} 个问题没答上来`,
  noCause: '没有可推测的原因',
  keeping: (days) => `-# 问题的文字会保留 ${days} 天。`,
  notKeeping: '-# 不保留问题的文字，只保留这些次数。',
  kinds: { 'not-it': '答错了', unknown: '没答上来' },
  about: (kind, cause, at) => `-# ${kind} · ${cause} · <t:${at}:R>`,
  newer: '较新的问题',
  older: '较早的问题',
  switchedOn: (days) =>
    `**从现在起**，本服务器里我答不上来的问题，以及答案被标为“不是这个原因”的问题，文字会保留 ${days} 天，供 \`/未解答 列表\` 查看。请告诉成员；每个人都能用 \`/隐私\` 删除自己的问题。私信从不保留。`,
  switchedOff: '**不再保留文字**，已保留的已删除。次数仍会统计。',
  confirm: '**这会删除本服务器的全部次数和文字**，并且不再保留文字。',
  forget: '全部删除',
  forgotten: '**已删除。** 没有保留本服务器的任何内容。',
};

export const privacy: typeof english.privacy = {
  text: (days, hours) =>
    [
      '**我保留什么**',
      '- 答上来的问题：什么都不保留。',
      '- 答不上来的，或者被标为“不是这个原因”的：只按服务器记下发生的次数和对应的原因。',
      `- 问题的文字和你的 ID，只在服务器管理者开启之后才保留，为期 ${days} 天，用来改进答案。私信从不保留。`,
      '- 服务器的设置：管理者用 `/设置` 选的语言、频道、上限和可以开始一堂课的身份组，直到我被移出服务器。',
      `- 课堂上：你的答案，记在只在那一堂课里代表你的一个键之下，课结束 ${hours} 小时后删除。全班只看得到每个答案有多少人选。`,
      '- 只有提到我、回复我、发给我、或者用命令选中的消息，我才会读。上一个回答讲的是什么，以及我从你的问题里读出了什么（例如“权重相同”），我记十分钟；你写的原话，我不记。',
    ].join('\n'),
  forget: '删除与我有关的内容',
  forgotten: (questions, votes) =>
    questions + votes === 0
      ? '**没有保留你的任何内容。**'
      : `**已删除**你的 ${questions} 个问题，以及课堂上的 ${votes} 个答案。`,
};
