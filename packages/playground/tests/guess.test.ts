import { describe, expect, it } from 'vitest';
import { drawsOf, guess, guessAgain } from '../src/class/guess.ts';

const timesChosen = (chosen: readonly number[], choices: number): number[] =>
  Array.from({ length: choices }, (_, choice) => chosen.filter((each) => each === choice).length);

describe('what a simulated class chooses', () => {
  it('is the same whenever it is drawn from the same seed, and another from another', () => {
    const first = guess(50, 4, drawsOf(1));
    expect(guess(50, 4, drawsOf(1))).toEqual(first);
    expect(guess(50, 4, drawsOf(2))).not.toEqual(first);
  });

  it('is one of the choices for each, and in many draws no choice is liked better than another', () => {
    const all = Array.from({ length: 400 }, (_, seed) => guess(50, 4, drawsOf(seed))).flat();
    expect(new Set(all)).toEqual(new Set([0, 1, 2, 3]));
    for (const times of timesChosen(all, 4)) expect(times / all.length).toBeCloseTo(0.25, 1);
  });

  it('moves towards what most chose when it is asked again, whether that was right or not', () => {
    const before = [...Array<number>(20).fill(2), ...Array<number>(30).fill(0)];
    const after = guessAgain(before, drawsOf(7));
    expect(after.slice(20), 'who chose what most did stays').toEqual(before.slice(20));
    const [, , stayed = 0] = timesChosen(after, 3);
    expect(stayed).toBeGreaterThan(5);
    expect(stayed).toBeLessThan(19);
  });

  it('is the only choice where there is one', () => {
    expect(new Set(guess(50, 1, drawsOf(3)))).toEqual(new Set([0]));
  });
});
