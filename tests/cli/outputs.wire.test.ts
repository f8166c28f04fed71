import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runOutputsCommand } from '../../src/cli/outputs/command.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'seedling-'));
  writeFileSync(path.join(folder, 'runs.csv'), runs);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The first call differs, the others repeat. */
const base = Array.from({ length: 12 }, (_, at) => Math.sin(at).toFixed(6));
const runs = ['0.5,'.repeat(11) + '0.5', ...Array(5).fill(base.join(','))].join('\n');

async function outputs(...args: string[]) {
  const printed: string[] = [];
  const complaints: string[] = [];
  const code = await runOutputsCommand(args, {
    print: (text) => printed.push(text),
    complain: (line) => complaints.push(line),
  });
  return { code, printed: printed.join('\n'), complaints };
}
const file = (name: string, content: string | Buffer = runs) => {
  const where = path.join(folder, name);
  writeFileSync(where, content);
  return where;
};

test('the JSON has every field of the contract, and the chart is written', async () => {
  const out = path.join(folder, 'chart.png');
  const { code, printed } = await outputs(
    file('a.csv'),
    '--json',
    '--out',
    out,
    '--trained',
    'once',
  );
  expect(code).toBe(0);
  expect(printed).not.toContain('\n');
  expect(JSON.parse(printed)).toMatchObject({
    runs: 6,
    values: 12,
    signature: 'settled',
    statistics: { settledFrom: 2 },
    fits: ['carried-state'],
    excludes: expect.arrayContaining(['dropout', 'floating-point', 'initial-weights']),
    why: { dropout: 'never-settles' },
    trained: 'once',
    demos: [{ cause: 'carried-state', variant: 'within-predict' }],
    chart: out,
    altText: expect.stringContaining('6 runs'),
  });
  expect(readFileSync(out).subarray(1, 4).toString()).toBe('PNG');
});

test('a small file gets told what it needs; a second call says the same', async () => {
  const small = file('small.csv', '0.512\n0.635\n0.447');
  const first = await outputs(small, '--json');
  expect(JSON.parse(first.printed)).toMatchObject({
    needs: expect.stringContaining('10 runs'),
    asks: true,
  });
  expect(await outputs(small, '--json')).toEqual(first);
});

test('people get plain sentences, in the language they choose', async () => {
  const { printed } = await outputs(file('a.csv'), '--lang', 'zh-TW');
  expect(printed).toContain('符合的原因：遺留的狀態');
  expect(printed).not.toContain('**');
});

test.each([
  [[], 'Name one file'],
  [['a.csv', 'b.csv'], 'Name one file'],
  [['/no/such/file.csv'], 'can’t be read: /no/such/file.csv'],
  [['/'], 'can’t be read'],
  [['a.csv', '--rows', 'columns'], '--rows must be'],
  [['a.csv', '--trained', 'twice'], '--trained must be'],
  [['a.csv', '--lang', 'fr'], '--lang must be'],
  [['a.csv', '--theme', 'pink'], '--theme must be'],
  [['a.csv', '--out', '/no/such/folder/chart.png'], 'in a folder that exists'],
  [['a.csv', '--nothing'], 'See --help'],
])('bad input is one clear line and exit code 2: %j', async (args, part) => {
  const { code, printed, complaints } = await outputs(...args);
  expect({ code, printed }).toEqual({ code: 2, printed: '' });
  expect(complaints).toEqual([expect.stringContaining(part)]);
});

/** Each is one sentence; the time is that of the processor, whatever else the machine does. */
test.each<[string, string | Buffer]>([
  ['2 MB of brackets', '['.repeat(1_900_000)],
  ['2 MB of quotes', '["'.repeat(900_000)],
  ['a line of 200,000 numbers', Array(200_000).fill('0.5').join(',')],
  ['2 MB of digits', '1'.repeat(1_900_000)],
  ['2 MB of letters', 'a'.repeat(1_900_000)],
  ['2 MB of blanks and a number', ' '.repeat(1_900_000) + '1'],
  ['2 MB of colons', 'a:'.repeat(900_000)],
  ['2 MB of open words', 'tensor('.repeat(250_000)],
  ['2 MB of short lines', '1\n'.repeat(900_000)],
  ['random bytes', Buffer.from(Array.from({ length: 100_000 }, (_, at) => (at * 7919) % 256))],
  ['a file that lies about its type', Buffer.from('\x93NUMPY but no array', 'latin1')],
])('hostile, refused within 3 s: %s', async (_, content) => {
  const where = file('hostile.npz', content);
  const before = process.cpuUsage();
  const { code, complaints } = await outputs(where);
  const { user, system } = process.cpuUsage(before);
  expect(code).toBe(2);
  expect(complaints).toHaveLength(1);
  expect(complaints[0]).not.toContain('\n');
  expect((user + system) / 1e6).toBeLessThan(3);
});

test('the largest file that is read is answered within 3 s, too', async () => {
  const large = file(
    'large.csv',
    Array.from({ length: 200 }, (_, run) =>
      Array.from({ length: 1600 }, (__, at) => ((at * 31 + run * 17) % 97) / 8).join(','),
    ).join('\n'),
  );
  const before = process.cpuUsage();
  expect((await outputs(large, '--json')).code).toBe(0);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1e6).toBeLessThan(3);
});

test('as a program it reads standard input, and complains on standard error', () => {
  const run = (input: string, ...args: string[]) =>
    spawnSync(process.execPath, ['dist/src/cli/outputs.js', ...args], { encoding: 'utf8', input });
  expect(JSON.parse(run(runs, '-', '--json').stdout)).toMatchObject({ signature: 'settled' });
  expect(run('', '-')).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(/^The file is empty.*\n$/),
  });
});
