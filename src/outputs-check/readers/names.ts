import type { Rows } from './table.ts';

/** What people call their runs, and what they call what lies along a run. */
const runName =
  /^(?:run|call|trial|repeat|seed|try|attempt|model|training|experiment|pred(?:iction)?s?|outputs?|第\s*\d+\s*次|次数?|运行|運行|输出|輸出|调用|呼叫|种子|種子|实验|實驗)[\s_#.:-]*\d*(?:\b|_|$)/i;
const valueName =
  /^(?:t|time|time[\s_-]?steps?|steps?|epochs?|index|idx|i|id|position|sample|row|date|day|month|year|hour|x|时间步?|時間步?|日期|序号|序號)[\s_#.:-]*\d*$/i;
/** What was to be forecast: no run. */
const targetName =
  /^(?:target.*|actual|true|truth|y_?true|y_?test|label|expected|double precision|目标值?|目標值?|真实值?|真實值?)$/i;

export const isRunName = (name: string): boolean => runName.test(name.trim());
export const isValueName = (name: string): boolean => valueName.test(name.trim());
export const isTargetName = (name: string): boolean => targetName.test(name.trim());

/** What the name of the first column says of the rows. */
export const rowsCalled = (name: string): Rows | undefined => {
  if (isRunName(name)) return 'runs';
  return name.trim() !== '' && isValueName(name) ? 'values' : undefined;
};
