import { describe, expect, it } from 'vitest';
import { toCsv } from '../../src/charts/index.ts';
import type { Comparison } from '../../src/demos/index.ts';
import { diverged, lastBits, swept, repeats, wrong } from './samples.ts';

const lines = (csv: string): string[] => csv.split('\r\n');
const rows = (csv: string): number[][] =>
  lines(csv)
    .slice(1, -1)
    .map((line) => line.split(',').map(Number));

describe('the raw data of a demo', () => {
  it('gives every float32 back, bit by bit', () => {
    const results: Comparison[] = [repeats(), repeats(3, 1e-7), repeats(2, 0.1, 1e6), diverged()];
    for (const result of results) {
      const columns = [result.before.target, ...result.before.outputs, ...result.after.outputs];
      rows(toCsv(result)).forEach(([timeStep, ...values], at) => {
        expect(timeStep).toBe(result.timeSteps[at]);
        expect(values.map(Math.fround)).toEqual(columns.map((column) => column[at]));
      });
    }
  });

  it('keeps the sign of zero and the smallest numbers', () => {
    const values = [-0, 1.401298464324817e-45, 3.4028234663852886e38, 0.1];
    const result = repeats(2);
    const target = Float32Array.from(values);
    const timeSteps = [1, 2, 3, 4];
    const short = {
      ...result,
      timeSteps,
      before: { ...result.before, target },
      after: { ...result.after, target },
    };
    const parsed = rows(toCsv(short)).map(([, value = Number.NaN]) => Math.fround(value));
    expect(parsed.map((value, at) => Object.is(value, target[at]))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(lines(toCsv(short))[4]).toMatch(/^4,0\.1,/);
  });

  it('names a column for each run, with its setting where there is one', () => {
    expect(lines(toCsv(repeats(2)))[0]).toBe('time step,target,before 1,before 2,after 1,after 2');
    expect(lines(toCsv(swept(['0.01', '0.1'])))[0]).toBe(
      'time step,target,before 1: 0.01 (seed 1),before 2: 0.1 (seed 1),before 3: 0.01 (seed 2),before 4: 0.1 (seed 2),after 1: 0.01,after 2: 0.01,after 3: 0.1,after 4: 0.1',
    );
  });

  it('has both targets where they differ', () => {
    const result = wrong();
    expect(lines(toCsv(result))[0]).toContain('time step,target before,target after,before 1');
    const [, before = 0, after = 0] = rows(toCsv(result))[3] ?? [];
    expect([before, after].map(Math.fround)).toEqual([
      result.before.target[3],
      result.after.target[3],
    ]);
  });

  it('quotes labels as RFC 4180 says, and ends every line with CR LF', () => {
    const csv = toCsv(swept(['a, "b"', 'c']));
    expect(csv).toContain('"before 1: a, ""b"" (seed 1)"');
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('has the outputs in double precision where rounding is what counts, every digit of them', () => {
    const result = lastBits();
    const csv = toCsv(result);
    expect(lines(csv)[0]).toContain('time step,target,double precision,before 1: tfjs-wasm');
    expect(rows(csv).map((fields) => fields[2])).toEqual(Array.from(result.rounding?.exact ?? []));
  });
});
