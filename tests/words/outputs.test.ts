import { describe, expect, test } from 'vitest';
import { signatureIds, type Refusal } from '../../src/outputs-check/index.ts';
import { locales, wordsFor } from '../../src/words/index.ts';
import { check, samples } from '../outputs-check/samples.ts';

const refusals: Readonly<Record<Refusal['kind'], Refusal>> = {
  tooBig: { kind: 'tooBig', megabytes: 2 },
  empty: { kind: 'empty' },
  unknownFormat: { kind: 'unknownFormat' },
  noNumbers: { kind: 'noNumbers' },
  elided: { kind: 'elided' },
  oneRun: { kind: 'oneRun' },
  decimalComma: { kind: 'decimalComma' },
  notANumber: { kind: 'notANumber', text: 'n/a', line: 12 },
  ragged: { kind: 'ragged', run: 3, has: 11, others: 12 },
  tooMany: { kind: 'tooMany', runs: 200, values: 5000 },
  brokenJson: { kind: 'brokenJson' },
  tooDeep: { kind: 'tooDeep' },
  unlikelyJson: { kind: 'unlikelyJson' },
  brokenNpy: { kind: 'brokenNpy' },
  pickle: { kind: 'pickle' },
  dtype: { kind: 'dtype', dtype: 'U4' },
  brokenZip: { kind: 'brokenZip' },
  zipBomb: { kind: 'zipBomb' },
  noArrays: { kind: 'noArrays' },
  tooManyArrays: { kind: 'tooManyArrays', most: 32 },
};

describe.each(locales)('in %s', (locale) => {
  const words = wordsFor(locale);

  test.each(Object.values(refusals))('$kind is one line, with what it is given', (refusal) => {
    const sentence = words.tellRefusal(refusal);
    expect(sentence).toMatch(/[.?。？]$/);
    expect(sentence).not.toContain('\n');
    for (const given of Object.values(refusal).filter((value) => value !== refusal.kind))
      expect(sentence.replaceAll(',', '')).toContain(String(given));
  });

  test.each(signatureIds)('%s is told without gaps', (signature) => {
    const { read, finding, fits, excludes, title } = words.tellOutputs(check(samples[signature]));
    const all = [read, finding, fits, ...excludes, ...[title].flat()];
    for (const text of all) {
      expect(text).not.toMatch(/undefined|NaN(?!,| or| ?或|。|\.| in|，)|\[object|  /);
      expect(text.length).toBeGreaterThan(3);
    }
    expect(finding).toMatch(/\d/);
  });

  test('what a small file can’t show, and the question that decides', () => {
    const few = samples.independent.slice(0, 3).map((run) => run.slice(0, 3));
    const { needs, question } = words.tellOutputs(check(few));
    expect(needs).toContain('10');
    expect(needs).toContain('12');
    expect(question).toMatch(/[?？]$/);
  });
});

test('digits that end early are told: printed to 4 decimals, so nothing below 5e-5', () => {
  const printed = samples.independent.map((run) => run.map((value) => Number(value.toFixed(4))));
  const { read } = wordsFor('en').tellOutputs(check(printed, {}, 5e-5));
  expect(read).toContain('printed to 4 decimals, so I see nothing below 5.0e-5');
});
