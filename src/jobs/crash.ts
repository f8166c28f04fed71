import workerpool from 'workerpool';

const tailLength = 2000;

/** What a child wrote, as workerpool passes it on. */
export interface Output {
  readonly stdout?: string;
  readonly stderr?: string;
}

export const isOutput = (event: unknown): event is Output =>
  typeof event === 'object' && event !== null && ('stdout' in event || 'stderr' in event);

/** Keeps the end of a child's output, which says why after a crash. */
export function createTail() {
  let kept = '';
  return {
    add: ({ stdout = '', stderr = '' }: Output) => {
      kept = (kept + stdout + stderr).slice(-tailLength);
    },
    text: () => kept.trim(),
  };
}

/** True if the child process has ended; false if only its job failed. */
export const isGone = (error: unknown): boolean => error instanceof workerpool.TerminateError;

/** Why a child failed, for the log. */
export function explain(error: unknown, output: string): string {
  return [reason(error), output].filter((part) => part !== '').join('\n');
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (!isGone(error)) return error.stack ?? error.message;
  const [, exitCode] = /exitCode: `(\d+)`/.exec(error.message) ?? [];
  const [, signalCode] = /signalCode: `(\w+)`/.exec(error.message) ?? [];
  if (exitCode !== undefined) return `The child process exited with code ${exitCode}.`;
  if (signalCode !== undefined && signalCode !== 'null')
    return `The child process was ended by ${signalCode}.`;
  return error.message;
}
