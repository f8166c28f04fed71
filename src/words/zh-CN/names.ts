import type { CaseId, FollowUpId, PageId, SectionId } from '../../ids.ts';
import type { ByVariant, StudyId } from '../../demos/index.ts';

export const causes: Readonly<Record<PageId, string>> = {
  'initial-weights': '初始权重',
  'batch-order': '批次顺序',
  dropout: 'Dropout（随机失活）',
  'time-steps': '时间步',
  hyperparameters: '超参数',
  'data-set': '数据集',
  'carried-state': '遗留的状态',
  'floating-point': '浮点舍入',
  'saved-model': '保存与加载',
  'gpu-kernels': 'GPU 内核',
  'reduced-precision': '低精度计算',
  'hash-and-file-order': '哈希与文件顺序',
  'batch-norm': '批归一化',
  'sampling-temperature': '采样温度',
};

export const studies: Readonly<Record<StudyId, { readonly name: string; readonly title: string }>> =
  {
    all: { name: '全部原因', title: '每个原因影响有多大？全部放在一起比较' },
    butterfly: { name: '一个比特', title: '蝴蝶效应：一个权重差一个比特要紧吗？' },
    steadier: { name: '更稳定', title: '更稳定：把几个模型的输出取平均有用吗？' },
    compare: { name: '更好，还是运气？', title: '更好，还是运气？比较一个设置的两个取值' },
  };

export const followUps: Readonly<Record<FollowUpId, string>> = {
  'seed-still-differs': '设了种子还是不同',
  'is-it-a-bug': '这是 bug 吗？',
  'how-much-is-normal': '差多少算正常？',
  'how-to-report': '如何报告',
  'complete-recipe': '完整做法',
  'make-it-steadier': '怎样更稳',
};

export const cases: Readonly<Record<CaseId, string>> = {
  'same-weights': '同一份权重，连续调用两次',
  reloaded: '同一份权重，重新加载后',
  retrained: '重新训练',
  'changed-settings': '换了设置或数据后重新训练',
};

export const sections: Readonly<Record<SectionId, string>> = {
  'what-happens': '发生了什么',
  'when-it-applies': '什么情况下是它',
  'how-to-check': '如何检查',
  'fix-keras': '在 Keras 中修复',
  'fix-pytorch': '在 PyTorch 中修复',
  'fix-tensorflowjs': '在 TensorFlow.js 中修复',
  'what-the-fix-does-not-fix': '这样改解决不了什么',
  sources: '来源',
};

export const noClipping: string = '不裁剪';

export const variants: ByVariant<string> = {
  'initial-weights': {
    retrain: '换一组初始权重重新训练',
  },
  'batch-order': {
    retrain: '换一种批次顺序重新训练',
  },
  dropout: {
    inference: '同一个训练好的模型，推理时 dropout 没关',
    training: '训练时换一组 dropout 掩码',
  },
  'time-steps': {
    length: '同一个训练好的模型，换窗口长度',
    alignment: '同一个训练好的模型，窗口错位',
  },
  hyperparameters: {
    'learning-rate': '换学习率',
    'hidden-units': '换隐藏单元数',
    clipping: '换梯度裁剪阈值',
  },
  'data-set': {
    sampling: '换随机抽取的训练子集',
    shift: '测试数据来自别处',
    dirty: '缺失值和错误值',
  },
  'carried-state': {
    'between-calls': '同一个训练好的模型，中间处理过别的请求',
    'within-predict': '同一个训练好的模型，一次调用多个批次',
  },
  'floating-point': {
    engines: '同一份权重，换引擎',
    'batch-size': '同一份权重，换批大小',
    'addition-order': '换相加的顺序',
  },
  'saved-model': {
    'not-loaded': '权重其实没有加载',
    'wrong-epoch': '加载了另一轮的文件',
    scaler: '缩放器重新拟合',
  },
  all: {
    ranking: '每个原因单独起作用时的离散度',
  },
  butterfly: {
    'one-bit': '一个权重的末位改一个比特',
  },
  steadier: {
    averages: '1、2、5、10、20 个模型取平均',
  },
  compare: {
    'learning-rate': '学习率',
    'hidden-units': '隐藏单元数',
    window: '窗口长度',
    clipping: '梯度裁剪',
    'dropout-rate': 'Dropout 率',
    'training-steps': '训练步数',
  },
};
