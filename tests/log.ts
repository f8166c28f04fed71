import type { Log } from '../src/log.ts';

/** Keeps what is logged: `lines` are the warnings and errors, `all` has the rest too. */
export function collectLog() {
  const lines: string[] = [];
  const all: string[] = [];
  const problem = (line: string) => {
    lines.push(line);
    all.push(line);
  };
  const log: Log = { info: (line) => void all.push(line), warn: problem, error: problem };
  return { log, lines, all };
}
