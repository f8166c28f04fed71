import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/database/index.ts';
import { missesSchema, openMisses, type Miss } from '../../src/misses/index.ts';

const server = '330000000000000001';
const [ada, ben] = ['310000000000000001', '310000000000000002'];
const whole = { first: 0, most: 10 };

let now = 0;
let said: string[];
let misses: ReturnType<typeof open>;
const log = { info: note, warn: note, error: note };
function note(line: string) {
  said.push(line);
}
const open = (url: string, more: { patienceMs?: number } = {}) => {
  const database = openDatabase({ url, schema: missesSchema, log, ...more });
  return { ...openMisses(database, () => now), close: () => database.close() };
};

beforeEach(() => {
  now = Date.UTC(2026, 10, 24);
  said = [];
  misses = open(':memory:');
});
afterEach(() => misses.close());

const miss = (more: Partial<Miss> = {}): Miss => ({
  kind: 'not-it',
  serverId: server,
  userId: ada,
  cause: 'dropout',
  text: 'why?',
  ...more,
});

describe('misses', () => {
  test('are counted by cause and kind, the most frequent first', async () => {
    for (const kind of ['unknown', 'not-it', 'not-it'] as const) await misses.count(miss({ kind }));
    await misses.count(miss({ kind: 'unknown', cause: undefined }));
    const list = await misses.list(server, whole);
    expect(list?.counts).toEqual([
      { kind: 'not-it', cause: 'dropout', count: 2 },
      { kind: 'unknown', cause: undefined, count: 1 },
      { kind: 'unknown', cause: 'dropout', count: 1 },
    ]);
  });

  test('are kept as text only where the server wants that, and never of direct messages', async () => {
    await misses.count(miss());
    expect(await misses.keepsTexts(server)).toBe(false);
    expect((await misses.list(server, whole))?.texts).toEqual([]);

    expect(await misses.setKeepsTexts(server, true)).toBe(true);
    expect(await misses.keepsTexts(server)).toBe(true);
    await misses.count(miss({ text: 'kept' }));
    await misses.count(miss({ text: 'of another server', serverId: '1' }));
    await misses.count(miss({ text: 'direct', serverId: undefined }));
    const list = await misses.list(server, whole);
    expect(list).toMatchObject({ textCount: 1, keepsTexts: true });
    expect(list?.texts).toEqual([
      { kind: 'not-it', cause: 'dropout', text: 'kept', at: now / 1000 },
    ]);
    for (const place of ['1', '']) expect((await misses.list(place, whole))?.texts).toEqual([]);
  });

  test('come in pages, the newest first', async () => {
    await misses.setKeepsTexts(server, true);
    for (const text of ['1', '2', '3', '4', '5']) await misses.count(miss({ text }));
    const texts = async (first: number) =>
      (await misses.list(server, { first, most: 2 }))?.texts.map(({ text }) => text);
    expect([await texts(0), await texts(2), await texts(4)]).toEqual([
      ['5', '4'],
      ['3', '2'],
      ['1'],
    ]);
  });

  test('of a person can be deleted, those of others stay', async () => {
    await misses.setKeepsTexts(server, true);
    await misses.count(miss({ text: 'a' }));
    await misses.count(miss({ text: 'b', userId: ben }));
    expect(await misses.forgetUser(ada)).toBe(1);
    expect(await misses.forgetUser(ada)).toBe(0);
    expect((await misses.list(server, whole))?.texts.map(({ text }) => text)).toEqual(['b']);
  });

  test('of a server can be deleted, with its switch', async () => {
    await misses.setKeepsTexts(server, true);
    await misses.count(miss());
    await misses.count(miss({ serverId: '1' }));
    expect(await misses.forgetServer(server)).toBe(true);
    expect(await misses.list(server, whole)).toEqual({
      counts: [],
      texts: [],
      textCount: 0,
      keepsTexts: false,
    });
    expect((await misses.list('1', whole))?.counts).toHaveLength(1);
  });

  test('switching the texts off deletes them, and leaves the counts', async () => {
    await misses.setKeepsTexts(server, true);
    await misses.count(miss());
    await misses.setKeepsTexts(server, false);
    const list = await misses.list(server, whole);
    expect(list?.texts).toEqual([]);
    expect(list?.counts).toHaveLength(1);
  });

  test('are kept as text for 90 days', async () => {
    await misses.setKeepsTexts(server, true);
    await misses.count(miss());
    now += 90 * 86_400_000;
    expect((await misses.list(server, whole))?.textCount).toBe(1);
    now += 1_000;
    expect((await misses.list(server, whole))?.textCount).toBe(0);
  });
});

describe('a database file', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'misses-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('is made where there is none, with its folder, and outlives the bot', async () => {
    const url = `file:${join(folder, 'new', 'misses.db')}`;
    const first = open(url);
    await first.count(miss());
    await first.close();
    const second = open(url);
    await second.count(miss());
    expect((await second.list(server, whole))?.counts).toMatchObject([{ count: 2 }]);
    await second.close();
    expect(said).toEqual([]);
  });

  test('that is no database breaks nothing, and is complained of once', async () => {
    const path = join(folder, 'misses.db');
    await writeFile(path, 'not a database '.repeat(100));
    const broken = open(`file:${path}`);
    await broken.count(miss({ text: 'a secret question' }));
    expect(await broken.list(server, whole)).toBeUndefined();
    expect(await broken.keepsTexts(server)).toBe(false);
    expect(await broken.setKeepsTexts(server, true)).toBe(false);
    expect(await broken.forgetUser(ada)).toBeUndefined();
    await broken.close();
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('nothing can be kept now');
    expect(said[0]).not.toContain('secret');
  });

  test('that can be opened again later works again', async () => {
    const path = join(folder, 'misses.db');
    await writeFile(path, 'not a database '.repeat(100));
    const mended = open(`file:${path}`);
    await mended.count(miss());
    await rm(path);
    await mended.count(miss());
    expect((await mended.list(server, whole))?.counts).toMatchObject([{ count: 1 }]);
    expect(said).toHaveLength(2);
    await mended.close();
  });
});

test('a database server that doesn’t answer is not waited for', async () => {
  const http = createServer();
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const slow = open(`http://127.0.0.1:${port}`, { patienceMs: 50 });
  await slow.count(miss());
  await slow.count(miss());
  await slow.close();
  http.closeAllConnections();
  http.close();
  expect(said).toEqual([expect.stringContaining('no answer within 50 ms')]);
});
