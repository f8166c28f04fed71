import { join } from 'node:path';
import { expect, test } from 'vitest';
import { learn, lessonsOf, load } from '../../src/answers/index.ts';
import { loadContent } from '../../src/content/index.ts';
import { projectRoot } from '../../src/root.ts';

const loaded = loadContent(join(projectRoot, 'content'));
if (!loaded.ok) throw new Error(loaded.problems.join('\n'));
const { content } = loaded;
const all = lessonsOf(content);
/** A few of the questions, so that learning takes a moment. */
const few = { ...all, questions: all.questions.filter((_, at) => at % 20 === 0) };

test('the same lessons give the same bytes, other lessons give others', () => {
  const learned = learn(few);
  expect(Buffer.from(learn(few)).equals(Buffer.from(learned))).toBe(true);
  const fewer = { ...few, questions: few.questions.slice(1) };
  expect(Buffer.from(learn(fewer)).equals(Buffer.from(learned))).toBe(false);
});

test('what was learned from a third of the questions knows the plainest', () => {
  const third = { ...all, questions: all.questions.filter((_, at) => at % 3 === 0) };
  const answer = load(learn(third), content);
  expect(answer('dropout is still active when I call my trained LSTM').causes[0]?.id).toBe(
    'dropout',
  );
});
