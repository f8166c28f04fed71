import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tellOfAbsence } from '../../src/discord/absence.ts';
import { collectLog } from '../log.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('while Discord refuses, the log gets a line a minute, one when it is over, and none when the bot leaves', () => {
  let isThere = false;
  const { log, lines, all } = collectLog();
  const leaving = new AbortController();
  tellOfAbsence({ isThere: () => isThere, log, leaving: leaving.signal });
  vi.advanceTimersByTime(59_000);
  expect(lines).toEqual([]);
  vi.advanceTimersByTime(121_000);
  expect(lines).toEqual([1, 2, 3].map((minutes) => expect.stringContaining(`For ${minutes} min`)));
  isThere = true;
  vi.advanceTimersByTime(120_000);
  expect(all.slice(3)).toEqual(['The connection to Discord is there again.']);
  isThere = false;
  leaving.abort();
  vi.advanceTimersByTime(120_000);
  expect(all).toHaveLength(4);
});
