import { FontError } from '../charts/index.ts';
import { runDemo, type DemoResult } from '../demos/index.ts';
import { nativeProblem, type Engine } from '../lstm/index.ts';
import { locales } from '../words/index.ts';
import { firstLine, type Check, type CheckTask } from './check.ts';
import { finishDemo } from './demo.ts';
import type { Parent } from './serve.ts';
import { messageOf } from '../errors.ts';

/** The quickest demo. */
const parameters = { cause: 'dropout', variant: 'inference', runs: 2, seed: 'check' } as const;

type Open = (choice: CheckTask['engine']) => Promise<Engine>;

/** Does all that a demo does, with a small one, and says which parts of it work. */
export async function runChecks(
  task: CheckTask,
  parent: Parent,
  open: Open,
): Promise<readonly Check[]> {
  const { check, result } = await checkEngine(task, open);
  return result ? [check, ...(await checkCharts(result, task, parent))] : [check];
}

async function checkEngine(
  { engine }: CheckTask,
  open: Open,
): Promise<{ check: Check; result?: DemoResult }> {
  try {
    const result = await runDemo(await open(engine), parameters);
    const found = `${result.engine} trains and runs LSTMs`;
    const detail = [found, nativeProblem()].filter(Boolean).join('. ');
    return { check: { what: 'engine', works: true, detail }, result };
  } catch (error) {
    const detail = `LSTM_ENGINE=${engine}: ${reason(error)}`;
    return { check: { what: 'engine', works: false, detail } };
  }
}

/** Draws in every language, because each needs other characters. */
async function checkCharts(
  result: DemoResult,
  { quickChartUrl }: CheckTask,
  { log }: Parent,
): Promise<readonly Check[]> {
  const problems = { charts: new Set<string>(), fonts: new Set<string>() };
  for (const locale of locales) {
    try {
      await finishDemo(result, locale, { quickChartUrl, log });
    } catch (error) {
      problems[error instanceof FontError ? 'fonts' : 'charts'].add(reason(error));
    }
  }
  const where = quickChartUrl ? 'by the host of QUICKCHART_URL, else here' : 'here';
  return [
    checkOf('charts', `drawn ${where}`, problems.charts),
    checkOf('fonts', `there for ${locales.join(', ')}`, problems.fonts),
  ];
}

const checkOf = (what: Check['what'], found: string, problems: ReadonlySet<string>): Check => ({
  what,
  works: problems.size === 0,
  detail: problems.size === 0 ? found : [...problems].join(' '),
});

const reason = (error: unknown): string => firstLine(messageOf(error));
