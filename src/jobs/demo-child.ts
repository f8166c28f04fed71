import { runDemo } from '../demos/index.ts';
import { createEngine, type Engine, type EngineChoice } from '../lstm/index.ts';
import { finishDemo, type FinishedDemo } from './finish.ts';
import type { DemoTask } from './index.ts';
import { serve } from './serve.ts';

// Before the first job, so that a child that waits for one is warm.
const usual = createEngine();
await usual;
const engines = new Map<EngineChoice, Promise<Engine>>([['auto', usual]]);

function engineFor(choice: EngineChoice): Promise<Engine> {
  const engine = engines.get(choice) ?? createEngine(choice);
  engines.set(choice, engine);
  return engine;
}

serve(
  async (
    { parameters, locale, engine, quickChartUrl }: DemoTask,
    { report, log },
  ): Promise<FinishedDemo> => {
    const result = await runDemo(await engineFor(engine), parameters, report);
    return finishDemo(result, locale, { quickChartUrl, log });
  },
);
