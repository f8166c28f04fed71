import { expect, test } from 'vitest';
import { createSpeed } from '../../src/jobs/speed.ts';

test('nothing is promised, and nobody refused, before a job is measured', () => {
  const speed = createSpeed();
  expect([speed.secondsFor(1), speed.mostIn(60)]).toEqual([undefined, undefined]);
});

test('a job takes its share of the measured work, and what comes with every job', () => {
  const speed = createSpeed();
  speed.note(1, 2_000, 500);
  speed.note(3, 6_000, 500);
  expect(speed.secondsFor(10)).toBeCloseTo(20.5);
  expect(speed.mostIn(20.5)).toBeCloseTo(10);
});

test('small jobs alone refuse nobody', () => {
  const speed = createSpeed();
  for (let job = 0; job < 10; job++) speed.note(0.025, 100, 500);
  expect(speed.secondsFor(0.025)).toBeCloseTo(0.6);
  expect(speed.mostIn(60)).toBeUndefined();
});

test('a machine that became slower is noticed: only the last jobs count', () => {
  const speed = createSpeed();
  speed.note(1, 1_000, 0);
  for (let job = 0; job < 30; job++) speed.note(1, 4_000, 0);
  expect(speed.secondsFor(1)).toBeCloseTo(4);
});
