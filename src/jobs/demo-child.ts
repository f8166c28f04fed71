import { renderWatched, type Animation } from '../charts/index.ts';
import { runDemo, watchDemo, type Watched } from '../demos/index.ts';
import { canTakeHome, takeHome } from '../take-home/index.ts';
import { createEngine, nativeProblem, type Engine, type EngineChoice } from '../lstm/index.ts';
import type { Check, CheckTask } from './check.ts';
import { drawForPaper, drawVotes, finishDemo, type DemoTask, type FinishedDemo } from './demo.ts';
import { runChecks } from './run-checks.ts';
import { useTerms, wordsFor, type Locale } from '../words/index.ts';
import type { Progress } from './job.ts';
import { serve, type Parent } from './serve.ts';

// Loads the engine before the first job, so that a waiting child is warm. If that fails, each job reports it.
const usual = createEngine();
await usual.catch(() => undefined);
const engines = new Map<EngineChoice, Promise<Engine>>([['auto', usual]]);

function engineFor(choice: EngineChoice): Promise<Engine> {
  const engine = engines.get(choice) ?? createEngine(choice);
  engines.set(choice, engine);
  return engine;
}

serve<DemoTask | CheckTask, FinishedDemo | readonly Check[]>(async (task, parent) => {
  if (task.terms) useTerms(task.terms);
  return 'check' in task ? runChecks(task, parent, engineFor) : demonstrate(task, parent);
});

async function demonstrate(
  { parameters, locale, engine, quickChartUrl, votes, forPaper, watch, takeHome: home }: DemoTask,
  { report, log }: Parent,
): Promise<FinishedDemo> {
  const on = await engineFor(engine);
  let latest: Progress = { done: 0, total: 1 };
  const watched =
    watch && (await watchDemo(on, parameters, (progress) => report((latest = progress))));
  const result = watched?.result ?? (await runDemo(on, parameters, report));
  const options = { quickChartUrl, log };
  const finished = await finishDemo(result, locale, options);
  tellOfNative(log);
  return {
    ...finished,
    ...(votes && { votes: await drawVotes(votes, locale, options) }),
    ...(watched && { animation: await animate(watched, locale, () => report(latest)) }),
    ...(home && canTakeHome(result) && { notebook: takeHome(on, result, { ...home, locale }) }),
    ...(forPaper && { paperPng: await drawForPaper(finished, locale, options) }),
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
  locale: Locale,
  reportAgain: () => void,
): Promise<Animation> {
  const animation = await renderWatched(watched, wordsFor(locale));
  reportAgain();
  return animation;
}
