import type { PanelInWords, chart as english } from '../en/chart.ts';
import { amount } from '../numbers.ts';

export const chart: typeof english = {
  han: '汉',
  timeStep: '时间步 (t)',
  output: '输出',
  amount,

  alt: {
    stop: '。',
    space: '',
    panels: (first, last) => `上下两幅折线图：LSTM 在时间步 ${first} 到 ${last} 的输出。`,
    above: (panel) => `上图“${panel.heading}”：${describe(panel)}`,
    below: (panel) => `下图“${panel.heading}”：${describe(panel)}`,
    settings: (labels) => `上图各次的设置依次为：${labels.join('、')}。`,
    pairs: (groups) => `下图中 ${groups} 种设置各重复一次，与自身比较。`,
  },
};

function describe(panel: PanelInWords): string {
  const { lines, identical, distance, at, fromTarget, error } = panel;
  if (fromTarget)
    return (
      `${lines} 条线，${identical ? '完全相同' : '不完全相同'}；在时间步 ${at} 离虚线（目标值）最远，` +
      `相差 ${amount(distance)}；均方根误差 ${amount(error)}。`
    );
  if (identical) return `${lines} 条线，重复的输出完全相同（离散度 0）。`;
  return `${lines} 条线，在时间步 ${at} 相差最大，达 ${amount(distance)}。`;
}
