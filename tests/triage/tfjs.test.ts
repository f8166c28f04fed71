import vm from 'node:vm';
import { expect, test } from 'vitest';
import { nextStep } from '../../src/triage/index.ts';
import { allPlaces } from './places.ts';

const checks = allPlaces().flatMap((given) => {
  const step = nextStep(given);
  return step.kind === 'result' ? [step.check] : [];
});

/** What the code of a check prints for a model with these weights. */
async function print(code: string, ...weights: readonly Float32Array[]): Promise<string> {
  const printed: string[] = [];
  const model = { getWeights: () => weights.map((values) => ({ dataSync: () => values })) };
  const script = new vm.Script(`(async (model, console) => {\n${code}\n})`);
  const run = script.runInThisContext() as (...given: unknown[]) => Promise<void>;
  await run(model, { log: (line: string) => printed.push(line) });
  return printed.join('\n');
}

test('whoever is to hash the weights gets code for TensorFlow.js too', () => {
  const hashing = checks.filter(({ id }) => id === 'same-weights' || id === 'weight-hash');
  expect(hashing.length).toBeGreaterThan(1);
  for (const { tfjs } of hashing) expect(tfjs).toContain('SHA-256');
});

test('the code of the checks for TensorFlow.js runs, and tells equal from different', async () => {
  const codes = new Set(checks.flatMap(({ tfjs }) => tfjs ?? []));
  expect(codes.size).toBeGreaterThan(0);
  for (const code of codes) {
    const hash = await print(code, Float32Array.of(1, 2), Float32Array.of(3));
    expect(await print(code, Float32Array.of(1, 2), Float32Array.of(3))).toBe(hash);
    expect(await print(code, Float32Array.of(1, 2), Float32Array.of(3 + 2 ** -21))).not.toBe(hash);
  }
});
