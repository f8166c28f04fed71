import { describe, expect, it } from 'vitest';
import {
  checkParameters,
  demoIds,
  mostRuns,
  parseReplay,
  seedFrom,
  variantsOf,
} from '../../src/demos/index.ts';
import { formOf } from '../../src/demos/catalogue.ts';
import { edition, originOf } from '../../src/demos/edition.ts';
import { confirms, replayCode } from '../../src/demos/replay.ts';

const hash = 'ab12'.repeat(16);
const everyEngine = ['tfjs-wasm', 'kernel', 'tfjs-node', 'tfjs-cpu'] as const;

describe('a replay code', () => {
  it('carries every demo there and back', () => {
    for (const cause of demoIds)
      for (const variant of variantsOf(cause)) {
        const { comparesEngines, compares } = formOf({ cause, variant });
        const longest = compares?.whole
          ? ([compares.high - 1, compares.high] as const)
          : ([0.1234, 0.4321] as const);
        const values = compares && { values: longest };
        const parameters = { cause, variant, ...values, runs: mostRuns, seed: 'Sixteen-letter_1' };
        const engines = comparesEngines ? { engines: everyEngine } : {};
        const code = replayCode({ ...parameters, engine: 'tfjs-wasm', ...engines, hash });
        expect(parseReplay(code)).toEqual({
          parameters,
          engine: 'tfjs-wasm',
          ...engines,
          edition,
          hash: hash.slice(0, 12),
        });
        expect(code.length, 'fits into a button id').toBeLessThanOrEqual(73);
      }
  });

  it('confirms outputs with the hash that it carries, and no others', () => {
    const code = replayCode({
      cause: 'dropout',
      variant: 'inference',
      runs: 10,
      seed: '7',
      engine: 'kernel',
      hash,
    });
    const replay = parseReplay(code);
    if (!replay) throw new Error('The code is not read.');
    expect(confirms(replay, hash)).toBe(true);
    for (const other of [
      `ab12ab12ab13${hash.slice(12)}`,
      `bb12ab12ab12${hash.slice(12)}`,
      `0${hash.slice(1)}`,
      `0${hash}`,
    ])
      expect(confirms(replay, other), other).toBe(false);
  });

  it.each([
    ['dropout.inference.10.7.kernel.ab12ab12ab12', 'unmarked'],
    ['floating-point.engines.4.7.k+w+c.ab12ab12ab12', 'unmarked'],
    ['compare.window.12.24.30.7.k.ab12ab12ab12', 'unmarked'],
    [`dropout.inference.10.7.k${edition}.ab12ab12ab12`, 'same'],
    [`dropout.inference.10.7.k${edition + 1}.ab12ab12ab12`, 'newer'],
    [`floating-point.engines.4.7.k+w${edition + 40}.ab12ab12ab12`, 'newer'],
  ] as const)('from any time is read, and tells what made it: %s, %s', (code, origin) => {
    const replay = parseReplay(code);
    if (!replay) throw new Error('The code is not read.');
    expect(originOf(replay)).toBe(origin);
    expect(originOf({ edition: edition - 1 })).toBe('older');
  });

  it.each([
    'dropout.inference.10.7.k.ab12ab12ab12',
    'dropout.inference.10.7.kernel2.ab12ab12ab12',
    'dropout.inference.10.7.k1.ab12ab12ab12',
    'dropout.inference.10.7.k02.ab12ab12ab12',
    'dropout.inference.10.7.k1000.ab12ab12ab12',
    'dropout.inference.10.7.k+w2.ab12ab12ab12',
    'floating-point.engines.4.7.k+k2.ab12ab12ab12',
    '',
    'dropout',
    'dropout.inference.10.7.tfjs-wasm',
    'dropout.inference.10.7.tfjs-wasm.ab12ab12ab12.more',
    'dropout.inference.10.7.tfjs-wasm.AB12AB12AB12',
    'dropout.inference.201.7.tfjs-wasm.ab12ab12ab12',
    'dropout.inference.010.7.tfjs-wasm.ab12ab12ab12',
    'dropout.inference.1000.7.tfjs-wasm.ab12ab12ab12',
    'dropout.nonsense.10.7.tfjs-wasm.ab12ab12ab12',
    'dropout.inference.10.7.abacus.ab12ab12ab12',
    'dropout.inference.1e1.7.tfjs-wasm.ab12ab12ab12',
    '__proto__.inference.10.7.tfjs-wasm.ab12ab12ab12',
    'dropout.inference.10.@everyone.tfjs-wasm.ab12ab12ab12',
    'dropout.inference.10.7.k+w.ab12ab12ab12',
    'floating-point.engines.4.7.tfjs-wasm.ab12ab12ab12',
    'floating-point.engines.4.7.w+w.ab12ab12ab12',
    'floating-point.engines.4.7.w+.ab12ab12ab12',
    'floating-point.engines.4.7.w+x.ab12ab12ab12',
    'compare.window.30.7.k.ab12ab12ab12',
    'compare.window.12.30.7.k.ab12ab12ab12',
    'compare.window.12.12.30.7.k.ab12ab12ab12',
    'compare.window.12.24.30.7.kernel.ab12ab12ab12',
    'compare.window.12.24.48.30.7.k.ab12ab12ab12',
    'compare.window.12.024.30.7.k.ab12ab12ab12',
    'compare.learning-rate.0,010.0,02.30.7.k.ab12ab12ab12',
    'dropout.inference.1.2.10.7.kernel.ab12ab12ab12',
  ])('that we did not write is refused: %j', (code) => {
    expect(parseReplay(code)).toBeUndefined();
  });
});

