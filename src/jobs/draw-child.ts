import { useTerms } from '../words/index.ts';
import type { Check, CheckChartsTask } from './check.ts';
import type { DrawnDemo, DrawTask } from './demo.ts';
import { drawDemo } from './draw.ts';
import { checkCharts } from './check-charts.ts';
import { serve } from './serve.ts';

serve<DrawTask | CheckChartsTask, DrawnDemo | readonly Check[]>(async (task, { log }) => {
  if (task.terms) useTerms(task.terms);
  const options = { quickChartUrl: task.quickChartUrl, log };
  return 'check' in task ? checkCharts(task.result, options) : drawDemo(task, options);
});
