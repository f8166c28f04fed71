import type { Comparison } from '../../demos/index.ts';
import { amount } from '../numbers.ts';
import { summaryInWords } from './chart.ts';

export function distribution(result: Comparison): string {
  const where = result.measure === 'error' ? '离目标值最远' : '相差最大';
  return (
    `在${where}的时间步 ${timeStep(result)}：${summaryInWords(result.focus.before)}。` +
    '色带是第 7 类分位数（Hyndman & Fan 1996）。'
  );
}

const timeStep = ({ timeSteps, focus }: Comparison): number => timeSteps[focus.at] ?? 0;

export function keyTo(result: Comparison): string[] {
  const { count, mean, deviation, low, high } = result.focus.before;
  return [
    `t = ${timeStep(result)}：均值 ${amount(mean)}，标准差 ${amount(deviation)}（n − 1），n = ${count}，范围 ${amount(low)} 到 ${amount(high)}`,
    '实线：中位数；色带：50%、90%；边缘：极值；虚线：目标值。',
  ];
}
