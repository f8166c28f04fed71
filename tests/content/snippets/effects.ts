import { readFileSync } from 'node:fs';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { expect } from 'vitest';
import type { FollowUpId, PageId } from '../../../src/ids.ts';
import type { Fixtures } from './fixtures.ts';
import type { Scope } from './run.ts';
import { tf } from './tensorflow.ts';

interface Ran {
  readonly scope: Scope;
  readonly given: Fixtures;
  /** Runs the snippet once more, from fresh fixtures and with its code changed. */
  readonly again: (change?: (code: string) => string) => Promise<{ scope: Scope; given: Fixtures }>;
}

const numbers = (output: unknown): number[] => [...(output as Tensor).dataSync()];
const weights = (model: unknown): number[] => (model as LayersModel).getWeights().flatMap(numbers);
const predict = (model: unknown, x: Tensor): number[] => numbers((model as LayersModel).predict(x));
const inTraining = (model: LayersModel, x: Tensor): number[] =>
  numbers(model.apply(x, { training: true }));
const row = (x: Tensor, at: number): Tensor => tf.slice(x, [at], [1]);

/** What the page says its TensorFlow.js fix does, by page. */
export const effects: Readonly<Record<PageId, (ran: Ran) => Promise<void> | void>> = {
  'initial-weights': async ({ scope, again }) => {
    expect(weights((await again()).scope['model'])).toEqual(weights(scope['model']));
    const reseeded = await again((code) => code.replaceAll('seed: 1', 'seed: 7'));
    expect(weights(reseeded.scope['model'])).not.toEqual(weights(scope['model']));
  },

  'batch-order': async ({ given, again }) => {
    expect(weights((await again()).given.model)).toEqual(weights(given.model));
    const other = await again((code) => code.replace("seedrandom('1')", "seedrandom('2')"));
    expect(weights(other.given.model)).not.toEqual(weights(given.model));
  },

  dropout: ({ scope, given: { model, x } }) => {
    expect(predict(model, x)).toEqual(numbers(scope['y']));
    expect(inTraining(model, x)).not.toEqual(inTraining(model, x));
  },

  'time-steps': ({ scope, given: { x } }) => {
    const padding = tf.neg(tf.ones([8, 3, 1]));
    const unpadded = predict(scope['model'], x);
    expect(predict(scope['model'], tf.concat([x, padding], 1))).toEqual(unpadded);
    expect(predict(scope['model'], tf.concat([padding, x], 1))).toEqual(unpadded);
    const zeros = tf.zerosLike(padding);
    expect(predict(scope['model'], tf.concat([x, zeros], 1))).not.toEqual(unpadded);
  },

  hyperparameters: ({ scope, given }) => {
    const clipped = Object.values(scope['grads'] as Record<string, Tensor>).flatMap(numbers);
    expect(scope['norm']).toBeGreaterThan(1);
    expect(Math.hypot(...clipped)).toBeCloseTo(1, 5);
    expect(JSON.stringify(scope['record'])).toContain('"learningRate":0.001');
    expect(JSON.stringify(scope['record'])).toContain(tf.version_core);
    expect(given.model.getWeights().length).toBeGreaterThan(0);
  },

  'data-set': ({ scope, given: { series } }) => {
    const clean = scope['clean'] as number[];
    expect(clean.every((value) => Math.abs(value) <= 3)).toBe(true);
    expect(clean[5]).toBe(((series[4] ?? 0) + (series[6] ?? 0)) / 2);
    const train = scope['train'] as number[];
    expect(JSON.parse(readFileSync('split.json', 'utf8'))).toEqual({
      cut: train.length,
      low: Math.min(...train),
      high: Math.max(...train),
    });
  },

  'carried-state': ({ scope, given: { model, x } }) => {
    const fresh = numbers(scope['y']);
    expect(predict(model, x), 'the state is carried').not.toEqual(fresh);
    model.resetStates();
    expect(predict(model, x), 'and was reset').toEqual(fresh);
  },

  'floating-point': async ({ scope, given: { model, x } }) => {
    await tf.setBackend('wasm');
    expect(predict(model, x)).toEqual([...(scope['a'] as Float32Array)]);
  },

  'saved-model': ({ scope, given: { model, x } }) => {
    expect(scope['loaded']).not.toBe(model);
    expect(predict(scope['loaded'], x)).toEqual(predict(model, x));
  },

  'gpu-kernels': ({ scope, given: { model, x } }) => {
    expect(tf.getBackend()).toBe('wasm');
    expect(predict(model, x)).toEqual(numbers(scope['y']));
  },

  'reduced-precision': ({ scope, given: { model, x } }) => {
    expect(tf.getBackend()).not.toBe('webgl');
    expect(predict(model, x)).toEqual(numbers(scope['y']));
  },

  'hash-and-file-order': async ({ scope, again }) => {
    expect(scope['files']).toEqual(['a.csv', 'b.csv', 'c.csv']);
    expect(scope['vocabulary']).toEqual(['cell', 'gate', 'mask', 'state']);
    const reversed = await again((code) => code.replace('Set(words)', 'Set(words.toReversed())'));
    expect(reversed.scope['number']).toEqual(scope['number']);
  },

  'batch-norm': ({ scope, given: { model, x } }) => {
    const [first = 0] = numbers(scope['y']);
    expect(predict(model, row(x, 0))[0]).toBeCloseTo(first, 6);
    const [alone = 0] = inTraining(model, row(x, 0));
    const [amongOthers = 0] = inTraining(model, x);
    expect(Math.abs(alone - amongOthers)).toBeGreaterThan(1e-3);
    const [another] = inTraining(model, row(x, 1));
    expect(another, 'a batch of one says nothing about its row').toBe(alone);
  },

  'sampling-temperature': ({ scope }) => {
    const draw = scope['draw'] as (seed: number) => number;
    expect(scope['greedy']).toBe(2);
    expect(draw(1)).toBe(scope['first']);
    const drawn = Array.from({ length: 20 }, (_, at) => draw(at + 1));
    expect(new Set(drawn).size).toBeGreaterThan(1);
  },
};

