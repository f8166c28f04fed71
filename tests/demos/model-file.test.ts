import { describe, expect, it } from 'vitest';
import { fromBytes, hashWeights, toBytes } from '../../src/demos/model-file.ts';
import { fitScaler, scale, unscale } from '../../src/demos/scaler.ts';
import { drawWeights } from '../../src/lstm/index.ts';

const weights = drawWeights('7', 0, { inputFeatures: 1, units: 3 });
const model = { weights, scaler: { min: -1 / 3, max: Math.PI } };

describe('a model file', () => {
  it('gives every bit back', () => {
    const odd = { ...weights, bias: Float32Array.of(-0, 2 ** -149, 3.4e38, 0.1) };
    for (const saved of [model, { ...model, weights: odd }])
      expect(fromBytes(toBytes(saved))).toEqual(saved);
  });

  it.each([
    ['no JSON', 'x', 'JSON'],
    ['another format', '{"format":"other"}', 'seedling-model-1'],
    ['a missing array', Buffer.from(toBytes(model)).toString().replace('"bias"', '"bios"'), 'bias'],
    [
      'half a number',
      Buffer.from(toBytes(model))
        .toString()
        .replace(/"[A-Za-z0-9+/]+={0,2}"}}/, '"AAA="}}'),
      'cut off',
    ],
  ])('that is none is refused: %s', (_, text, message) => {
    expect(() => fromBytes(Buffer.from(text))).toThrow(message);
  });
});

describe('the hash of the weights', () => {
  it('is the same after loading, and another for any bit of any array', () => {
    const hash = hashWeights(weights);
    expect(hashWeights(fromBytes(toBytes(model)).weights)).toBe(hash);
    for (const name of ['kernel', 'recurrentKernel', 'bias', 'denseKernel', 'denseBias'] as const) {
      const bits = new Uint32Array(weights[name].slice().buffer);
      bits[0] = (bits[0] ?? 0) ^ 1;
      const changed = { ...weights, [name]: new Float32Array(bits.buffer) };
      expect(hashWeights(changed), name).not.toBe(hash);
    }
  });
});

describe('the scaler', () => {
  it('maps the fitted range to -1 ... 1 and back', () => {
    const scaler = fitScaler([3, 7, 5]);
    expect(scale([3, 5, 7, 9], scaler)).toEqual([-1, 0, 1, 2]);
    expect(Array.from(unscale(Float32Array.of(-1, 0, 1, 2), scaler))).toEqual([3, 5, 7, 9]);
  });
});
