import type { checkCli as english } from '../en/check-cli.ts';
import { list } from './phrases.ts';

export const checkCli: typeof english = {
  usage: `用法：npm run -s check -- <文件> [选项]
      npm run -s check -- - < train.py

读取脚本（.py、.ipynb、.js、.ts、.txt），指出让输出不同的行。脚本不会被运行。

  --differs <类别>   call、later-call、process、retraining 或 gpu：先列出这一类
  --fail-on <类别>   同样的词，用逗号分隔：发现这类问题时退出码为 1
  --diff             只输出统一格式（unified diff）的修改建议
  --lang <名称>      en、zh-CN 或 zh-TW；省略时为 en
  --json             输出一行 JSON
  --help             显示本说明

退出码：0 已检查，1 已检查并发现 --fail-on 所列的类别，2 输入有误。`,
  problems: {
    noFile: '请写出一个要检查的文件，或用 - 表示标准输入。请看 --help。',
    unreadable: (file) => `无法读取 ${file}。`,
    language: (known) => `--lang 必须是其中之一：${list(known)}。`,
    when: (option, known) => `--${option} 必须是其中之一：${list(known)}。`,
    seeHelp: '请看 --help。',
  },
};
