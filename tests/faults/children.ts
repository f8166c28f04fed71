import { subscribe } from 'node:diagnostics_channel';
import type { ChildProcess } from 'node:child_process';

const started: ChildProcess[] = [];
subscribe('child_process', (message) => {
  started.push((message as { process: ChildProcess }).process);
});

/** The child processes of the bot that live, oldest first; a Redis of a test is none. Import this before they start. */
export const livingChildren = (): readonly ChildProcess[] =>
  started.filter(
    ({ exitCode, signalCode, pid, spawnfile }) =>
      exitCode === null && signalCode === null && pid && !spawnfile.endsWith('redis-server'),
  );

/** How many child processes were started so far. */
export const startedSoFar = (): number => started.length;

/** Stops every child as a debugger does, until the returned function is called. */
export function freezeChildren(): () => void {
  const frozen = livingChildren();
  for (const child of frozen) child.kill('SIGSTOP');
  return () => frozen.forEach((child) => child.kill('SIGCONT'));
}
