import { expect, test } from 'vitest';
import { runDemoCommand } from '../../src/cli/demo/command.ts';

async function demo(...args: string[]) {
  const printed: string[] = [];
  const code = await runDemoCommand(args, {
    print: (text) => printed.push(text),
    complain: () => {},
  });
  return { code, printed: printed.join('\n') };
}

test('all causes have the fields of the contract too, and the size of each row', async () => {
  const { code, printed } = await demo('all', '--seed', '7', '--json');
  expect(code).toBe(0);
  const size = {
    deviation: expect.any(Number),
    low: expect.any(Number),
    high: expect.any(Number),
  };
  const json = JSON.parse(printed) as { rows: unknown[] };
  expect(json).toMatchObject({
    cause: 'all',
    runs: 40,
    measure: 'deviation',
    together: size,
    before: { spread: expect.any(Number), identical: false },
    after: { spread: 0, identical: true },
    replay: expect.stringMatching(/^all\.ranking\.40\.7\.[a-z][0-9]+\.[0-9a-f]{12}$/),
    altText: expect.stringContaining('Horizontal bars'),
  });
  expect(json.rows.length).toBeGreaterThan(6);
  for (const row of json.rows) expect(row).toEqual({ id: expect.any(String), ...size });
});

test('one bit has the fields of the contract too, and what became of each pair', async () => {
  const { code, printed } = await demo('butterfly', '--runs', '2', '--json');
  expect(code).toBe(0);
  const pairs = [expect.any(Number), expect.any(Number)];
  expect(JSON.parse(printed)).toMatchObject({
    cause: 'butterfly',
    runs: 2,
    measure: 'difference',
    forecast: { moved: pairs, same: [0, 0] },
    sign: { moved: pairs, same: [0, 0], labels: 256, flips: pairs, accuracies: [pairs, pairs] },
    before: { spread: expect.any(Number), identical: false },
    after: { spread: 0, identical: true },
    replay: expect.stringMatching(/^butterfly\.one-bit\.2\.1\.[a-z][0-9]+\.[0-9a-f]{12}$/),
  });
});

test('averages have the fields of the contract too, and the spread of each', async () => {
  const { code, printed } = await demo('steadier', '--runs', '40', '--json');
  expect(code).toBe(0);
  const json = JSON.parse(printed) as { rows: unknown[] };
  expect(json).toMatchObject({
    cause: 'steadier',
    runs: 40,
    measure: 'deviation',
    before: { spread: expect.any(Number), identical: false },
    after: { spread: 0, identical: true },
    replay: expect.stringMatching(/^steadier\.averages\.40\.1\.[a-z][0-9]+\.[0-9a-f]{12}$/),
  });
  expect(json.rows).toHaveLength(5);
  expect(json.rows[4]).toEqual({
    models: 20,
    averages: 2,
    deviation: expect.any(Number),
    error: expect.any(Number),
  });
});
