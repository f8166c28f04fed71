import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCompareCommand } from '../../src/cli/compare/command.ts';
import { runDemoCommand } from '../../src/cli/demo/command.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'seedling-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function call(run: typeof runCompareCommand, args: readonly string[]) {
  const printed: string[] = [];
  const complaints: string[] = [];
  const code = await run(args, {
    print: (text) => printed.push(text),
    complain: (line) => complaints.push(line),
  });
  return { code, printed: printed.join('\n'), complaints };
}
const compare = (...args: string[]) => call(runCompareCommand, args);

const short = ['learning-rate', '0.005', '0.02', '--runs', '3', '--seed', '7'];

test('the JSON has every field of the contract, and the files hold what it says', async () => {
  const [out, csv] = [path.join(folder, 'chart.png'), path.join(folder, 'errors.csv')];
  const { code, printed } = await compare(...short, '--json', '--out', out, '--csv', csv);
  expect(code).toBe(0);
  const json = JSON.parse(printed) as Record<string, number> & { interval: [number, number] };
  expect(json).toMatchObject({
    setting: 'learning-rate',
    a: 0.005,
    b: 0.02,
    runs: 3,
    metric: expect.stringContaining('RMSE'),
    meanA: expect.any(Number),
    meanB: expect.any(Number),
    difference: expect.any(Number),
    interval: [expect.any(Number), expect.any(Number)],
    wrongByOneRun: expect.any(Number),
    runsNeeded: expect.any(Number),
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    replay: expect.stringMatching(
      /^compare\.learning-rate\.0,005\.0,02\.3\.7\.k\d+\.[0-9a-f]{12}$/,
    ),
    chart: out,
    altText: expect.stringContaining('Learning rate'),
  });
  expect(json['difference']).toBeCloseTo((json['meanA'] ?? 0) - (json['meanB'] ?? 0), 12);
  expect(json.interval[0]).toBeLessThan(json['difference'] ?? 0);
  expect(json.interval[1]).toBeGreaterThan(json['difference'] ?? 0);
  expect(readFileSync(out).subarray(1, 4).toString()).toBe('PNG');
  expect(readFileSync(csv, 'utf8').trim().split('\r\n')).toHaveLength(4);
});

test('a second call gives the same bytes', async () => {
  const lines = [await compare(...short, '--json'), await compare(...short, '--json')].map(
    ({ printed }) => printed.replace(/"milliseconds":\d+/, ''),
  );
  expect(lines[0]).toBe(lines[1]);
});

test('a replay code gives the same bytes, here and as a demo; one of another demo is refused', async () => {
  const { replay } = JSON.parse((await compare(...short, '--json')).printed) as { replay: string };
  for (const run of [runCompareCommand, runDemoCommand])
    expect(await call(run, ['--replay', replay])).toMatchObject({
      code: 0,
      printed: expect.stringContaining('Identical'),
    });
  expect(await compare('--replay', 'dropout.inference.2.7.kernel.0123456789ab')).toMatchObject({
    code: 2,
    complaints: [expect.stringContaining('of this command')],
  });
});

test('where nothing differs, no number of runs is enough: null', async () => {
  const { printed } = await compare('clipping', '0', '10', '--runs', '2', '--json');
  expect(JSON.parse(printed)).toMatchObject({ difference: 0, runsNeeded: null, better: null });
});

test('people get the verdict without markdown, in the language they choose', async () => {
  const { printed } = await compare(...short, '--lang', 'zh-CN');
  expect(printed).toContain('学习率');
  expect(printed).toContain('复现码：compare.learning-rate');
  expect(printed).not.toMatch(/\*\*|^-#/m);
});

test.each([
  [[], 'Name a setting and two values'],
  [['learning-rate', '0.01'], 'Name a setting and two values'],
  [['learning-rate', '0.01', '0.02', '0.03'], 'Name a setting and two values'],
  [['momentum', '0.01', '0.02'], 'Choose one of learning-rate'],
  [['learning-rate', '0.01', '2'], 'from 0.0001 to 1'],
  [['learning-rate', '0.01', 'x'], 'from 0.0001 to 1'],
  [['learning-rate', '0.01', '1e-2'], 'from 0.0001 to 1'],
  [['learning-rate', '0.01', '0.00015'], 'at most four decimals'],
  [['learning-rate', '0.01', '-1'], 'See --help'],
  [['window', '12', '12.5'], 'whole numbers from 1 to 64'],
  [['window', '12', '12'], 'two different values'],
  [[...short, '--variant', 'x'], 'Name a setting and two values'],
  [['window', '6', '12', '--runs', '1'], '--runs must be'],
  [['window', '6', '12', '--seed', '😀'], '--seed must be'],
  [['window', '6', '12', '--out', '/no/such/folder/chart.png'], 'in a folder that exists'],
  [['--replay', 'compare.window'], 'whole replay code'],
  [['window', '--replay', 'compare.window.12.24.30.7.k.0123456789ab'], 'leave those out'],
])('bad input is one clear line and exit code 2: %j', async (args, part) => {
  const { code, printed, complaints } = await compare(...args);
  expect({ code, printed }).toEqual({ code: 2, printed: '' });
  expect(complaints).toEqual([expect.stringContaining(part)]);
  expect(complaints[0]).not.toContain('\n');
});

test('help names every setting', async () => {
  const { code, printed } = await compare('--help');
  expect(code).toBe(0);
  for (const part of ['training-steps', '--runs', '"difference"']) expect(printed).toContain(part);
});

test('as a program it answers on standard output, and complains on standard error', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['dist/src/cli/compare.js', ...args], {
      encoding: 'utf8',
      timeout: 55_000,
    });
  const good = run(...short, '--json');
  expect(good).toMatchObject({ status: 0, stderr: '' });
  expect(JSON.parse(good.stdout)).toMatchObject({ setting: 'learning-rate' });
  expect(run('nothing', '1', '2')).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(/^There is no such setting.*\n$/),
  });
});
