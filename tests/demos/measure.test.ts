import { describe, expect, it } from 'vitest';
import { figuresOf, focusOn, hashOutputs, measure } from '../../src/demos/measure.ts';
import type { Side } from '../../src/demos/plan.ts';

const side = (groups: number[], target: number[]): Side => ({
  rows: groups.map((group, i) => ({
    label: String(i),
    group,
    output: () => new Float32Array(target.length),
  })),
  target: Float32Array.from(target),
});
const outputs = (...rows: number[][]): Float32Array[] => rows.map((row) => Float32Array.from(row));

describe('the measures of one side', () => {
  it('give the largest difference at one time step, and where it is', () => {
    const measured = measure(
      side([0, 0, 0], [0, 0, 0]),
      outputs([0, 1, 5], [0.5, 1, 5], [0.25, 3, 5]),
    );
    expect(measured).toMatchObject({ spread: 2, widestAt: 1, identical: false });
  });

  it('give the standard deviation over the runs, as root mean square over time steps and groups', () => {
    // Variances: 0, 2 -> 2 and 0, 4 -> 8 in the first group; 1, 1 -> 0 twice in the second. Mean 5 and 0; mean 2.5.
    const measured = measure(side([0, 0, 1, 1], [0, 0]), outputs([0, 0], [2, 4], [1, 1], [1, 1]));
    expect(measured.deviation).toBeCloseTo(Math.sqrt(2.5), 12);
  });

  it('compare within a group only', () => {
    const measured = measure(side([0, 0, 1, 1], [0]), outputs([1], [1], [2], [2]));
    expect(measured).toMatchObject({ spread: 0, identical: true });
  });

  it.each([
    ['first', [1, 1, 2, 3]],
    ['last', [1, 2, 3, 3]],
  ])('are identical only if every group repeats itself, not if the %s alone does', (_, values) => {
    const measured = measure(
      side([0, 0, 1, 1], [0]),
      values.map((value) => Float32Array.of(value)),
    );
    expect(measured).toMatchObject({ spread: 1, identical: false });
  });

  it('are identical only if every row of a group is', () => {
    expect(measure(side([0, 0, 0], [0]), outputs([1], [1], [2])).identical).toBe(false);
    expect(measure(side([0, 0, 0], [0]), outputs([1], [2], [1])).identical).toBe(false);
  });

  it('are identical only if every time step is', () => {
    expect(measure(side([0, 0], [0, 0]), outputs([1, 1], [1, 2])).identical).toBe(false);
    expect(measure(side([0, 0], [0, 0]), outputs([1, 1], [1, 1])).identical).toBe(true);
  });

  it('call outputs that differ in one bit not identical', () => {
    const measured = measure(side([0, 0], [0]), outputs([1], [1 + 2 ** -23]));
    expect(measured).toMatchObject({ spread: 2 ** -23, identical: false });
  });

  it('call 0 and -0 not identical, though their spread is 0', () => {
    expect(measure(side([0, 0], [0]), outputs([0], [-0]))).toMatchObject({
      spread: 0,
      identical: false,
    });
  });

  it('give the root mean squared distance from the target over all rows', () => {
    expect(measure(side([0, 0], [1, 1]), outputs([1, 1], [3, 1])).error).toBe(1);
  });
});

describe('what the settings of a sweep gave', () => {
  const labelled = (labels: string[], groups: number[], rows: Float32Array[]) =>
    measure(
      {
        ...side(groups, [0, 0]),
        rows: groups.map((group, i) => ({ label: labels[i] ?? '', group })),
      },
      rows,
    );
  const before = labelled(
    ['a', 'b', 'a', 'b'],
    [0, 0, 1, 1],
    outputs([1, 1], [3, 3], [0, 0], [2, 4]),
  );

  it('is a curve for each seed, of the error or of the change from the first setting', () => {
    const after = labelled(
      ['a', 'a', 'b', 'b'],
      [0, 0, 1, 1],
      outputs([1, 1], [1, 1], [3, 3], [3, 2]),
    );
    const errors = figuresOf({ of: 'error', usual: () => 'a' }, before, after);
    expect(errors).toMatchObject({ settings: ['a', 'b'], usual: 'a', again: [0, 1] });
    expect(errors.curves).toEqual([
      [1, 3],
      [0, expect.closeTo(Math.sqrt(10), 12)],
    ]);
    expect(figuresOf({ of: 'change' }, before, after).curves).toEqual([
      [0, 2],
      [0, 4],
    ]);
  });

  it('is compared with the first repeat where all of them do the same', () => {
    const after = labelled(['a', 'b'], [0, 0], outputs([1, 1], [1, 1.5]));
    expect(figuresOf({ of: 'change' }, before, after).again).toEqual([0, 0.5]);
  });
});

describe('the time step to look at', () => {
  const measured = (target: number[], ...rows: number[][]) =>
    measure(
      side(
        rows.map(() => 0),
        target,
      ),
      outputs(...rows),
    );
  const before = measured([0, 0, 0], [9, 1, 0], [9, 3, 0]);
  const after = measured([0, 0, 0], [1, 2, 3], [1, 2, 3]);

  it('is where the cause spreads the outputs most; both sides are summarised there', () => {
    expect(focusOn(before, after, 'spread')).toMatchObject({
      at: 1,
      before: { count: 2, mean: 2, low: 1, high: 3 },
      after: { count: 2, mean: 2, deviation: 0 },
    });
  });

  it('is where the outputs are farthest from the target, if that is what counts', () => {
    expect(focusOn(before, after, 'error')).toMatchObject({ at: 0, before: { mean: 9 } });
  });
});

describe('the hash of the outputs', () => {
  it('is that of their little-endian float32 bytes', () => {
    // printf '\x00\x00\x80\x3f' | sha256sum
    expect(hashOutputs(outputs([1]))).toBe(
      'e00e5eb9444182f352323374ef4e08ebcb784725fdd4fd612d7730540b3e0c8c',
    );
  });

  it('changes with any bit', () => {
    expect(hashOutputs(outputs([1]))).not.toBe(hashOutputs(outputs([1 + 2 ** -23])));
  });
});
