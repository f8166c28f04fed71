import { join } from 'node:path';
import { expect, test } from 'vitest';
import { learn, load } from '../../src/answers/index.ts';
import { loadContent } from '../../src/content/index.ts';
import { openLibrary } from '../../src/library/index.ts';
import { projectRoot } from '../../src/root.ts';

const loaded = loadContent(join(projectRoot, 'content'));
if (!loaded.ok) throw new Error(loaded.problems.join('\n'));
const { content } = loaded;

const questions = [
  'why does my lstm give different results every time?',
  'forgot to disable dorpout at inferense',
  '为什么我的 LSTM 每次输出都不一样',
  '推論時忘了關 dropout',
  'I set the seed and it still differs',
  'what is the capital of France',
  '',
];

test('what was just learned and what was learned in the build, in another process, answer the same to the last bit', async () => {
  const bytes = learn(content);
  const opened = await openLibrary();
  if (!opened.ok) throw new Error(opened.problems.join('\n'));
  const [fresh, stored] = [load(bytes, content), opened.library.answer];
  for (const question of questions) expect(fresh(question), question).toEqual(stored(question));
});
