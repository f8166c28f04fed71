import { DiscordAPIError, HTTPError } from 'discord.js';
import { describe as suite, expect, test } from 'vitest';
import { describe, failureOf } from '../../src/discord/failure.ts';

const address = 'https://discord.com/api/v10/webhooks/1/SECRET-TOKEN/messages/@original';
const request = { body: undefined, files: undefined };
const refused = (code: number, status = 404, message = 'Unknown') =>
  new DiscordAPIError({ code, message }, code, status, 'PATCH', address, request);
const broken = (status: number) => new HTTPError(status, 'Bad Gateway', 'PATCH', address, request);

suite('a failure is told apart by what follows from it', () => {
  test.each([
    [10062, 'late'],
    [50027, 'expired'],
    [10015, 'expired'],
    [10008, 'gone'],
    [10003, 'gone'],
    [10004, 'gone'],
    [50001, 'forbidden'],
    [50013, 'forbidden'],
    [50083, 'forbidden'],
    [50035, 'mistake'],
  ])('code %i: %s', (code, failure) => {
    expect(failureOf(refused(code))).toBe(failure);
  });

  test.each([
    ['500', broken(500), 'outage'],
    ['418', broken(418), 'mistake'],
    ['a lost connection', Object.assign(new Error('closed'), { code: 'UND_ERR_SOCKET' }), 'outage'],
    ['nobody listening', Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }), 'outage'],
    ['a time-out', new DOMException('aborted', 'AbortError'), 'outage'],
    ['an error of ours', new TypeError('x is not a function'), 'mistake'],
    ['no error at all', 'thrown', 'mistake'],
  ])('%s', (_, error, failure) => {
    expect(failureOf(error)).toBe(failure);
  });
});

test('no description holds the token that stands in the address', () => {
  for (const error of [refused(10008), refused(50035), broken(500)])
    expect(describe(error)).not.toContain('SECRET');
});

test('only a mistake of ours is told with its stack', () => {
  expect(describe(new TypeError('odd'))).toMatch(/TypeError: odd\n +at /);
  expect(describe(refused(50013, 403, 'Missing Permissions'))).toBe(
    'Discord refused (50013): Missing Permissions',
  );
  expect(describe(broken(502))).toBe("Discord can't be reached: Bad Gateway");
});
