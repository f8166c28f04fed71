import { expect, test } from 'vitest';
import { createProgress } from '../../commands/demo/progress.ts';
import { problem, type Reply } from '../../commands/framework/reply.ts';
import { wordsOf } from './stage.ts';

const pause = 60;

function recorder(edit: (shown: string) => Promise<void> = async () => {}) {
  const shown: { text: string; at: number }[] = [];
  const progress = createProgress(async (reply: Reply) => {
    shown.push({ text: wordsOf(reply), at: performance.now() });
    await edit(wordsOf(reply));
  }, pause);
  const show = (text: string) => progress.show(problem(text));
  return { shown, show, stop: () => progress.stop() };
}

const wait = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds);
  });

test('the first state is shown at once, and of many that follow only the newest, after a pause', async () => {
  const { shown, show, stop } = recorder();
  for (let step = 0; step < 50; step++) show(String(step));
  await wait(1.5 * pause);
  await stop();
  expect(shown.map(({ text }) => text)).toEqual(['0', '49']);
  expect((shown[1]?.at ?? 0) - (shown[0]?.at ?? 0)).toBeGreaterThanOrEqual(pause - 2);
});

test('nothing is shown after the stop, which waits for the edit under way but not for the pause', async () => {
  let finished = false;
  const { shown, show, stop } = recorder(async () => {
    await wait(20);
    finished = true;
  });
  show('a');
  show('b');
  const before = performance.now();
  await stop();
  expect(finished).toBe(true);
  expect(performance.now() - before).toBeLessThan(pause);
  show('c');
  await wait(1.5 * pause);
  expect(shown.map(({ text }) => text)).toEqual(['a']);
});

test('an edit that fails does not end the progress', async () => {
  const { shown, show, stop } = recorder(() => Promise.reject(new Error('refused')));
  show('a');
  await wait(10);
  show('b');
  await wait(1.5 * pause);
  await stop();
  expect(shown.map(({ text }) => text)).toEqual(['a', 'b']);
});
