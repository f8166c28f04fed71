import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runDemoCommand } from '../../src/cli/demo/command.ts';

let folder: string;
const inFolder = (name: string) => path.join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'seedling-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function demo(...args: string[]) {
  const printed: string[] = [];
  const complaints: string[] = [];
  const progress: string[] = [];
  const code = await runDemoCommand(args, {
    print: (text) => printed.push(text),
    complain: (line) => complaints.push(line),
    showProgress: (line) => progress.push(line),
  });
  return { code, printed: printed.join('\n'), complaints, progress };
}

const short = ['dropout', '--runs', '2', '--seed', '7'];

test('the JSON has every field of the contract, and the files hold what it says', async () => {
  const [out, csv] = [inFolder('chart.png'), inFolder('data.csv')];
  const { code, printed } = await demo(...short, '--json', '--out', out, '--csv', csv);
  expect(code).toBe(0);
  const json: unknown = JSON.parse(printed);
  expect(json).toEqual({
    cause: 'dropout',
    variant: 'inference',
    seed: '7',
    runs: 2,
    engine: 'kernel',
    milliseconds: expect.any(Number),
    measure: 'spread',
    before: {
      spread: expect.any(Number),
      deviation: expect.any(Number),
      identical: false,
      error: expect.any(Number),
    },
    after: { spread: 0, deviation: 0, identical: true, error: expect.any(Number) },
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    replay: expect.stringMatching(/^dropout\.inference\.2\.7\.k\d+\.[0-9a-f]{12}$/),
    chart: out,
    altText: expect.stringContaining('2 calls'),
  });
  expect(readFileSync(out).subarray(1, 4).toString()).toBe('PNG');
  expect(readFileSync(csv, 'utf8')).toMatch(/^time step,/);
  expect(readdirSync(folder).toSorted()).toEqual(['chart.png', 'data.csv']);
});

