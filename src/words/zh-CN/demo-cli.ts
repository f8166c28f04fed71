import type { demoCli as english } from '../en/demo-cli.ts';
import { list, otherLibrary, whyOtherBytes } from './phrases.ts';

export const demoCli: typeof english = {
  usage: `用法：npm run -s demo -- <原因> [选项]
      npm run -s demo -- --replay <复现码> [选项]

训练小型 LSTM，先展示一种原因的作用，再展示固定它之后的结果。

  --variant <名称>  演示的形式；省略时取该原因的第一种
  --seed <文本>     1 到 16 个字母、数字、- 或 _；省略时为 "1"
  --runs <数字>     重复几次，或试几种设置，2 到 200
  --lang <名称>     en、zh-CN 或 zh-TW；省略时为 en
  --out <文件>      写出图表（PNG）
  --watch <文件>    写出动画（GIF），看结果是怎样产生的
  --notebook <文件> 写出在你的电脑上重做演示的笔记本（.ipynb）或脚本（.mjs）
  --framework <名称> 笔记本用的框架：pytorch、keras 或 tfjs；省略时为 pytorch，脚本为 tfjs
  --theme <名称>    图的配色：dark 深色，或 light 浅色（适合幻灯片和打印）；省略时为 dark
  --csv <文件>      写出各次输出（CSV）
  --data <文件>     用你自己的序列训练：80 到 5,000 个值的 CSV
  --column <列>     用哪一列：列名或序号；只有一列时省略
  --replay <复现码> 按复现码重新运行并逐字节比较：不同时退出码为 1
  --json            输出一行 JSON
  --help            显示本说明

退出码：0 完成，1 未完成或字节不同，2 输入有误。`,
  causes: (known) => `原因：${list(known)}`,
  progress: (done, total) => `训练中：第 ${done} 次，共 ${total} 次`,
  replay: '复现码：',
  chart: '图表：',
  animation: '动画：',
  csv: '数据：',
  notebook: '笔记本：',
  identical: '完全相同：输出的字节与复现码所记录的一致。',
  differs: (why) => `不同：同一引擎给出了不同的字节。${why}`,
  whyOtherBytes,
  otherLibrary,
  otherEngine: (then, now) =>
    `不同：这个复现码来自引擎 ${then}，而这里是 ${now}；请用容差来比较数值。`,
  problems: {
    noCause: (known) => `请写出一个原因：${list(known)}。`,
    cause: (known) => `没有这个原因。请从中选择：${list(known)}。`,
    variant: (cause, known) => `演示 "${cause}" 没有这种形式。请从中选择：${list(known)}。`,
    runs: (fewest, most) => `--runs 必须是 ${fewest} 到 ${most} 的整数。`,
    values: (low, high, whole) =>
      `两个取值都必须是 ${low} 到 ${high} 的${whole ? '整数' : '数，最多四位小数'}。`,
    sameValues: '请给出两个不同的取值。',
    seed: '--seed 必须是 1 到 16 个字母、数字、"-" 或 "_"。',
    language: (known) => `--lang 必须是其中之一：${list(known)}。`,
    replay: '--replay 需要完整的复现码，例如 dropout.inference.10.7.k2.0123456789ab。',
    replayWithOptions: '复现码已经包含原因、形式、次数和种子：请去掉这些选项。',
    file: '这里必须是普通文件，并且所在文件夹存在且可写',
    framework: (known) => `--framework 必须是其中之一：${list(known)}。`,
    theme: (known) => `--theme 必须是其中之一：${list(known)}。`,
    sameFile: '有两个选项写的是同一个文件；请用不同的文件',
    nothingToWatch: '这个演示只有最终的数字，没有过程可看：请去掉 --watch。',
    dataFile: '这个文件读不了',
    columnAlone: '--column 需要文件：请用 --data 给出。',
    data: (known) =>
      `这个演示要自己造序列，所以用不了你的。可以用的有：${list(known)}，还有 compare 命令。`,
    needsData: (hash, count) =>
      `这个复现码需要你的序列：哈希 ${hash}，${count} 个值。请用 --data 给出文件。`,
    otherData: (wanted, count, hash) =>
      `这个复现码需要另一条序列：哈希 ${wanted}，${count} 个值。这个文件里是 ${hash}；请换一个文件或一列。`,
    needlessData: '这个复现码对应的演示没有用你的文件：请去掉 --data。',
    seeHelp: '请看 --help。',
  },
};
