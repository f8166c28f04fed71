import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { work } from '../../commands/demo/work.ts';
import { problem } from '../../commands/framework/reply.ts';
import type { DemoOutcome, Jobs } from '../../src/jobs/index.ts';
import { realServices, fakeConversation } from './fake-conversation.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const services = realServices();
const parameters = { cause: 'dropout', variant: 'inference', runs: 2, seed: '7' } as const;

/** Somebody waits at `place`; `moveUp` lets one before them leave the queue. */
async function waitAt(place: number) {
  let end!: (outcome: DemoOutcome) => void;
  const outcome = new Promise<DemoOutcome>((resolve) => {
    end = resolve;
  });
  let watching: Parameters<Jobs['submit']>[1];
  const submit: Jobs['submit'] = async (_, watch) => {
    watching = watch;
    return {
      outcome,
      refusal: undefined,
      position: () => place,
      wait: () => undefined,
      prefer: () => {},
      cancel: () => end({ kind: 'cancelled' }),
    };
  };
  const { conversation, said } = fakeConversation();
  const visibility = { private: false };
  const done = work(
    { parameters },
    conversation,
    visibility,
    { ...services, jobs: { submit } },
    () => problem('It ended.'),
  );
  // Until the demo is taken in.
  await vi.advanceTimersByTimeAsync(0);
  let now = place;
  return {
    edits: () => said.filter(({ how }) => how === 'edit').length,
    moveUp: () => watching?.onPosition?.(--now),
    leave: async () => {
      end({ kind: 'cancelled' });
      await done;
    },
  };
}

// Discord limits the edits of all who wait together.
test.each([
  [40, 19_000],
  [12, 5_000],
  [3, 2_000],
])('who waits at place %i is told of a move at most every %i ms', async (place, pause) => {
  const { edits, moveUp, leave } = await waitAt(place);
  moveUp();
  await vi.advanceTimersByTimeAsync(0);
  expect(edits()).toBe(1);
  moveUp();
  await vi.advanceTimersByTimeAsync(pause - 1);
  expect(edits()).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(edits()).toBe(2);
  await leave();
});
