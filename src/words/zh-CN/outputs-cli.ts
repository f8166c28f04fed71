import type { outputsCli as english } from '../en/outputs-cli.ts';
import { list } from './phrases.ts';

export const outputsCli: typeof english = {
  usage: `用法：npm run -s outputs -- <文件> [选项]

看你的模型反复运行的输出说明了什么：哪些原因符合，哪些不符合，为什么。

  <文件>            .csv、.txt、.json、.npy 或 .npz，最多 2 MB；- 表示读标准输入
  --rows <内容>     文件的一行是什么：runs 一次运行，或 values 一个值；省略时自动判断
  --trained <方式>  once：所有运行来自同一个训练好的模型；each：每次都重新训练
  --lang <名称>     en、zh-CN 或 zh-TW；省略时为 en
  --out <文件>      写出图表（PNG）
  --theme <名称>    图的配色：dark 深色，或 light 浅色（适合幻灯片和打印）；省略时为 dark
  --json            输出一行 JSON
  --help            显示本说明

退出码：0 完成，1 未完成，2 输入有误。`,
  chart: '图表：',
  problems: {
    noFile: '请写出一个文件，里面是各次运行的输出；或者用 - 读标准输入。',
    cannotRead: '读不了这个文件',
    rows: '--rows 必须是 runs 或 values。',
    trained: '--trained 必须是 once 或 each。',
    language: (known) => `--lang 必须是其中之一：${list(known)}。`,
    theme: (known) => `--theme 必须是其中之一：${list(known)}。`,
    file: '这里必须是普通文件，并且所在文件夹存在且可写',
    seeHelp: '请看 --help。',
  },
};
