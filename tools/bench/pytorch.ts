import { join } from 'node:path';
import { projectRoot } from '../../src/root.ts';
import { openLines } from './lines.ts';

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
  const python = await openLines('python3', [script, String(threads)]);
  return (
    python && {
      version: python.first,
      ask: async (task, ...numbers) => Number(await python.ask([task, ...numbers].join(' '))),
      close: () => python.close(),
    }
  );
}