test('--watch writes an animation beside the chart, and says so', async () => {
  const [out, watch] = [inFolder('still.png'), inFolder('moving.gif')];
  const { code, printed } = await demo(...short, '--json', '--out', out, '--watch', watch);
  expect(code).toBe(0);
  expect(JSON.parse(printed)).toMatchObject({
    chart: out,
    animation: watch,
    animationAltText: expect.stringContaining('Animation of 41 pictures'),
    // The same demo, watched.
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  const gif = readFileSync(watch);
  expect(gif.subarray(0, 6).toString()).toBe('GIF89a');
  expect(gif.length).toBeLessThan(4 * 2 ** 20);
  rmSync(out);
  rmSync(watch);
});

const withoutTime = (line: string) => line.replace(/"milliseconds":\d+/, '');

test('without files the chart is null, and a second call gives the same bytes', async () => {
  const [first, second] = [await demo(...short, '--json'), await demo(...short, '--json')];
  expect(JSON.parse(first.printed)).toMatchObject({ chart: null });
  expect(withoutTime(first.printed)).toBe(withoutTime(second.printed));
});

test('people get the finding without markdown, the replay code, and progress on the way', async () => {
  const { printed, progress } = await demo(...short);
  expect(printed).toMatch(/^2 calls, same weights/);
  expect(printed).toContain('Replay code: dropout.inference.2.7.');
  expect(printed).not.toMatch(/[*`]/);
  expect(progress.at(0)).toBe('Training: run 1 of 4');
  expect(progress.at(-1)).toBe('Training: run 4 of 4');
});

test('writes a notebook for a framework, a script where the file is one, and says where neither makes sense', async () => {
  const [notebook, script] = [inFolder('a.ipynb'), inFolder('a.mjs')];
  const keras = await demo(...short, '--notebook', notebook, '--framework', 'keras', '--json');
  expect(JSON.parse(keras.printed)).toMatchObject({ notebook, framework: 'keras' });
  expect(readFileSync(notebook, 'utf8')).toContain('import keras');
  const { printed } = await demo(...short, '--notebook', script);
  expect(printed).toContain(`Notebook: ${script}`);
  expect(readFileSync(script, 'utf8')).toMatch(/^\/\/ # 2 calls[^]*from '@tensorflow\/tfjs'/);
  rmSync(notebook);
  rmSync(script);
  const none = await demo('butterfly', '--notebook', notebook);
  expect([none.code, none.complaints.length]).toEqual([2, 1]);
  expect(none.complaints[0]).toMatch(/can’t be taken home/);
  expect((await demo(...short, '--notebook', notebook, '--framework', 'jax')).complaints).toEqual([
    '--framework must be one of pytorch, keras, tfjs.',
  ]);
});

test('people are told in the language they choose', async () => {
  const { printed } = await demo(...short, '--lang', 'zh-CN');
  expect(printed).toMatch(/复现码：dropout/);
});

test('a replay code gives the same bytes and says so; a wrong one is told, with exit code 1', async () => {
  const { replay } = JSON.parse((await demo(...short, '--json')).printed) as { replay: string };
  const same = await demo('--replay', replay);
  expect(same).toMatchObject({ code: 0, printed: expect.stringContaining('Identical') });
  const forged = replay.replace(/[0-9a-f]{12}$/, '0123456789ab');
  const differs = await demo('--replay', forged);
  expect(differs).toMatchObject({ code: 1, printed: expect.stringContaining('Different') });
  expect(differs.printed).toContain('The same version of this demo made the code');
  const old = await demo('--replay', forged.replace(/\.k\d+\./, '.kernel.'));
  expect(old.printed).toContain('The code has no version mark: an older version');
  const json = await demo('--replay', forged, '--json');
  expect(JSON.parse(json.printed)).toMatchObject({ confirmed: false, replay });
  const elsewhere = await demo('--replay', forged.replace(/\.k(\d+)\./, '.w$1.'));
  expect(elsewhere).toMatchObject({ code: 1, printed: expect.stringContaining('tolerance') });
});

test('a demo that compares engines names them all; a replay elsewhere says which engines those were', async () => {
  const { printed } = await demo('floating-point', '--runs', '2', '--seed', '7', '--json');
  const { engine, engines, replay } = JSON.parse(printed) as {
    engine: string;
    engines: string[];
    replay: string;
  };
  expect(engines[0]).toBe(engine);
  expect(engines).toEqual(expect.arrayContaining(['tfjs-wasm', 'tfjs-cpu']));
  expect(await demo('--replay', replay)).toMatchObject({
    code: 0,
    printed: expect.stringContaining('Identical'),
  });
  const elsewhere = replay.replace(/[^.]+\.[0-9a-f]{12}$/, 'n+c.0123456789ab');
  expect(await demo('--replay', elsewhere)).toMatchObject({
    code: 1,
    printed: expect.stringContaining(`tfjs-node + tfjs-cpu, and this is ${engines.join(' + ')}`),
  });
});

test('a demo that loads a saved model tells what its checks found at every start', async () => {
  const args = ['saved-model', '--variant', 'scaler', '--runs', '2', '--seed', '7', '--json'];
  const right = { weightHash: true, goldenPair: true };
  expect(JSON.parse((await demo(...args)).printed)).toMatchObject({
    before: {
      checks: [
        { ...right, goldenPair: false },
        { ...right, goldenPair: false },
      ],
    },
    after: { checks: [right, right] },
  });
});

test.each([
  [[], 'Name one cause'],
  [['dropout', 'twice'], 'Name one cause'],
  [['drop-out'], 'Choose one of initial-weights'],
  [['dropout', '--variant', 'x'], 'Choose one of inference, training'],
  [['dropout', '--runs', '1'], '--runs must be'],
  [['dropout', '--runs', '201'], 'from 2 to 200'],
  [['all', '--runs', '39'], 'from 40 to 200'],
  [['dropout', '--runs', '2.5'], '--runs must be'],
  [['dropout', '--runs', ''], '--runs must be'],
  [['dropout', '--seed', 'x'.repeat(10_000)], '--seed must be'],
  [['dropout', '--seed', '😀'], '--seed must be'],
  [['dropout', '--seed', ''], '--seed must be'],
  [['dropout', '--seed'], '--seed'],
  [['dropout', '--lang', 'fr'], '--lang must be'],
  [['dropout', '--colour', 'red'], '--colour'],
  [['dropout', '--theme', 'sepia'], '--theme must be one of dark, light'],
  [['--replay', 'dropout.inference'], 'whole replay code'],
  [['dropout', '--replay', 'dropout.inference.2.7.tfjs-wasm.0123456789ab'], 'leave those out'],
  [['dropout', '--out', '/no/such/folder/chart.png'], 'in a folder that exists'],
  [['dropout', '--out', '/dev/null'], 'ordinary file'],
  [['dropout', '--csv', ''], 'ordinary file'],
  [['dropout', '--out', `${'x'.repeat(5000)}.png`], 'ordinary file'],
  [['dropout', '--out', 'new', '--csv', './new'], 'the same file'],
  [['dropout', '--out', 'new', '--watch', './new'], 'the same file'],
  [['dropout', '--watch', '/dev/null'], 'ordinary file'],
  [['floating-point', '--watch', 'new.gif'], 'nothing to watch'],
])('bad input is one clear line and exit code 2: %j', async (args, part) => {
  const { code, printed, complaints, progress } = await demo(...args);
  expect({ code, printed, progress }).toEqual({ code: 2, printed: '', progress: [] });
  expect(complaints).toEqual([expect.stringContaining(part)]);
  expect(complaints[0]).not.toContain('\n');
});

test('a file that cannot be written after all leaves no part of it behind', async () => {
  const own = inFolder('own');
  mkdirSync(own);
  const out = path.join(own, 'chart.png');
  const call = runDemoCommand([...short, '--out', out], {
    print: () => {},
    complain: () => {},
    // While it trains, somebody else takes the name.
    showProgress: () => void mkdirSync(out, { recursive: true }),
  });
  await expect(call).rejects.toThrow('chart.png');
  expect(readdirSync(own)).toEqual(['chart.png']);
  expect(readdirSync(out)).toEqual([]);
});

test('help names every cause and option', async () => {
  const { code, printed } = await demo('--help');
  expect(code).toBe(0);
  expect(printed).toContain('data-set');
  expect(printed).toContain('--replay');
});

const runProgram = (...args: string[]) =>
  spawnSync(process.execPath, ['dist/src/cli/demo.js', ...args], {
    encoding: 'utf8',
    timeout: 60_000,
  });

test('as a program it answers on standard output, and complains on standard error', () => {
  const good = runProgram(...short, '--json');
  expect(good).toMatchObject({ status: 0, stderr: '' });
  expect(JSON.parse(good.stdout)).toMatchObject({ cause: 'dropout' });
  expect(runProgram('nothing')).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(/^There is no such cause.*\n$/),
  });
});
