import { setImmediate } from 'node:timers/promises';

export type ReportProgress = (progress: { done: number; total: number }) => void;

/** Limits the reports of many runs, because each is a message to another process. */
const mostReports = 50;

/** Returns a function to call after every run, or after some. It reports evenly spread runs, and always the last one. */
export function countRuns(total: number, report: ReportProgress): (runs?: number) => Promise<void> {
  let done = 0;
  const share = () => Math.floor((done * Math.min(mostReports, total)) / total);
  return async (runs = 1) => {
    const before = share();
    done += runs;
    if (share() === before) return;
    report({ done, total });
    // Training blocks the thread; this lets the message out.
    await setImmediate();
  };
}
