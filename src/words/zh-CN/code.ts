import type { Place } from '../../code-check/index.ts';
import type { code as english } from '../en/code.ts';
import { codeRules } from './code-rules.ts';
import { list } from './phrases.ts';

const inCode = (name: string): string => `\`${name}\``;

const inside = ({ line, endLine, cell }: Place): string =>
  `${cell === undefined ? '' : `单元格 ${cell} 的`}第 ${line}${endLine > line ? `～${endLine}` : ''} 行`;

export const code: typeof english = {
  rules: codeRules,
  place: { inside, atStart: (text) => text },
  places: (all) => list(all),
  when: {
    call: '每次调用都不同',
    'later-call': '取决于之前的调用',
    process: '每次启动程序都不同',
    retraining: '重新训练后不同',
    gpu: '只在 GPU 上出现',
    never: '在这里没有影响',
  },
  sure: { sure: '', if: '满足条件时', maybe: '也许是有意的' },
  titled: (place, what) => `${place}：${what}`,
  mayBeMeant: '这也许正是你想要的。',
  alsoAt: (places) => `还有：${places}。`,
  source: (address) => `来源：${address}`,
  corrected: '改为：',
  notYourCause: '不是原因：',
  clean: '在这段代码里，我没有看到会让输出不同的地方。',
  noCode: '我在这里没有看到代码。',
  read: (first, last) => `我读了第 ${first}～${last} 行。`,
  readCells: (cells) => `我读了 ${cells} 个代码单元格。`,
  cutShort: '内容很长：我没有读到结尾。',
  cannotKnow: {
    files: (names) => `我看不到 ${list(names.map(inCode))}：那里的代码可能会改变结论。`,
    seedHelper: (name, place) =>
      `我看不到${place}的 \`${name}\` 做了什么：如果它设置了种子，关于种子的结论就不成立。`,
    others: {
      settings: '外部的设置',
      versions: '你用的版本',
      gpu: '是否在 GPU 上运行',
      data: '你的数据',
      'cell-order': '单元格的运行顺序',
      rest: '后面的内容',
    },
    sum: (parts) => `我也无法知道：${list(parts)}。`,
  },
  notes: {
    'full-width': (place) => `你的${place}在字符串之外有全角符号：Python 不接受。`,
    'long-lines': () => '有些行很长，我略去了中间部分。',
    'open-string': (place) => `从${place}开始的字符串没有结束；我当作它已经结束，继续读下去。`,
  },
  problems: {
    'too-large': '内容太大：脚本最多 200 kB，笔记本最多 4 MB。',
    'not-text': '这不是文本。请发送 .py、.ipynb、.js、.ts 或 .txt 文件。',
    'not-a-notebook':
      '我无法把它当作 Jupyter 笔记本来读。请在 Jupyter 里重新保存，或者把代码存成 .py 文件发送。',
    empty: '里面没有内容。',
  },
};
