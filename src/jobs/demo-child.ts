import { runDemo } from '../demos/index.ts';
import { createEngine } from '../lstm/index.ts';
import { finishDemo, type FinishedDemo } from './finish.ts';
import type { DemoTask } from './index.ts';
import { serve } from './serve.ts';

// Before the first job, so that a child that waits for one is warm.
const engine = await createEngine();

serve(
  async (
    { parameters, locale, quickChartUrl }: DemoTask,
    { report, log },
  ): Promise<FinishedDemo> => {
    const result = await runDemo(engine, parameters, report);
    return finishDemo(result, locale, { quickChartUrl, log });
  },
);
