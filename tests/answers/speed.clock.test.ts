import { join } from 'node:path';
import { expect, test } from 'vitest';
import { learn, load } from '../../src/answers/index.ts';
import { loadContent } from '../../src/content/index.ts';
import { projectRoot } from '../../src/root.ts';
import { parts, readQuestions } from '../../tools/eval-answers/questions.ts';
import { timeQuestions } from '../../tools/eval-answers/speed.ts';
import { quantile } from '../../tools/eval-answers/statistics.ts';
import { startBystander } from '../clock/bystander.ts';

const loaded = loadContent(join(projectRoot, 'content'));
if (!loaded.ok) throw new Error(loaded.problems.join('\n'));
const { content } = loaded;

const asked = parts
  .flatMap((part) => readQuestions(join(import.meta.dirname, 'dev'), part))
  .map(({ ask }) => ask);

/** The processor time of some work, in milliseconds. */
function cost<Made>(work: () => Made) {
  const since = process.cpuUsage();
  const made = work();
  const { user, system } = process.cpuUsage(since);
  return { made, milliseconds: (user + system) / 1000 };
}

const learned = cost(() => learn(content));
const loadedAgain = cost(() => load(learned.made, content));

test('99% of the questions are answered within 5 ms', async () => {
  const bystander = await startBystander();
  const times = timeQuestions(loadedAgain.made, asked, 3);
  expect(quantile(times, 0.99)).toBeLessThan(5 + (await bystander.leave()));
});

test('what was learned is loaded in a quarter of the time that learning it takes', () => {
  expect(loadedAgain.milliseconds).toBeLessThan(learned.milliseconds / 4);
});
