import type { Animation } from '../charts/index.ts';
import { runDemo, watchDemo, type DemoResult, type Watched } from '../demos/index.ts';
import { createEngine, nativeProblem, type Engine, type EngineChoice } from '../lstm/index.ts';
import type { CheckTask, EngineChecked } from './check.ts';
import { checkEngine } from './check-engine.ts';
import type { DemoTask, TrainedDemo } from './demo.ts';
import type { Progress } from './job.ts';
import { serve, type Parent } from './serve.ts';

// Loads the engine before the first job, so that a waiting child is warm. If that fails, each job reports it. What few demos
// need, words and what draws, is loaded where it is wanted: a child that only trains stays small.
const usual = createEngine();
await usual.catch(() => undefined);
const engines = new Map<EngineChoice, Promise<Engine>>([['auto', usual]]);

function engineFor(choice: EngineChoice): Promise<Engine> {
  const engine = engines.get(choice) ?? createEngine(choice);
  engines.set(choice, engine);
  return engine;
}

serve<DemoTask | CheckTask, TrainedDemo | EngineChecked>((task, parent) =>
  'check' in task ? checkEngine(task, engineFor) : train(task, parent),
);

async function train(task: DemoTask, { report, log }: Parent): Promise<TrainedDemo> {
  const { parameters, watch } = task;
  const on = await engineFor(task.engine);
  let latest: Progress = { done: 0, total: 1 };
  const watched =
    watch && (await watchDemo(on, parameters, (progress) => report((latest = progress))));
  const result = watched?.result ?? (await runDemo(on, parameters, report));
  tellOfNative(log);
  const notebook = await writeDown(on, result, task);
  return {
    result,
    ...(watched && { animation: await animate(watched, task, () => report(latest)) }),
    ...(notebook !== undefined && { notebook }),
  };
}

let isTold = false;

/** Once, if the native engine is installed and does not work: demos then run without it. */
function tellOfNative(log: Parent['log']): void {
  const problem = nativeProblem();
  if (problem !== undefined && !isTold) log(problem);
  isTold ||= problem !== undefined;
}

/** Its pictures belong to the work that its cost counts: so its last progress comes once more, when they are drawn. */
async function animate(
  watched: Watched,
  { locale, terms }: DemoTask,
  reportAgain: () => void,
): Promise<Animation> {
  const { renderWatched } = await import('../charts/index.ts');
  const { useTerms, wordsFor } = await import('../words/index.ts');
  if (terms) useTerms(terms);
  const animation = await renderWatched(watched, wordsFor(locale));
  reportAgain();
  return animation;
}

/** Undefined if nobody wants it, or if this demo can't be taken home. */
async function writeDown(
  engine: Engine,
  result: DemoResult,
  { takeHome: home, locale, terms }: DemoTask,
): Promise<string | undefined> {
  if (!home) return undefined;
  const { canTakeHome, takeHome } = await import('../take-home/index.ts');
  const { useTerms } = await import('../words/index.ts');
  if (terms) useTerms(terms);
  return canTakeHome(result) ? takeHome(engine, result, { ...home, locale }) : undefined;
}
