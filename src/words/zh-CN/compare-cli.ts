import type { compareCli as english } from '../en/compare-cli.ts';
import { demoCli } from './demo-cli.ts';
import { list } from './phrases.ts';

export const compareCli: typeof english = {
  ...demoCli,
  usage: `用法：npm run -s compare -- <设置> <a> <b> [选项]
      npm run -s compare -- --replay <复现码> [选项]

更好，还是运气？用一个设置的两个取值训练小型 LSTM，两者用同样的种子，再比较误差。

  --runs <数字>     多少个种子，2 到 200；省略时为 30
  --seed <文本>     1 到 16 个字母、数字、- 或 _；省略时为 "1"
  --lang <名称>     en、zh-CN 或 zh-TW；省略时为 en
  --out <文件>      写出图表（PNG）
  --watch <文件>    写出动画（GIF），看结果是怎样产生的
  --theme <名称>    图的配色：dark 深色，或 light 浅色（适合幻灯片和打印）；省略时为 dark
  --csv <文件>      写出误差（CSV）
  --data <文件>     用你自己的序列训练：80 到 5,000 个值的 CSV
  --column <列>     用哪一列：列名或序号；只有一列时省略
  --replay <复现码> 按复现码重新运行并逐字节比较：不同时退出码为 1
  --json            输出一行 JSON；"difference" 是 a 的误差减去 b 的误差
  --help            显示本说明

退出码：0 完成，1 未完成或字节不同，2 输入有误。`,
  causes: (known) => `设置：${list(known)}`,
  problems: {
    ...demoCli.problems,
    noCause: (known) =>
      `请写出一个设置和两个取值，例如 learning-rate 0.005 0.02。设置：${list(known)}。`,
    variant: (_, known) => `没有这个设置。请从中选择：${list(known)}。`,
    replay: '--replay 需要本命令的完整复现码，例如 compare.window.12.24.30.7.k.0123456789ab。',
    replayWithOptions: '复现码已经包含设置、取值、次数和种子：请去掉这些选项。',
  },
};
