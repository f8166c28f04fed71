import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readOptions, usage } from '../../tools/bench/options.ts';
import { replicaEngines } from '../../tools/bench/replicas/engines.ts';
import { measureReplicas, sortOut } from '../../tools/bench/replicas/measure.ts';
import { gigaflops } from '../../tools/bench/workload.ts';

const bench = (...args: string[]) =>
  spawnSync(process.execPath, ['dist/tools/bench.js', ...args], {
    encoding: 'utf8',
    timeout: 230_000,
  });

const timing = z
  .object({
    medianMs: z.number().positive(),
    minMs: z.number().positive(),
    maxMs: z.number().positive(),
  })
  .refine(({ minMs, medianMs, maxMs }) => minMs <= medianMs && medianMs <= maxMs);
const engine = z.enum(['kernel', 'tfjs-wasm', 'tfjs-cpu', 'tfjs-node', 'pytorch-1', 'pytorch-2']);
const count = z.int().positive();
const gflops = z.number().positive();

const figures = z.strictObject({
  step: z.array(timing.and(z.object({ engine, units: count, gflops }))),
  demo: z.array(
    timing.and(
      z.discriminatedUnion('what', [
        z.object({ what: z.literal('demo'), cause: z.string(), engine }),
        z.object({ what: z.literal('trainings'), engine, trainings: count }),
        z.object({ what: z.literal('posted'), command: z.string(), atOnce: count }),
      ]),
    ),
  ),
  growth: z.array(
    timing.and(
      z.discriminatedUnion('of', [
        z.object({
          of: z.literal('step'),
          varied: z.enum(['units', 'timeSteps', 'batch']),
          units: count,
          timeSteps: count,
          batch: count,
          gflops,
        }),
        z.object({ of: z.literal('demo'), varied: z.literal('runs'), runs: count }),
      ]),
    ),
  ),
  peakGflops: gflops,
  replicas: z.array(
    z.object({
      engine: z.enum(replicaEngines),
      runs: count,
      threads: count,
      seconds: z.number().positive(),
      firstSeconds: z.number().positive(),
      cpuSeconds: z.number().positive(),
      loss: z.number().positive(),
    }),
  ),
});

test('the quick benchmark measures everything in its contract, and says what is missing', () => {
  const { status, stdout, stderr } = bench('--quick', '--json');
  expect(status, stderr).toBe(0);
  const { step, demo, growth, peakGflops, replicas } = figures.parse(JSON.parse(stdout));

  const engines = new Set(step.map((entry) => entry.engine));
  expect([...engines]).toEqual(expect.arrayContaining(['kernel', 'tfjs-wasm']));
  for (const each of engines)
    expect(step.filter((entry) => entry.engine === each).map(({ units }) => units)).toEqual([
      16, 32, 64,
    ]);
  // Each engine is either measured or named in a line of its own.
  expect(engines.has('pytorch-1')).toBe(!stderr.includes('Not measured: pytorch-1'));
  for (const entry of step) {
    const sizes = { units: entry.units, timeSteps: 20, batch: 32 };
    expect(entry.gflops).toBeCloseTo(gigaflops(sizes, entry.medianMs), 6);
  }
  // No training does more than the machine can.
  for (const entry of step) expect(entry.gflops).toBeLessThan(1.2 * peakGflops);

  expect(new Set(demo.map(({ what }) => what))).toEqual(new Set(['demo', 'trainings', 'posted']));
  const posted = demo.flatMap((entry) => (entry.what === 'posted' ? [entry] : []));
  expect(posted.map(({ atOnce }) => atOnce)).toEqual([1, 2, 1, 2]);
  expect(new Set(growth.map(({ varied }) => varied))).toEqual(
    new Set(['units', 'timeSteps', 'batch', 'runs']),
  );

  const [ours, ...peers] = replicas;
  expect(ours).toMatchObject({ engine: 'kernel', runs: 2, threads: 1 });
  // Of targets whose variance is about 1: the models have learnt.
  expect(ours?.loss).toBeLessThan(0.05);
  for (const peer of ['jax-vmap', 'pytorch-batched'] as const)
    expect(peers.some((entry) => entry.engine === peer)).toBe(
      !stderr.includes(`Not measured: ${peer}`),
    );
  for (const { loss } of peers) expect(loss).toBeCloseTo(ours?.loss ?? Number.NaN, 4);
}, 240_000);

test('models that are trained together are shared out to two processes, and are the same as in one', async () => {
  const { replicas, missing } = await measureReplicas({
    engines: ['kernel'],
    runs: [1, 3],
    threads: [1, 2],
    rounds: 2,
  });
  expect(missing).toEqual([]);
  expect(replicas.map(({ runs, threads }) => [runs, threads])).toEqual([
    [1, 1],
    [3, 1],
    [3, 2],
  ]);
  const [, one, two] = replicas;
  expect(two?.loss).toBeCloseTo(one?.loss ?? Number.NaN, 12);
});

test('a peer whose models end at another loss is left out, and the reason is said', () => {
  const kernel = {
    engine: 'kernel',
    runs: 3,
    threads: 1,
    seconds: 1,
    firstSeconds: 1,
    cpuSeconds: 1,
    loss: 0.01,
  } as const;
  const equal = { ...kernel, engine: 'jax-vmap', loss: 0.010_01 } as const;
  const lazy = { ...kernel, engine: 'pytorch-lstm', loss: 0.5 } as const;
  expect(sortOut([kernel, equal, lazy])).toEqual({
    replicas: [kernel, equal],
    missing: [
      expect.stringMatching(/^Not measured: pytorch-lstm with 3 models .* 0\.5000.*0\.0100/),
    ],
  });
});

test('a training step is counted as 3 * 2 * batch * timeSteps * 4 * units * (units + features) operations', () => {
  // 3 * 2 * 32 * 20 * 4 * 16 * 17 = 4 177 920 in a millisecond.
  expect(gigaflops({ units: 16, timeSteps: 20, batch: 32 }, 1)).toBeCloseTo(4.17792, 12);
});

test.each([['--fast'], ['--json=yes'], ['now']])('%s is refused in one line', (flag) => {
  const read = readOptions([flag]);
  expect(read).toEqual({
    kind: 'problem',
    problem: expect.stringMatching(/^[^\n]+ See npm run bench -- --help$/),
  });
});

test('as a program it complains on standard error, with exit code 2', () => {
  expect(bench('--fast')).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(/^[^\n]+\n$/),
  });
});

test('help is asked for by --help or -h, and names the flags', () => {
  expect(readOptions(['--help', '--quick'])).toEqual({ kind: 'help' });
  expect(readOptions(['-h'])).toEqual({ kind: 'help' });
  expect(usage).toContain('--quick');
});
