import seedrandom from 'seedrandom';
import { describe, expect, it } from 'vitest';
import { openStream, streamNames } from '../../src/lstm/index.ts';

const draws = (seed: string, name: (typeof streamNames)[number], index: number): number[] => {
  const stream = openStream(seed, name, index);
  return Array.from({ length: 100 }, () => stream.uniform());
};

describe('the named streams', () => {
  it('give the same draws for the same seed, name and index', () => {
    for (const name of streamNames) expect(draws('7', name, 3)).toEqual(draws('7', name, 3));
  });

  it('give other draws for another seed, name or index', () => {
    const variants = [
      draws('7', 'weights', 0),
      draws('8', 'weights', 0),
      draws('7', 'batches', 0),
      draws('7', 'weights', 1),
    ];
    expect(new Set(variants.map(String)).size).toBe(variants.length);
  });

  it('do not touch each other: draws from one leave the other where it was', () => {
    const weights = openStream('7', 'weights', 0);
    const first = weights.uniform();
    openStream('7', 'dropout', 0).uniform();
    const second = weights.uniform();
    expect([first, second]).toEqual(draws('7', 'weights', 0).slice(0, 2));
  });

  it('keep the draws they always had, so that old replay codes stay true', () => {
    expect(draws('7', 'weights', 0).slice(0, 3)).toEqual([
      0.2032589731538659, 0.8540165796224491, 0.1903670150631945,
    ]);
  });

  it('are the draws of the seedrandom package, to the last bit, however many are drawn', () => {
    for (const seed of ['', '7', 'Grüße', '字']) {
      const stream = openStream(seed, 'dropout', 2);
      const expected = seedrandom(`${seed}/dropout/2`);
      // One number in sixteen takes more than seven bytes of the generator, one in 4096 more than eight.
      for (let i = 0; i < 20_000; i++)
        if (stream.uniform() !== expected.double()) throw new Error(`Draw ${i} of seed "${seed}".`);
    }
  });

  it('draw normal numbers of mean 0 and standard deviation 1', () => {
    const stream = openStream('7', 'data', 0);
    const values = Array.from({ length: 20_000 }, () => stream.normal());
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(Math.sqrt(variance) - 1)).toBeLessThan(0.03);
  });

  it('draw permutations that hold every number once and leave none in place more often than chance does', () => {
    const stream = openStream('7', 'batches', 0);
    let inPlace = 0;
    for (let round = 0; round < 200; round++) {
      const order = stream.permutation(50);
      expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i));
      inPlace += order.filter((value, at) => value === at).length;
    }
    // One fixed point a permutation is expected; 200 of them have a standard deviation of about 14.
    expect(inPlace).toBeGreaterThan(130);
    expect(inPlace).toBeLessThan(270);
  });
});
