import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { startPlayground, type Playground } from '../../src/index.ts';
import { story } from './story.ts';

/** Another one than `python3`, such as that of a virtual environment with discord.py in it. */
const python = process.env['PLAYGROUND_PYTHON'] ?? 'python3';
const isThere = spawnSync(python, ['-c', 'import discord.ui; discord.ui.LayoutView']).status === 0;
if (!isThere)
  console.log(
    'SKIPPED: the bot of discord.py, because it is not installed: pip install "discord.py>=2.6"',
  );

describe.skipIf(!isThere)('a bot of discord.py', () => {
  let playground: Playground;
  let bot: ChildProcess;
  beforeAll(async () => {
    playground = await startPlayground();
    const { apiUrl, token } = playground;
    bot = spawn(python, [fileURLToPath(new URL('bot.py', import.meta.url))], {
      env: { ...process.env, API_URL: apiUrl, TOKEN: token },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await isReady(bot);
  });
  afterAll(async () => {
    bot.kill();
    if (bot.exitCode === null) await once(bot, 'exit');
    await playground.close();
  });

  it.each(Object.keys(story))('%s', async (name) => story[name]?.(playground));
});

/** It says so; what it says before is the client's own talk. */
function isReady(bot: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    bot.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('ready')) resolve();
    });
    bot.once('exit', (code) => reject(new Error(`The bot ended with ${code}.`)));
  });
}
