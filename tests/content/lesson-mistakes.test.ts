import { describe, expect, it } from 'vitest';
import { changedContent } from './copy.ts';

const problemsAfter = changedContent();

describe('a mistake in a lesson is told with file, line and field', () => {
  const file = 'en/lessons/same-model.md';

  it.each([
    [
      'a demo that does not exist',
      (text: string) => text.replace('variant: inference', 'variant: inferrence'),
      /^content\/en\/lessons\/same-model\.md:\d+ steps\.0\.demo\.variant: must be one of inference, training$/,
    ],
    [
      'two right answers',
      (text: string) =>
        text.replace('feedback: The weights', 'right: true\n        feedback: The weights'),
      /^content\/en\/lessons\/same-model\.md:\d+ steps\.0\.answers: exactly one of them must be marked with right: true$/,
    ],
    [
      'a condition that asks nothing',
      (text: string) => text.replace('condition: { before: { identical: true } }', 'condition: {}'),
      /^content\/en\/lessons\/same-model\.md:\d+ steps\.0\.answers\.0\.condition: say what must hold: before, after, compared or averaged$/,
    ],
    [
      'another seed than in the other language',
      (text: string) => text.replace('seed: class-2', 'seed: class-9'),
      /^content\/zh-CN\/lessons\/same-model\.md:\d+ steps\.1: what is not prose must be the same as in content\/en\/lessons\/same-model\.md$/,
    ],
  ])('%s', (_mistake, edit, problem) => {
    expect(problemsAfter(file, edit)).toEqual([expect.stringMatching(problem)]);
  });
});

it('a lesson in which everybody trains one needs enough runs for a histogram', () => {
  const edit = (text: string) => text.replace('runs: 50', 'runs: 40');
  expect(problemsAfter('en/lessons/trained-twice.md', edit)).toEqual([
    expect.stringMatching(/:\d+ steps\.3\.demo\.runs: must be at least 41, /),
  ]);
});
