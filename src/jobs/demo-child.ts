import type { Animation } from '../charts/index.ts';
import {
  piecesOf,
  runDemo,
  watchDemo,
  type DemoResult,
  type Pieces,
  type Watched,
} from '../demos/index.ts';
import { createEngine, nativeProblem, type Engine, type EngineChoice } from '../lstm/index.ts';
import type { CheckTask, EngineChecked } from './check.ts';
import { checkEngine } from './check-engine.ts';
import type { DemoTask, TrainedDemo } from './demo.ts';
import type { Progress } from './job.ts';
import type { PieceAnswer, PieceTask } from './piece.ts';
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

type Answer = TrainedDemo | EngineChecked | PieceAnswer;

serve<DemoTask | PieceTask | CheckTask, Answer>((task, parent) => {
  if ('ask' in task) return answerPiece(task);
  return 'check' in task ? checkEngine(task, engineFor) : train(task, parent);
});

/** The demo that was asked for last: what its pieces have in common is made once. */
let latest: { readonly of: string; readonly pieces: Pieces } | undefined;

async function piecesFor({
  parameters,
  engine,
}: Pick<DemoTask, 'parameters' | 'engine'>): Promise<Pieces> {
  const of = JSON.stringify([parameters, engine]);
  if (latest?.of !== of)
    latest = { of, pieces: await piecesOf(await engineFor(engine), parameters) };
  return latest.pieces;
}

async function answerPiece({ ask, ...demo }: PieceTask): Promise<PieceAnswer> {
  const { runs, compute, sharesModel } = await piecesFor(demo);
  if (ask === 'runs') return sharesModel ? [] : runs;
  return compute(ask.piece);
}

async function train(task: DemoTask, { report, log }: Parent): Promise<TrainedDemo> {
  const { parameters, watch, outputs } = task;
  const on = await engineFor(task.engine);
  let told: Progress = { done: 0, total: 1 };
  const watched =
    watch && (await watchDemo(on, parameters, (progress) => report((told = progress))));
  const computed = outputs && (await piecesFor(task)).result(outputs);
  const result = watched?.result ?? computed ?? (await runDemo(on, parameters, report));
  tellOfNative(log);
  const notebook = await writeDown(on, result, task);
  return {
    result,
    ...(watched && { animation: await animate(watched, task, () => report(told)) }),
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
