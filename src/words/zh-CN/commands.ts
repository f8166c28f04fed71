import type { commands as english } from '../en/commands.ts';

import { check } from './check.ts';
import { outputs } from './outputs.ts';

const { differs } = check;
const isPrivate = { name: '仅自己可见', description: '回复只显示给你' };

export const commands: typeof english = {
  ask: {
    name: '提问',
    description: '为什么我的 LSTM 输出每次都不同？提问后列出可能的原因',
    options: {
      question: { name: '问题', description: '用一两句话描述你看到的现象' },
      private: isPrivate,
    },
  },
  cause: {
    name: '原因',
    description: '读懂一个原因：什么情况下是它、如何检查、如何修复',
    options: {
      name: { name: '名称', description: '输入几个字，再从列表中选' },
      private: isPrivate,
    },
  },
  demo: {
    name: '演示',
    description: '现场训练小型 LSTM，用图表看某个原因的影响，以及修复后的效果',
    options: {
      cause: { name: '原因', description: '选一个原因，或粘贴复现码' },
      variant: { name: '形式', description: '演示这个原因的哪一种形式' },
      runs: { name: '次数', description: '重复几次，或试几种设置，2 到 200' },
      seed: { name: '种子', description: '种子相同，字节就相同；留空则换一个新种子' },
      watch: { name: '动画', description: '另加一个动画，看结果是怎样产生的' },
      data: { name: '数据', description: '你自己的序列：80 到 5,000 个值的 CSV 文件' },
      column: { name: '列', description: '用哪一列：列名或序号；只有一列时不用填' },
      private: isPrivate,
    },
  },
  compare: {
    name: '比较',
    description: '更好，还是运气？用一个设置的两个取值各训练多次，看看只训练一次会得出什么结论',
    options: {
      setting: { name: '设置', description: '选一个设置' },
      a: { name: '第一个值', description: '一个取值，例如 0.005' },
      b: { name: '第二个值', description: '另一个取值，例如 0.02' },
      runs: { name: '次数', description: '多少个种子，每个种子两个取值都训练，2 到 200' },
      seed: { name: '种子', description: '种子相同，字节就相同；留空则换一个新种子' },
      data: { name: '数据', description: '你自己的序列：80 到 5,000 个值的 CSV 文件' },
      column: { name: '列', description: '用哪一列：列名或序号；只有一列时不用填' },
      private: isPrivate,
    },
  },
  check: {
    name: '检查',
    description: '指出是哪一行：检查你的代码，或你多次运行的输出',
    code: {
      name: '代码',
      description: '你的脚本里哪些行会让输出不同？我只读，绝不运行',
      options: {
        file: { name: '文件', description: '脚本或 Jupyter 笔记本：.py .ipynb .js .ts .txt' },
        code: { name: '代码', description: '或者直接给代码，要带换行' },
        differs: {
          name: '什么时候',
          description: '什么时候不同？符合的排在前面',
          choices: differs,
        },
      },
    },
    outputs: {
      name: '输出',
      description: '你多次运行的输出说明了什么，排除了哪些原因？',
      options: {
        file: { name: '文件', description: '每行一次运行：.csv .txt .json .npy .npz' },
        trained: {
          name: '训练',
          description: '这些运行是怎么来的？',
          choices: outputs.trained.answers,
        },
        rows: {
          name: '行',
          description: '如果我弄错了：文件里每行是什么',
          choices: { runs: '一次运行', values: '所有运行的同一个值' },
        },
      },
    },
  },
  diagnose: {
    name: '诊断',
    description: '最多问四个问题，帮你找出原因，并给出一项能下结论的检查',
    options: { public: { name: '公开', description: '让这里的所有人都能看到' } },
  },
  misses: {
    name: '未解答',
    description: '大家问了、却没得到帮助的问题',
    list: {
      name: '列表',
      description: '按原因列出没答上来的次数；如果保留了文字，也列出问题',
      options: {},
    },
    'keep-texts': {
      name: '保留文字',
      description: '选择是否保留本服务器没答上来的问题的文字',
      options: {
        on: { name: '开启', description: '选 True 保留；选 False 不再保留，并删除已保留的' },
      },
    },
    forget: {
      name: '清除',
      description: '删除本服务器保留的全部内容',
      options: {},
    },
  },
  settings: {
    name: '设置',
    description: '选择本服务器的语言、频道和上限，以及谁可以开始一堂课',
    options: {},
  },
  lesson: {
    name: '课堂',
    description: '在本频道上一堂课：预测、运行、讨论、再投一次',
    start: {
      name: '开始',
      description: '在这里开始一堂课：实验运行之前，每个人先预测',
      options: {
        name: { name: '名称', description: '选一堂课' },
        thread: { name: '子区', description: '放进单独的子区' },
      },
    },
    rehearse: {
      name: '试讲',
      description: '自己先走一遍，附答案：只有你看得到',
      options: { name: { name: '名称', description: '选一堂课' } },
    },
    end: {
      name: '结束',
      description: '结束本频道的课，并发出总结',
      options: {},
    },
  },
  privacy: {
    name: '隐私',
    description: '你的问题会保留哪些内容，以及删除它们的按钮',
    options: {},
  },
  help: {
    name: '帮助',
    description: '我能做什么，附提问示例',
    options: {},
  },
};
