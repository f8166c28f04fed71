import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../../src/root.ts';
import type { Probe } from './probe.ts';
import type { Discord } from './discord.ts';

export interface BotProcess {
  readonly child: ChildProcess;
  /** Everything it wrote so far, to its output and its errors. */
  output(): string;
  /** Resolves when the output matches. */
  says(what: RegExp): Promise<void>;
  /** How much it holds; this and the next only of a process that was started with a probe. */
  probe(): Promise<Probe>;
  /** The processor time it took so far, without its children, in milliseconds. */
  work(): Promise<number>;
  /** Asks it to leave; resolves to its exit code. */
  leave(): Promise<number | null>;
}

export interface ProcessSettings {
  /** Then it can be asked what it holds. */
  readonly withProbe?: boolean;
  /** Until it says this it counts as starting. */
  readonly until?: RegExp;
  /** Where it is; this project's folder by default. */
  readonly folder?: string;
  /** What is run of it; the bot by default. */
  readonly script?: string;
  /** A command that runs the one that follows it. */
  readonly within?: readonly string[];
}

/** The built bot as a process of its own, with this environment and nothing else of ours. */
export async function startProcess(
  {
    token,
    apiUrl,
    attachmentsUrl,
  }: Pick<Discord, 'token' | 'apiUrl'> & Partial<Pick<Discord, 'attachmentsUrl'>>,
  env: Readonly<Record<string, string>> = {},
  {
    withProbe = false,
    until = /Seedling is ready/,
    folder = projectRoot,
    script = 'dist/src/main.js',
    within = [],
  }: ProcessSettings = {},
): Promise<BotProcess> {
  const probe = pathToFileURL(join(projectRoot, 'tests/wire/probe.ts')).href;
  const options = withProbe ? ['--expose-gc', '--import', 'tsx', '--import', probe] : [];
  const [command, ...args] = [...within, process.execPath, ...options, join(folder, script)];
  const child = spawn(command, args, {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      DISCORD_TOKEN: token,
      DISCORD_API_URL: apiUrl,
      ...(attachmentsUrl !== undefined && { DISCORD_FILES_URL: attachmentsUrl }),
      MISSES_DATABASE_URL: ':memory:',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe', withProbe ? 'ipc' : 'ignore'],
  });
  let written = '';
  const waiting = new Set<() => void>();
  const keep = (chunk: Buffer) => {
    written += chunk.toString();
    for (const look of waiting) look();
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const exited = once(child, 'exit');
  // All that it wrote is here then.
  const closed = once(child, 'close');

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
  const request = async <Answer>(what: 'probe' | 'work') => {
    child.send(what);
    const [answer] = (await once(child, 'message')) as [Answer];
    return answer;
  };
  await says(until);
  return {
    child,
    output: () => written,
    says,
    probe: () => request<Probe>('probe'),
    work: () => request<number>('work'),
    async leave() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      await closed;
      return child.exitCode;
    },
  };
}
