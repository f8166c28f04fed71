import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createProgress } from '../../commands/demo/progress.ts';
import { problem, type Reply } from '../../commands/framework/reply.ts';
import { wordsOf } from './fake-conversation.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const pause = 2_000;
const wait = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

function recorder(edit: () => Promise<void> = async () => {}) {
  const shown: string[] = [];
  const progress = createProgress((reply: Reply) => {
    shown.push(wordsOf(reply));
    return edit();
  }, pause);
  const show = (text: string) => progress.show(problem(text));
  return { shown, show, stop: () => progress.stop() };
}

test('the first state is shown at once, and of many that follow only the newest, after a pause', async () => {
  const { shown, show, stop } = recorder();
  for (let step = 0; step < 50; step++) show(String(step));
  await wait(pause - 1);
  expect(shown).toEqual(['0']);
  await wait(1);
  expect(shown).toEqual(['0', '49']);
  await stop();
});

test('nothing is shown after the stop, which waits for the edit under way but not for the pause', async () => {
  let finish!: () => void;
  const edited = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const { shown, show, stop } = recorder(() => edited);
  show('a');
  show('b');
  let isStopped = false;
  const stopped = stop().then(() => (isStopped = true));
  await wait(0);
  expect(isStopped).toBe(false);
  finish();
  await stopped;
  show('c');
  await wait(2 * pause);
  expect(shown).toEqual(['a']);
});

test('an edit that fails does not end the progress', async () => {
  const { shown, show, stop } = recorder(() => Promise.reject(new Error('refused')));
  show('a');
  await wait(10);
  show('b');
  await wait(pause);
  await stop();
  expect(shown).toEqual(['a', 'b']);
});
