import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLibrary } from '../../src/library/index.ts';
import { parts, readQuestions } from '../../tools/eval-answers/questions.ts';
import { timeQuestions } from '../../tools/eval-answers/speed.ts';
import { quantile } from '../../tools/eval-answers/statistics.ts';
import { startBystander } from '../clock/bystander.ts';

const opened = await openLibrary();
if (!opened.ok) throw new Error(opened.problems.join('\n'));
const { answer } = opened.library;

const asked = parts
  .flatMap((part) => readQuestions(join(import.meta.dirname, 'dev'), part))
  .map(({ ask }) => ask);

test('99% of the questions are answered within 5 ms', async () => {
  const bystander = await startBystander();
  const times = timeQuestions(answer, asked, 3);
  expect(quantile(times, 0.99)).toBeLessThan(5 + (await bystander.leave()));
});
