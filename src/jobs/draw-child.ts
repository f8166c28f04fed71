import type { RenderOptions } from '../charts/index.ts';
import { forgetTables, useTerms } from '../words/index.ts';
import type { Check, CheckChartsTask } from './check.ts';
import type { DrawnDemo, DrawTask } from './demo.ts';
import { drawDemo } from './draw.ts';
import { checkCharts } from './check-charts.ts';
import { collectGarbage } from '../collect.ts';
import { serve } from './serve.ts';

serve<DrawTask | CheckChartsTask, DrawnDemo | readonly Check[]>(async (task, { log }) => {
  if (task.terms) useTerms(task.terms);
  const options = { quickChartUrl: task.quickChartUrl, log };
  return 'check' in task ? check(task, options) : drawDemo(task, options);
});

/** Few charts are in traditional Chinese: whoever waits for the first job need not hold what converts to it. */
async function check(
  { result }: CheckChartsTask,
  options: RenderOptions,
): Promise<readonly Check[]> {
  const checks = await checkCharts(result, options);
  forgetTables();
  collectGarbage();
  return checks;
}
