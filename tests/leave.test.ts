import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { leaveWhenAsked } from '../src/leave.ts';
import { proves } from './faults/proves.ts';
import { collectLog } from './log.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Started = Parameters<ReturnType<typeof leaveWhenAsked>['follow']>[0] & { readonly ok: true };

/** A process that started so many seconds ago, and its app. */
function running(uptime: number, more: { readonly stdin?: { readonly isTTY: boolean } } = {}) {
  const { log, lines, all } = collectLog();
  const exits: unknown[] = [];
  const signals = new EventEmitter();
  const process = Object.assign(signals, {
    ...more,
    uptime: () => uptime,
    exit: (code?: number) => void exits.push(code),
    exitCode: undefined as number | string | null | undefined,
  });
  let end: (ended: Awaited<Started['app']['ended']>) => void = () => {};
  const app = {
    close: async () => {},
    ended: new Promise<Awaited<Started['app']['ended']>>((resolve) => (end = resolve)),
  } as Started['app'];
  const leaving = leaveWhenAsked(log, process);
  return {
    leaving,
    process,
    exits,
    lines,
    all,
    app,
    end: (what: Parameters<typeof end>[0]) => end(what),
  };
}

describe('a bot that Discord refuses after it has counted a session', () => {
  const refused = { why: 'Discord ended the connection for good (4014).', afterSession: true };

  proves('fails-early', async () => {
    const { leaving, app, exits, lines, end } = running(20);
    leaving.follow({ ok: true, app });
    end(refused);
    await vi.advanceTimersByTimeAsync(279_000);
    expect(exits).toEqual([]);
    expect(lines).toEqual([refused.why, expect.stringMatching(/^The process ends in 280 s/)]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(exits).toEqual([1]);
  });

  test('ends at once when it is older, when a signal asks it to, or when it did not get as far as a session', async () => {
    const old = running(301);
    old.leaving.follow({ ok: true, app: old.app });
    old.end(refused);
    await vi.advanceTimersByTimeAsync(1);
    expect(old.exits).toEqual([1]);

    const asked = running(20);
    asked.leaving.follow({ ok: false, problems: [refused.why], afterSession: true });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked.exits).toEqual([]);
    asked.process.emit('SIGTERM');
    expect(asked.exits).toEqual([1]);

    const wrong = running(20);
    wrong.leaving.follow({ ok: false, problems: ['DISCORD_TOKEN is wrong.'] });
    await vi.advanceTimersByTimeAsync(1);
    expect(wrong.exits).toEqual([1]);
    expect(wrong.lines).toEqual(['DISCORD_TOKEN is wrong.']);
  });
});

test('a mistake ends it with 1, and a second one meanwhile is only logged', async () => {
  const { leaving, process, exits, lines } = running(20);
  leaving.fail(['A mistake in Seedling: one'], false);
  leaving.fail(['A mistake in Seedling: two'], false);
  await vi.advanceTimersByTimeAsync(1);
  expect(exits).toEqual([1]);
  expect(process.exitCode).toBe(1);
  expect(lines).toEqual(['A mistake in Seedling: one', 'A mistake in Seedling: two']);
});

test('a closed terminal is its end; elsewhere SIGHUP reads the content again', async () => {
  const terminal = running(20, { stdin: { isTTY: true } });
  terminal.process.emit('SIGHUP');
  expect(terminal.leaving.signal.aborted).toBe(true);
  expect(terminal.all).toEqual([expect.stringContaining('SIGHUP: leaving')]);
  const service = running(20);
  service.process.emit('SIGHUP');
  expect(service.leaving.signal.aborted).toBe(false);
});

test('a stop during the start aborts it, and says so instead of a failure', async () => {
  const { leaving, process, exits, lines, all } = running(2);
  process.emit('SIGTERM');
  expect(leaving.signal.aborted).toBe(true);
  leaving.follow({ ok: false, problems: ['The start was given up.'] });
  await vi.advanceTimersByTimeAsync(1);
  expect(lines).toEqual([]);
  expect(all).toEqual([expect.stringContaining('SIGTERM: leaving'), 'Everything is ended.']);
  expect([process.exitCode, exits]).toEqual([0, [undefined]]);
});
