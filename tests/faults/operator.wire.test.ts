import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect } from 'vitest';
import { projectRoot } from '../../src/root.ts';
import { descendantsOf } from '../wire/descendants.ts';
import { proves } from './proves.ts';

const script = join(projectRoot, 'dist/src/main.js');
const env = {
  PATH: process.env['PATH'],
  DISCORD_TOKEN: '',
  PLAYGROUND_PORT: '0',
  DEMO_WORKERS: '1',
};

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

/** Resolves to what was written when it matches, or when that is over. */
function reads({ stdout, stderr }: ChildProcess, what: RegExp): Promise<string> {
  return new Promise((resolve) => {
    let written = '';
    const keep = (chunk: Buffer) => {
      written += chunk.toString();
      if (what.test(written)) resolve(written);
    };
    for (const stream of [stdout, stderr])
      stream?.on('data', keep).on('close', () => resolve(written));
  });
}

proves(
  'log-full',
  async () => {
    const full = openSync('/dev/full', 'w');
    const bot = spawn(process.execPath, [script], {
      env: { ...env, LOG_FORMAT: 'json' },
      stdio: ['ignore', 'pipe', full],
    });
    started.push(bot);
    expect(await reads(bot, /ready/)).toContain('Seedling is ready');
    bot.kill('SIGTERM');
    expect(await once(bot, 'exit')).toEqual([0, null]);
  },
  { skip: existsSync('/dev/full') ? undefined : 'there is no /dev/full' },
);

const hasScript = (() => {
  try {
    return execFileSync('script', ['--version'], { encoding: 'utf8' }).includes('util-linux');
  } catch {
    return false;
  }
})();

proves(
  'terminal-closed',
  async () => {
    const command = `'${process.execPath}' '${script}'`;
    const terminal = spawn('script', ['--quiet', '--command', command, '/dev/null'], {
      env,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    started.push(terminal);
    expect(await reads(terminal, /ready/)).toContain('this is the playground');
    const inside = descendantsOf(terminal.pid ?? 0);
    expect(inside.length).toBeGreaterThan(0);
    // It holds the other end of the terminal.
    terminal.kill('SIGKILL');
    await once(terminal, 'exit');
    await expect.poll(() => inside.filter(isAlive), { timeout: 20_000 }).toEqual([]);
  },
  { skip: hasScript ? undefined : 'there is no script(1) to make a terminal' },
);

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

proves('port-taken', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  const start = (more: Record<string, string>) => {
    const bot = spawn(process.execPath, [script], { env: { ...env, ...more } });
    started.push(bot);
    return bot;
  };
  const metrics = start({ METRICS_ADDRESS: `127.0.0.1:${port}` });
  expect(await reads(metrics, /METRICS/)).toMatch(new RegExp(`port ${port} is taken. End what`));
  const playground = start({ PLAYGROUND_PORT: String(port) });
  expect(await reads(playground, /ready/)).toMatch(new RegExp(`Port ${port} is taken, by another`));
  playground.kill('SIGTERM');
  await once(playground, 'exit');
  other.close();
});
