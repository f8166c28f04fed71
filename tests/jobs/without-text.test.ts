import { expect, test } from 'vitest';
import { withoutText } from '../../src/jobs/without-text.ts';

test('of an error only the places in our files are left, whatever it quotes', () => {
  const secret = 'Qzxj7Wv';
  const error = new Error(
    `Unexpected token ${secret}\n    at ${secret}\n    at ${secret} (/x.js:1:2)`,
  );
  error.stack = [
    `Error: ${error.message}`,
    '    at readScript (file:///srv/seedling/dist/src/code-check/check.js:12:3)',
    `    at ${secret} (file:///srv/seedling/dist/src/code-check/parse/index.js:4:5)`,
  ].join('\n');
  const clean = withoutText(error);
  expect(clean.stack).toBe(
    [
      'It could not be looked through.',
      '/src/code-check/check.js:12:3',
      '/src/code-check/parse/index.js:4:5',
    ].join('\n'),
  );
  for (const thrown of [secret, undefined, { stack: secret }])
    expect(withoutText(thrown).stack).toBe('It could not be looked through.');
});
