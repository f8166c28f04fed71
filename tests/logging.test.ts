import { expect, test } from 'vitest';
import { createLog, type LogSettings } from '../src/logging.ts';

const token = 'MTAxMjM0NTY3ODkwMTIzNDU2Nzg5.GAbCdE.abcdefghijklmnopqrstuvwxyz0123456789_-';

function open(changes: Partial<LogSettings> = {}) {
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);
  return {
    lines,
    log: createLog({ level: 'info', format: 'json', secrets: [], write, ...changes }),
  };
}

test('for machines, each event is one line of JSON, whatever stands in it', () => {
  const { log, lines } = open();
  log.error('broken:\n  at "here"', { seconds: 2 });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^\{[^\n]*\}\n$/);
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    level: 'error',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    seconds: 2,
    msg: 'broken:\n  at "here"',
  });
});

test('for people, each event is a line with the time, the level and the facts', () => {
  const { log, lines } = open({ format: 'text' });
  log.warn('slow', { seconds: 2 });
  expect(lines).toEqual([
    expect.stringMatching(/^\[\d\d:\d\d:\d\d\] WARN: slow \{"seconds":2\}\n$/),
  ]);
});

test('what is below the level is not told', () => {
  const { log, lines } = open({ level: 'warn' });
  log.info('all is well');
  log.warn('slow');
  log.error('broken');
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['slow', 'broken']);
});

const interactionToken = 'aW50ZXJhY3Rpb246MTIzNDU2Nzg5MDEyMzQ1Njc4OTpBYkNkRWZHaElqS2xNbk9w';

test.each(['json', 'text'] as const)('no secret gets out, not even by mistake (%s)', (format) => {
  const { log, lines } = open({ format, secrets: ['hunter2hunter2'] });
  log.info(`login with ${token}`);
  log.warn('database', { address: 'libsql://x?token=hunter2hunter2' });
  log.error(
    `PATCH https://discord.com/api/v10/webhooks/320000000000000001/${interactionToken}/messages`,
  );
  log.error(`POST /interactions/350000000000000001/${'t'.repeat(64)}/callback failed`);
  const written = lines.join('');
  expect(written.match(/\[hidden\]/g)).toHaveLength(4);
  for (const secret of [token, 'hunter2', interactionToken, 'ttt'])
    expect(written).not.toContain(secret);
  expect(written).toContain('/messages');
});

test('what only looks a little like a secret stays: replay codes, paths, versions', () => {
  const { log, lines } = open();
  const harmless =
    'initial-weights.retrain.20.316810.kernel.87ed030fe299 node_modules/@tensorflow/tfjs-backend-wasm/dist/tf-backend-wasm.node.js 10.4.0';
  log.info(harmless);
  expect(JSON.parse(lines[0] ?? '').msg).toBe(harmless);
});
