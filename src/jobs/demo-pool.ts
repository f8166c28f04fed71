import {
  failedCheck,
  type Check,
  type CheckChartsTask,
  type CheckTask,
  type EngineChecked,
} from './check.ts';
import type {
  DemoSettings,
  DemoTask,
  DrawnDemo,
  DrawTask,
  FinishedDemo,
  TrainedDemo,
} from './demo.ts';
import type { Job, Outcome } from './job.ts';
import { demoDivision, type PieceTask } from './piece.ts';
import { createPool, type Pool, type PoolOptions } from './pool.ts';
import { scriptBeside } from './script.ts';

export interface DemoPool extends Pool<DemoTask, FinishedDemo> {
  /** Trains and draws a small demo, and says what works. Never rejects. */
  check(settings: DemoSettings): Promise<readonly Check[]>;
}

/** A QuickChart host has 10 s for each of a demo's pictures, at most three. */
const drawingSeconds = 60;

/**
 * Trains demos in some children and draws them in others: a child that has trained takes the next demo while the chart of the
 * last one is drawn, however long that takes, and stays small.
 */
export function createDemoPool(options: Omit<PoolOptions, 'script'>): DemoPool {
  const training = createPool<DemoTask | PieceTask | CheckTask, TrainedDemo | EngineChecked>(
    { ...options, script: scriptBeside(import.meta.url, 'demo-child') },
    demoDivision,
  );
  const { maxWaitingPerUser: _user, maxWaitingPerServer: _server, warm = 0, ...rest } = options;
  const drawing = createPool<DrawTask | CheckChartsTask, DrawnDemo | readonly Check[]>({
    ...rest,
    script: scriptBeside(import.meta.url, 'draw-child'),
    // One is enough for most; the others start when charts wait.
    warm: Math.min(1, warm),
    maxWaiting: Number.POSITIVE_INFINITY,
    deadlineSeconds: drawingSeconds,
  });

  // Safe, here and below: a child answers a task of a kind with a result of that kind.
  const draw = (
    result: TrainedDemo['result'],
    { locale, votes, forPaper, quickChartUrl, terms }: DemoTask,
  ) =>
    drawing.submit({
      result,
      locale,
      quickChartUrl,
      terms,
      ...(votes && { votes }),
      ...(forPaper && { forPaper }),
    }) as Job<DrawnDemo>;

  return {
    submit(task, watch) {
      const job = training.submit(task, watch) as Job<TrainedDemo>;
      return job.refusal
        ? (job as Job<never>)
        : followedBy(job, ({ result }) => draw(result, task));
    },
    async check(settings) {
      const trained = await (training.submit({ check: true, ...settings }) as Job<EngineChecked>)
        .outcome;
      if (trained.kind !== 'done') return [failedCheck('engine', trained)];
      const { check, result } = trained.result;
      if (!result) return [check];
      const { quickChartUrl, terms } = settings;
      const task = { check: true, result, quickChartUrl, terms } as const;
      const drawn = await (drawing.submit(task) as Job<readonly Check[]>).outcome;
      return [check, ...(drawn.kind === 'done' ? drawn.result : [failedCheck('charts', drawn)])];
    },
    state() {
      const [trains, draws] = [training.state(), drawing.state()];
      return {
        running: trains.running + draws.running + draws.waiting,
        waiting: trains.waiting,
        works: trains.works && draws.works,
      };
    },
    secondsFor: (cost) => training.secondsFor(cost),
    mostCost: () => training.mostCost(),
    async close() {
      await Promise.all([training.close(), drawing.close()]);
    },
  };
}

/** One job of two, whose result is what both give. */
function followedBy<First extends object, Second extends object>(
  first: Job<First>,
  next: (result: First) => Job<Second>,
): Job<First & Second> {
  let second: Job<Second> | undefined;
  let isCancelled = false;
  const both = async (): Promise<Outcome<First & Second>> => {
    const one = await first.outcome;
    if (one.kind !== 'done') return one;
    if (isCancelled) return { kind: 'cancelled' };
    second = next(one.result);
    const two = await second.outcome;
    if (two.kind !== 'done') return two;
    return {
      kind: 'done',
      result: { ...one.result, ...two.result },
      milliseconds: one.milliseconds + two.milliseconds,
    };
  };
  return {
    ...first,
    outcome: both(),
    cancel() {
      isCancelled = true;
      first.cancel();
      second?.cancel();
    },
  };
}
