import { expect, test } from 'vitest';
import { remaining } from '../../src/triage/suspects.ts';

const trained = { weights: 'trained' } as const;

test('unless a change is named, what differs in every training comes first', () => {
  for (const given of [trained, { ...trained, changed: 'unknown' } as const])
    expect(remaining(given)[0]).toBe('initial-weights');
});

test.each([
  ['data', 'data-set'],
  ['setting', 'hyperparameters'],
] as const)(
  'a change of the %s that was named comes first, even before what is likelier',
  (changed, cause) => {
    expect(remaining({ ...trained, changed })[0]).toBe(cause);
    expect(remaining({ ...trained, changed }, ['initial-weights'])[0]).toBe(cause);
  },
);
