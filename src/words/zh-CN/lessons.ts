import type { lessons as english } from '../en/lessons.ts';
import { list } from './phrases.ts';

export const lessons: typeof english = {
  plan: (title, minutes) => `## ${title}\n-# 一堂课，大约 ${minutes} 分钟`,
  planSteps: (titles) => titles.map((title, at) => `${at + 1}. ${title}`).join('\n'),
  how: '-# 趁实验还没运行，先选一个答案。没有人看得到你选了什么，揭晓之前可以改。',
  noThread: '-# 我不能在这里开子区（缺少“创建公开子区”权限），所以这堂课就在本频道上。',
  cantWrite: '我不能在这里发言：需要查看本频道和在其中发送消息的权限。',

  question: (number, all, title, prompt) => `### ${number}/${all}：${title}\n${prompt}`,
  again: (title, prompt) => `### 再投一次：${title}\n${prompt}`,
  answer: (letter, answer) => `**${letter}**　${answer}`,
  voted: (count) => `-# 已有 ${count} 人作答`,
  trained: (count) => `-# 已有 ${count} 人参加`,
  revealing: (count) => `-# 实验正在运行。${count} 人作答。`,
  closed: (count) => `-# 已结束：${count} 人作答。`,
  skipped: '-# 已跳过。',
  train: '给我训练一个',
  reveal: '揭晓',
  skip: '跳过',
  end: '结束这堂课',
  next: '下一步',
  finish: '看总结',
  voteAgain: '再投一次',
  wasIRight: '我答对了吗？',
  whereAmI: '我的在哪里？',

  chose: (letter) => `**你选了 ${letter}。** 揭晓之前可以改。`,
  takesPart: (number) =>
    `**你参加了：** 第 ${number} 次运行是你的。揭晓时我来训练它，再按“我的在哪里？”就能看到它的位置。`,
  right: (letter, feedback) => `✅ **你选了 ${letter}，答对了。** ${feedback}`,
  wrong: (letter, right, feedback) => `**你选了 ${letter}，正确的是 ${right}。** ${feedback}`,
  noVote: (right, feedback) => `**这一步你没有投票。** 正确的是 ${right}。${feedback}`,
  yours: (output, higher, others, timeStep) =>
    `**你的：${output}**，高于其余 ${others} 个中的 ${higher} 个（第 ${timeStep} 个时间步的输出）。`,
  notTrained: '**这一步你没有参加**，所以没有哪一次运行是你的。',

  running: (bar, done, total) => `🌱 实验正在运行……\n\`${bar}\` ${done}/${total}`,
  starting: '🌱 实验开始……',
  hint: {
    noVotes: '**没有人投票。** 先谈谈结果，再往下走。',
    few: (share) => `**${share} 答对：** 先讲解结果，再往下走。`,
    some: (share) => `**${share} 答对：** 让他们互相说服，然后再投一次。`,
    most: (share) => `**${share} 答对：** 说一句为什么，就往下走。`,
    onlySecond: (share) => `**之前没有人投票，现在 ${share} 答对。** 往下走吧。`,
    second: (before, share) => `**之前 ${before} 答对，现在是 ${share}。** 往下走吧。`,
    shown: '**好了。** 先谈谈结果，再往下走。',
  },
  runAgain: (problem) => `${problem}\n题目还开着，过一会儿再按“揭晓”。`,

  because: (letter, answer, explanation) => `**正确的是 ${letter}：** ${answer}\n${explanation}`,
  oddly: '⚠️ 在这台机器上，实验的结果和这堂课预期的不一样。讲解之前请先看图。',
  discuss: (discussion) => `**谈一谈：** ${discussion}`,

  confirmEnd: '**为所有人结束这堂课吗？** 之后会发出总结。',
  endNow: '是，结束',
  ended: '**已结束。** 总结在频道里。',
  summary: (title, taken) => `### 总结：${title}\n${taken} 人参加。`,
  absent: '-# 两个小时没有人主持，所以我结束了这堂课。',
  line: {
    skipped: (number, title) => `${number}. ${title}：没有演示`,
    once: (number, title, right, all, share) =>
      all === 0
        ? `${number}. ${title}：没有人投票`
        : `${number}. ${title}：${all} 人中 ${right} 人答对（${share}）`,
    onlySecond: (number, title, second) =>
      `${number}. ${title}：起初没有人投票，讨论之后 ${second} 答对`,
    twice: (number, title, first, second) =>
      `${number}. ${title}：${first} 答对，讨论之后 ${second}`,
    trained: (number, title, count) => `${number}. ${title}：${count} 人参加`,
  },
  replay: (code) => `-# 复现码：\`${code}\``,
  handout: '-# 可以打印的讲义，有题目、图和票数；还有一张投票表。两者都不含姓名。',
  forgotten24: '-# 投票在结束 24 小时后删除。',

  rehearsal: (title) => `-# 试讲“${title}”：只有你看得到`,
  rehearsed: '**这是最后一步。** 用 `/课堂 开始` 正式开始。',
  tryStep: '运行实验',

  problems: {
    unknown: (known) => `我不认识这个名字的课。有${list(known)}：输入几个字，再从列表里选。`,
    onlyTeachers: '只有能在这里管理消息的人，以及有 `/设置` 所选身份组的人，才能主持一堂课。',
    taken: '这个频道里已经有一堂课。用 `/课堂 结束` 结束它。',
    none: '这个频道里没有课。用 `/课堂 开始` 开始一堂。',
    over: '这堂课已经结束。',
    closed: '这道题已经结束：课已经往下走了。',
    early: '结果还没有揭晓。',
    revealing: '实验已经在运行，马上就有结果。',
    notKept: '刚才没能记下来，请再按一次。',
  },
};
