import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from '../../src/root.ts';

/** A Python process that trains when told to. */
export interface PyTorch {
  readonly version: string;
  /** See pytorch.py. */
  ask(task: 'step' | 'train', ...numbers: readonly number[]): Promise<number>;
  close(): void;
}

const script = join(projectRoot, 'tools', 'bench', 'pytorch.py');

/** Undefined if there is no `python3` that can import PyTorch. */
export async function openPyTorch(threads: number): Promise<PyTorch | undefined> {
  const child = spawn('python3', [script, String(threads)], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  // No python3 at all; the lines then end.
  child.on('error', () => {});
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const { value: version } = (await lines.next()) as { value: string | undefined };
  if (version === undefined) return undefined;
  return {
    version,
    async ask(task, ...numbers) {
      child.stdin.write(`${[task, ...numbers].join(' ')}\n`);
      const answer = await lines.next();
      if (answer.done) throw new Error(`PyTorch ended before it had done "${task}".`);
      return Number(answer.value);
    },
    close: () => void child.stdin.end(),
  };
}
