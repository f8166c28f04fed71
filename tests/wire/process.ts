import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot } from '../../src/root.ts';
import type { Discord } from './discord.ts';

export interface BotProcess {
  readonly child: ChildProcess;
  /** Everything it wrote so far, to its output and its errors. */
  output(): string;
  /** Resolves when the output matches. */
  says(what: RegExp): Promise<void>;
  /** Asks it to leave; resolves to its exit code. */
  leave(): Promise<number | null>;
}

/** The bot as a process of its own, as `npm run dev` starts it, with this environment and nothing else of ours. */
export async function startProcess(
  { token, apiUrl }: Pick<Discord, 'token' | 'apiUrl'>,
  env: Readonly<Record<string, string>> = {},
): Promise<BotProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(projectRoot, 'src/main.ts')], {
    cwd: projectRoot,
    env: {
      PATH: process.env['PATH'],
      DISCORD_TOKEN: token,
      DISCORD_API_URL: apiUrl,
      MISSES_DATABASE_URL: ':memory:',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  const waiting = new Set<() => void>();
  const keep = (chunk: Buffer) => {
    written += chunk.toString();
    for (const look of waiting) look();
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const exited = once(child, 'exit');

  const says = (what: RegExp) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (!what.test(written)) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
      void exited.then(() =>
        reject(new Error(`The bot ended without a word of ${what}: ${written}`)),
      );
    });
  await says(/ready/);
  return {
    child,
    output: () => written,
    says,
    async leave() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      await exited;
      return child.exitCode;
    },
  };
}