/** What the page says its other TensorFlow.js snippets do, by page; and what those of the follow-ups do. */
export const checks: Readonly<
  Partial<Record<PageId | FollowUpId, (ran: Ran) => Promise<void> | void>>
> = {
  'initial-weights': async ({ scope, again }) => {
    expect(scope['hex']).toMatch(/^[0-9a-f]{64}$/);
    expect((await again()).scope['hex']).toBe(scope['hex']);
    const trained = await again((code) => `await model.fit(x, y);\n${code}`);
    expect(trained.scope['hex']).not.toBe(scope['hex']);
  },

  'complete-recipe': async ({ scope }) => {
    expect(scope['whole']).toMatch(/^[0-9a-f]{12}$/);
    expect([scope['again'], scope['resumed']]).toEqual([scope['whole'], scope['whole']]);
    const train = scope['train'] as (epochs: number, resumeAt: number, seed: number) => unknown;
    expect(await train(6, 0, 2)).not.toBe(scope['whole']);
  },

  'make-it-steadier': async ({ scope, given: { x } }) => {
    const models = scope['models'] as LayersModel[];
    const forecasts = models.map((model) => predict(model, x));
    const means = forecasts[0]?.map(
      (_, at) => forecasts.reduce((sum, each) => sum + (each[at] ?? 0), 0) / models.length,
    );
    numbers(scope['mean']).forEach((mean, at) => expect(mean).toBeCloseTo(means?.[at] ?? 0, 5));
    expect(Math.max(...numbers(scope['doubt']))).toBeGreaterThan(1e-3);
    const train = scope['train'] as (seed: number) => Promise<LayersModel>;
    expect(predict(await train(1), x), 'its seed repeats a model').toEqual(forecasts[0]);
  },
};
