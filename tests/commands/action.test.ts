import { describe, expect, test } from 'vitest';
import { pageIds } from '../../src/ids.ts';
import { demoIds, mostRuns, variantsOf } from '../../src/demos/index.ts';
import { formOf } from '../../src/demos/catalogue.ts';
import type { Form } from '../../src/demos/plan.ts';
import { replayCode } from '../../src/demos/replay.ts';
import { shortId } from '../../commands/framework/action.ts';
import { actions } from '../../commands/parts/actions.ts';

/** The largest id that Discord can give. */
const owner = shortId('18446744073709551615');
const longestSeed = 'x'.repeat(16);

/** As long as those of that setting can be. */
const valuesFor = ({ compares }: Form) =>
  compares && {
    values: compares.whole
      ? ([compares.high - 1, compares.high] as const)
      : ([0.1234, 0.4321] as const),
  };

const parameterSets = demoIds.flatMap((cause) =>
  variantsOf(cause).map((variant) => ({
    cause,
    variant,
    ...valuesFor(formOf({ cause, variant })),
    runs: mostRuns,
    seed: longestSeed,
  })),
);
const engines = ['tfjs-wasm', 'kernel', 'tfjs-node', 'tfjs-cpu'] as const;
const replays = parameterSets.map((parameters) =>
  replayCode({
    ...parameters,
    engine: engines[0],
    ...(formOf(parameters).comparesEngines && { engines }),
    hash: '0123456789ab',
  }),
);

/** What stands in the custom_id after the name and the owner. */
const partsOf = (id: string) => id.split(':').slice(2);

describe('the state in a custom_id', () => {
  test('comes back as it was written, and fits into 100 characters', () => {
    const written = [
      ...parameterSets.map((parameters) => {
        const id = actions.newSeed.id(owner, { parameters });
        return { id, read: actions.newSeed.read(partsOf(id)), values: { parameters } };
      }),
      ...replays.map((replay) => {
        const id = actions.confirm.id(owner, { replay });
        return { id, read: actions.confirm.read(partsOf(id)), values: { replay } };
      }),
      ...pageIds.map((page) => {
        const id = actions.turnTo.id(owner, { page });
        return { id, read: actions.turnTo.read(partsOf(id)), values: { page } };
      }),
    ];
    for (const { id, read, values } of written) {
      expect(id.length).toBeLessThanOrEqual(100);
      expect(read).toEqual(values);
    }
  });

  test('fits for every way to write a job or a question back', () => {
    const job = '18446744073709551615';
    expect(actions.cancel.read(partsOf(actions.cancel.id(owner, { job })))).toEqual({ job });
    const longest = pageIds.toSorted((a, b) => b.length - a.length);
    const path = { weights: 'same' } as const;
    const id = actions.triage.id(owner, { path, preferred: longest });
    expect(id.length).toBeLessThanOrEqual(100);
    expect(actions.triage.read(partsOf(id))).toEqual({ path, preferred: longest.slice(0, 3) });
  });

  test('says who owns the button, in base 36', () => {
    // 123456 = 2·36³ + 23·36² + 9·36 + 12
    expect(actions.remove.id(shortId('123456'), {})).toBe('demo.delete:2n9c');
  });
});

describe('a forged or stale custom_id is not read', () => {
  const defaultVariant = variantsOf('dropout')[0];

  test.each([
    ['no parts', []],
    ['too many parts', ['dropout', 'dropout']],
    ['an unknown cause', ['drop-out']],
    ['a cause in capitals', ['Dropout']],
    ['a property of every object', ['__proto__']],
    ['nothing', ['']],
    ['10,000 characters', ['x'.repeat(10_000)]],
  ])('cause: %s', (_, parts) => {
    expect(actions.readAll.read(parts)).toBeUndefined();
  });

  test.each([
    ['a missing seed', `dropout.${defaultVariant}.10`],
    ['one part too many', `dropout.${defaultVariant}.10.7.8`],
    ['a thousand runs', `dropout.${defaultVariant}.1000.7`],
    ['runs in another spelling', `dropout.${defaultVariant}.1e1.7`],
    ['runs with a leading zero', `dropout.${defaultVariant}.010.7`],
    ['a variant of another cause', 'dropout.retrain.10.7'],
    ['an empty seed', `dropout.${defaultVariant}.10.`],
    ['a seed with a space', `dropout.${defaultVariant}.10.a b`],
  ])('parameters: %s', (_, part) => {
    expect(actions.newSeed.read([part])).toBeUndefined();
  });

  test.each([
    ['a short hash', `dropout.${defaultVariant}.10.7.tfjs-wasm.0123`],
    ['an unknown engine', `dropout.${defaultVariant}.10.7.abacus.0123456789ab`],
    ['spaces around it', ` dropout.${defaultVariant}.10.7.tfjs-wasm.0123456789ab`],
    ['no code at all', 'hello'],
  ])('replay code: %s', (_, part) => {
    expect(actions.confirm.read([part])).toBeUndefined();
  });

  test.each([
    ['an unknown answer', ['!!', 'dropout']],
    ['a cause twice', ['', 'dropout.dropout']],
    ['an unknown cause among them', ['', 'dropout.rain']],
    ['too many causes', ['', pageIds.slice(0, 5).join('.')]],
  ])('question back: %s', (_, parts) => {
    expect(actions.triage.read(['', 'dropout'])).toBeDefined();
    expect(actions.triage.read(parts)).toBeUndefined();
  });

  test.each(['', 'abc', '1 or 1', '1'.repeat(21), '-1'])('job: %j', (part) => {
    expect(actions.cancel.read([part])).toBeUndefined();
  });
});
