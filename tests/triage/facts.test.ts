import { describe, expect, test } from 'vitest';
import { pageIds, type PageId } from '../../src/ids.ts';
import { nextStep, questionsOf, writePath, type Answers } from '../../src/triage/index.ts';
import { allPlaces } from './places.ts';

/**
 * What each cause can do: in which case (A called twice, B reloaded, C trained again, D trained again with a change),
 * how large the difference is, and how three calls in a row or two trainings then look. One line is one thing that
 * people meet. It is written down apart from the table of the triage.
 */
type Case = 'A' | 'B' | 'C' | 'D';
type Seen = Partial<Answers> & { readonly in: Case };
const facts: Readonly<Record<PageId, readonly Seen[]>> = {
  'initial-weights': [
    { in: 'C', start: 'weights', size: 'small' },
    { in: 'C', start: 'weights', size: 'clear' },
    { in: 'D', start: 'weights', size: 'clear', changed: 'data' },
  ],
  'batch-order': [
    { in: 'C', start: 'first-loss', size: 'clear' },
    // A validation loop moves the generator on: the second epoch is in another order.
    { in: 'C', start: 'later', size: 'small' },
    { in: 'D', start: 'first-loss', size: 'clear', changed: 'setting' },
  ],
  dropout: [
    { in: 'A', calls: 'clear', reset: 'differs', size: 'clear', dropout: 'yes' },
    { in: 'B', calls: 'clear', reset: 'differs', size: 'clear', dropout: 'yes' },
    { in: 'C', start: 'first-loss', size: 'clear', dropout: 'yes' },
  ],
  'time-steps': [
    // Padding to the longest of the batch; another window.
    { in: 'A', calls: 'equal', size: 'clear' },
    { in: 'B', calls: 'equal', size: 'small' },
    { in: 'D', start: 'first-loss', size: 'clear', changed: 'setting' },
  ],
  hyperparameters: [
    { in: 'D', start: 'weights', size: 'clear', changed: 'setting' },
    { in: 'D', start: 'later', size: 'clear', changed: 'setting' },
  ],
  'data-set': [
    { in: 'C', start: 'first-loss', size: 'clear' },
    { in: 'D', start: 'first-loss', size: 'clear', changed: 'data' },
    { in: 'D', start: 'later', size: 'small', changed: 'data' },
  ],
  'carried-state': [
    { in: 'A', calls: 'clear', reset: 'equal', size: 'clear' },
    { in: 'B', calls: 'clear', reset: 'equal', size: 'small' },
  ],
  'floating-point': [
    // Threads; another batch size; outputs fed back in.
    { in: 'A', calls: 'last-digits', size: 'last-digits' },
    { in: 'A', calls: 'equal', size: 'last-digits' },
    { in: 'A', calls: 'equal', size: 'clear' },
    // Another backend; training may let a last digit grow.
    { in: 'B', calls: 'equal', size: 'last-digits' },
    { in: 'C', start: 'later', size: 'last-digits' },
    { in: 'C', start: 'later', size: 'clear' },
    { in: 'D', start: 'weights', size: 'last-digits', changed: 'setting' },
  ],
  'saved-model': [
    { in: 'B', calls: 'equal', size: 'clear' },
    { in: 'B', calls: 'last-digits', size: 'small' },
  ],
  'gpu-kernels': [
    { in: 'A', calls: 'last-digits', size: 'last-digits' },
    { in: 'B', calls: 'last-digits', size: 'last-digits' },
    { in: 'C', start: 'later', size: 'clear' },
  ],
  'reduced-precision': [
    { in: 'B', calls: 'equal', size: 'small' },
    { in: 'C', start: 'first-loss', size: 'small' },
  ],
  'hash-and-file-order': [
    { in: 'B', calls: 'equal', size: 'clear' },
    { in: 'C', start: 'first-loss', size: 'clear' },
  ],
  'batch-norm': [
    { in: 'A', calls: 'equal', size: 'small' },
    // A call in training mode in between has moved the stored averages.
    { in: 'A', calls: 'clear', reset: 'differs', size: 'small' },
    { in: 'B', calls: 'equal', size: 'small' },
  ],
  'sampling-temperature': [{ in: 'A', calls: 'clear', reset: 'differs', size: 'clear' }],
};

const answersIn: Record<Case, Partial<Answers>> = {
  A: { weights: 'same', where: 'one-process' },
  B: { weights: 'same', where: 'reloaded' },
  // Calls of a model that is trained and left alone are equal.
  C: { weights: 'trained', changed: 'nothing', calls: 'equal' },
  D: { weights: 'trained', calls: 'equal' },
};

/** All ends of somebody who sees this, and who knows the answers or says "I don't know". */
const endsFor = (seen: Partial<Answers>) =>
  allPlaces().flatMap((given) => {
    const step = nextStep(given);
    const isHonest = questionsOf(given).every(
      (id) => given[id] === 'unknown' || given[id] === seen[id],
    );
    return step.kind === 'result' && isHonest ? [{ given, ranked: step.ranked }] : [];
  });

describe.each(pageIds)('%s is never ruled out', (id) => {
  test.each(facts[id])('where it can act: %j', ({ in: inCase, ...seen }) => {
    const ends = endsFor({ dropout: 'no', ...answersIn[inCase], ...seen });
    expect(ends.length).toBeGreaterThan(3);
    for (const { given, ranked } of ends) expect(ranked, writePath(given)).toContain(id);
  });
});

test.each([
  ['A', ['initial-weights', 'batch-order', 'hyperparameters', 'data-set', 'saved-model']],
  ['B', ['initial-weights', 'batch-order', 'hyperparameters', 'data-set']],
  ['C', ['hyperparameters', 'time-steps', 'carried-state', 'saved-model', 'sampling-temperature']],
] as const)('case %s rules out what can’t explain it', (inCase, impossible) => {
  const { weights, where, changed } = answersIn[inCase];
  const step = nextStep({
    ...(weights && { weights }),
    ...(where && { where }),
    ...(changed && { changed }),
  });
  const possible = step.kind === 'question' ? step.possible : step.ranked;
  expect(possible.length).toBeGreaterThan(2);
  expect(possible.filter((id) => impossible.some((it) => it === id))).toEqual([]);
});
