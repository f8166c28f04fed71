import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { startApp } from '../../src/app.ts';
import { loadConfig } from '../../src/config.ts';
import { projectRoot } from '../../src/root.ts';
import { collectLog } from '../log.ts';
import { proves } from '../faults/proves.ts';
import { startBot } from './bot.ts';
import { isPrivate, textOf } from './read.ts';

const question = 'Why does my LSTM give different results every time?';

describe('the content', () => {
  const folder = mkdtempSync(join(tmpdir(), 'seedling-content-'));
  cpSync(join(projectRoot, 'content'), folder, { recursive: true });
  afterAll(() => rmSync(folder, { recursive: true }));
  const page = join(folder, 'en', 'dropout.md');
  const good = readFileSync(page, 'utf8');
  const breakIt = () => writeFileSync(page, good.replace(/^title: .*$/m, 'title: ""'));
  const complaint = /^content\/en\/dropout\.md:3 title: /;

  proves('content-broken', async () => {
    breakIt();
    const loaded = loadConfig({});
    if (!loaded.ok) throw new Error('The defaults are broken.');
    const { log } = collectLog();
    const started = await startApp(loaded.config, log, { contentFolder: folder });
    expect(started.ok ? [] : started.problems).toContainEqual(expect.stringMatching(complaint));
  });

  proves('content-broken-again', async () => {
    writeFileSync(page, good);
    const bot = await startBot({}, {}, { contentFolder: folder });
    try {
      const read = async () => {
        const { message } = await bot.command('cause', { name: 'dropout', private: true });
        expect(isPrivate(message)).toBe(true);
        return textOf(message);
      };
      const before = await read();
      breakIt();
      await bot.reload();
      expect(bot.log[0]).toMatch(complaint);
      expect(bot.log.at(-1)).toMatch(/as it was/);
      expect(await read()).toBe(before);
      expect(textOf((await bot.command('ask', { question })).message)).toContain(
        'If the weights are unchanged',
      );

      writeFileSync(page, good.replace(/^title: .*$/m, 'title: A new title'));
      await bot.reload();
      expect(await read()).toContain('A new title');
    } finally {
      await bot.close();
    }
  });
});

test('an address for the metrics that is taken stops the start, with a line that names the setting', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => {
    taken.listen(0, '127.0.0.1', resolve);
  });
  const { port } = taken.address() as { port: number };
  const loaded = loadConfig({ METRICS_ADDRESS: `127.0.0.1:${port}` });
  if (!loaded.ok) throw new Error(loaded.problems.join());
  const started = await startApp(loaded.config, collectLog().log);
  expect(started).toEqual({
    ok: false,
    problems: [expect.stringMatching(/^METRICS_ADDRESS .*port \d+ is taken/)],
  });
  taken.close();
});
