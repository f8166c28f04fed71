import type { askCli as english } from '../en/ask-cli.ts';
import { list } from './phrases.ts';

export const askCli: typeof english = {
  usage: `用法：npm run -s ask -- "<问题>" [选项]
      npm run -s ask -- --json < questions.txt

列出可能的原因，最可能的排最前。不写问题时，从标准输入逐行读取。

  --lang <名称>  en、zh-CN 或 zh-TW；不写则为 en
  --json         每个问题输出一行 JSON
  --help         显示本说明

退出码：0 已回答，2 输入有误。`,
  one: '最可能的原因：',
  several: '可能的原因（最可能的排最前）：',
  weights:
    '用的是同一份保存好的权重，还是重新训练过？这一点决定了是哪个原因：只在训练时起作用的原因，影响不到已经训练好的模型。',
  goesOn: (titles: string) => `接着可读的页面：${titles}`,
  demo: (cause: string) => `看演示：npm run -s demo -- ${cause} --out chart.png`,
  unknown: (causes: readonly string[]) =>
    `我不知道。我只解释 LSTM 的输出为什么在每次调用或每次训练之间不同。我知道的原因：${list(causes)}。\n请说明：调用了什么、哪里不同、权重是否相同。`,
  problems: {
    noQuestion: '请用引号写一个问题，或在标准输入里每行写一个。见 --help。',
    oneQuestion: '请把整个问题放在一对引号里。见 --help。',
    language: (known: readonly string[]) => `--lang 只能是 ${list(known)} 之一。`,
    seeHelp: '见 --help。',
  },
};
