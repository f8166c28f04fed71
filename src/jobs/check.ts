import { fileURLToPath } from 'node:url';
import type { EngineChoice } from '../lstm/index.ts';
import { silent, type Log } from '../log.ts';
import { createPool } from './pool.ts';

/** One thing that demos need, and whether it works here. */
export interface Check {
  readonly what: 'engine' | 'charts' | 'fonts';
  readonly works: boolean;
  /** What was found, or what is wrong and where to look. */
  readonly detail: string;
}

export interface CheckTask {
  readonly engine: EngineChoice;
  readonly quickChartUrl: string | undefined;
}

interface Settings extends CheckTask {
  readonly log?: Log;
  readonly deadlineSeconds?: number;
}

/** Trains, tells and draws a small demo in a child process as demos do, and says what works. Never rejects. */
export async function checkDemos({
  log = silent,
  deadlineSeconds = 60,
  ...task
}: Settings): Promise<readonly Check[]> {
  const pool = createPool<CheckTask, readonly Check[]>({
    script: scriptBeside('check-child'),
    workers: 1,
    maxWaiting: 0,
    deadlineSeconds,
    log,
  });
  try {
    const outcome = await pool.submit(task).outcome;
    if (outcome.kind === 'done') return outcome.result;
    const detail = outcome.kind === 'crashed' ? firstLine(outcome.detail) : outcome.kind;
    return [{ what: 'engine', works: false, detail: `A demo process does not work (${detail}).` }];
  } finally {
    await pool.close();
  }
}

export const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';

/** The path of a child's script beside this file; compiled if this file is. */
export function scriptBeside(name: string): string {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return fileURLToPath(new URL(`./${name}.${extension}`, import.meta.url));
}