describe('the parameters of a demo', () => {
  const fine = { cause: 'dropout', seed: '7' };
  const compared = { cause: 'compare', seed: '7' };

  it('take the first variant and its number of runs unless told otherwise', () => {
    expect(checkParameters(fine)).toEqual({
      ok: true,
      parameters: { cause: 'dropout', variant: 'inference', runs: 30, seed: '7' },
    });
  });

  it('of two values that are compared take usual ones unless told otherwise', () => {
    expect(checkParameters(compared)).toEqual({
      ok: true,
      parameters: {
        cause: 'compare',
        variant: 'learning-rate',
        values: [0.005, 0.02],
        runs: 30,
        seed: '7',
      },
    });
  });

  it.each([
    [{ ...fine, cause: 'drop-out' }, 'cause'],
    [{ ...fine, cause: 'toString' }, 'cause'],
    [{ ...fine, variant: 'shift' }, 'variant'],
    [{ ...fine, runs: 1 }, 'runs'],
    [{ ...fine, runs: 201 }, 'runs'],
    [{ ...fine, runs: 2.5 }, 'runs'],
    [{ ...fine, runs: Number.NaN }, 'runs'],
    [{ ...compared, values: [0.01, 2] as const }, 'values'],
    [{ ...compared, values: [0.01, 0] as const }, 'values'],
    [{ ...compared, values: [0.01, Number.NaN] as const }, 'values'],
    [{ ...compared, values: [0.01, 0.00015] as const }, 'values'],
    [{ ...compared, variant: 'window', values: [12, 12.5] as const }, 'values'],
    [{ ...compared, values: [0.01, 0.01] as const }, 'sameValues'],
    [{ ...fine, seed: '' }, 'seed'],
    [{ ...fine, seed: '7'.repeat(10_000) }, 'seed'],
    [{ ...fine, seed: '🌱' }, 'seed'],
    [{ ...fine, seed: '7 ' }, 'seed'],
    [{ ...fine, seed: 'a.b' }, 'seed'],
  ])('that are wrong are refused with the field: %j', (input, field) => {
    const checked = checkParameters(input);
    expect(checked.ok ? undefined : checked.problem.field).toBe(field);
  });

  it('can take a seed from any text, always the same one', () => {
    expect(seedFrom('1234567890')).toBe(seedFrom('1234567890'));
    expect(seedFrom('1234567890')).not.toBe(seedFrom('1234567891'));
    expect(checkParameters({ cause: 'dropout', seed: seedFrom('anything 🌱') }).ok).toBe(true);
  });
});
