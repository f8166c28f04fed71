import type { check as english } from '../en/check.ts';

const differs: (typeof english)['differs'] = {
  call: '同一个训练好的模型，每次调用',
  training: '每次训练',
  loading: '重新加载之后',
  machine: '换一台机器',
};

export const check: typeof english = {
  differs,
  whatDiffers: '**什么时候不同？** 选一个，符合的会排在前面。',
  menu: '检查这段代码',
  checkThis: '检查这段代码',

  form: {
    codeTitle: '检查我的代码',
    outputsTitle: '检查我的输出',
    file: '文件',
    codeFile: '脚本或 Jupyter 笔记本。我只读，绝不运行。',
    outputsFile: '每行一次运行：.csv、.txt、.json、.npy 或 .npz',
    paste: '或者粘贴在这里',
    differs: '什么时候不同？',
    trained: '这些运行是怎么来的？',
    open: '发送文件或粘贴代码',
  },

  found: (count) =>
    count === 1 ? '### 代码里有一处会让输出不同' : `### 代码里有 ${count} 处会让输出不同`,
  foundMaybe: (count) =>
    count === 1 ? '### 代码里有一处可能会让输出不同' : `### 代码里有 ${count} 处可能会让输出不同`,
  fitting: (what) => `-# 符合“${what}”的排在前面。`,
  otherThan: (what) => `与“${what}”无关`,
  correctedAt: (place) => `**改成**（${place}）：`,
  newBefore: (place) => `**在${place}之前加上：**`,
  more: (count) => `另外还有 ${count} 处，影响较小。`,
  changes: '**全部修改**合成一个文件，可用 `git apply`，也可以直接看：',
  clean: '### 我在这段代码里没有看到会让输出不同的地方',
  remains: '剩下的可能：GPU、不同的版本、不同的数据，或者我看不到的代码。不看代码也能找：`/诊断`。',
  noCode: '### 我没有看到代码',
  noCodeWhat:
    '我能读 Python（PyTorch、Keras、TensorFlow）和 JavaScript（TensorFlow.js）。请发送文件，或者把代码连同换行一起粘贴。',
  oneLine:
    '**全部代码挤在了一行里**，Python 的缩进没有了。旧版 Discord 会这样处理命令的选项。请发送文件，或者粘贴到表单里。',
  withNumbers: '-# 与你上次的数值相符的排在前面。',
  shown: {
    shown: '你的数值显示了它',
    open: '你的数值无法判断',
    'not-shown': '与你的数值不符',
  },
  codeToo: '**在你让我检查过的代码里：**',

  showEveryone: '给大家看',
  expired: '**这些内容我已经删掉了：** 你发来的东西，我最多留十分钟。请再发一次。',
  nothingSent: '**没有收到内容：** 请选择文件，或者粘贴文字。',
  noFileInIt: '那条消息里没有代码，也没有我能读的文件。',

  rowsAreRuns: '每行是一次运行',
  rowsAreValues: '每列是一次运行',

  unfinished: {
    cancelled: '**已停止**，没有做完。',
    timedOut: (seconds) => `**${seconds} 秒内没能看完**，所以停了。请只发相关的部分。`,
    busy: '**现在要检查的人很多。** 请过一分钟再试。',
    unavailable: (seconds) => `**现在无法检查**，已记入日志。我会在 ${seconds} 秒后自动重试。`,
    closed: '**我正在重启。** 请过一分钟再发。',
    crashed: '**没能看完。** 已记入日志，但不含你的内容。',
  },
};
