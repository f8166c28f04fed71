import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A process that tells something about itself in its first line, and then answers each line with a line. */
export interface Lines {
  readonly first: string;
  ask(line: string): Promise<string>;
  close(): void;
}

/** Undefined if it doesn't even say its first line. */
export async function openLines(
  command: string,
  args: readonly string[],
): Promise<Lines | undefined> {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  // No such program at all; the lines then end.
  child.on('error', () => {});
  child.stdin.on('error', () => {});
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const { value: first } = (await lines.next()) as { value: string | undefined };
  if (first === undefined) return undefined;
  return {
    first,
    async ask(line) {
      child.stdin.write(`${line}\n`);
      const answer = await lines.next();
      if (answer.done)
        throw new Error(`${command} ${args.join(' ')} ended before it had done a task.`);
      return answer.value;
    },
    close: () => void child.stdin.end(),
  };
}
