import { setImmediate } from 'node:timers/promises';

export type ReportProgress = (progress: { done: number; total: number }) => void;

/** However many runs there are: each report is a message to another process. */
const mostReports = 50;

/** Call what is returned after every run. It reports evenly spread runs, the last one among them. */
export function countRuns(total: number, report: ReportProgress): () => Promise<void> {
  let done = 0;
  const share = () => Math.floor((done * Math.min(mostReports, total)) / total);
  return async () => {
    const before = share();
    done++;
    if (share() === before) return;
    report({ done, total });
    // Training blocks the thread; this lets the message out.
    await setImmediate();
  };
}
