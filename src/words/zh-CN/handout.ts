import type { handout as english } from '../en/handout.ts';
import { list } from './phrases.ts';

export const handout: typeof english = {
  title: (lesson) => `${lesson}（讲义）`,
  about: (count) => `Seedling 一堂课的讲义：LSTM 的输出为什么会不同？${count} 人参加。`,
  answers: '全班的回答',
  answer: '答案',
  votes: '票数',
  first: '第一次',
  second: '讨论之后',
  right: '正确：',
  trained: (count) => `${count} 人按了按钮，为每个人训练了一个模型。`,
  result: '实验的结果',
  replay: '复现码：',
  noChart: '这里缺一张图。用下面的复现码可以重新得到它。',
  why: '为什么',
  discuss: '谈一谈：',
  left: (titles) => `这堂课没有演示：${list(titles)}。`,
  readOn: '继续阅读',
  inDiscord: (id) => `在 Discord 里看全文：\`/原因 名称:${id}\``,
  again: '再运行一次',
  howAgain: '把复现码作为 `/演示` 的“原因”交给机器人：它会重新运行那个实验，并告诉你字节是否相同。',
};
