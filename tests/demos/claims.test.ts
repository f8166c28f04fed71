import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { causeIds } from '../../src/ids.ts';
import { loadContent } from '../../src/content/index.ts';
import {
  checkParameters,
  runDemo,
  variantsOf,
  type Condition,
  type Expectation,
} from '../../src/demos/index.ts';
import { createEngine, type Engine } from '../../src/lstm/index.ts';
import { projectRoot } from '../../src/root.ts';

const loaded = loadContent(join(projectRoot, 'content'));
if (!loaded.ok) throw new Error(loaded.problems.join('\n'));
const pages = [...(loaded.content.pages.get('en')?.values() ?? [])];
const claims = pages.flatMap(({ id, claims: ofPage }) => ofPage.map((claim) => ({ id, ...claim })));

function check(measured: Condition, expected: Expectation): void {
  if (expected.identical !== undefined) expect(measured.identical).toBe(expected.identical);
  expect(measured.spread).toBeGreaterThanOrEqual(expected.minSpread ?? 0);
  expect(measured.spread).toBeLessThanOrEqual(expected.maxSpread ?? Infinity);
  expect(measured.error).toBeGreaterThanOrEqual(expected.minError ?? 0);
  expect(measured.error).toBeLessThanOrEqual(expected.maxError ?? Infinity);
}

describe('what a page claims is what its demo shows', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await createEngine();
  });

  it('for every variant of every demo', () => {
    const claimed = claims.map(({ id, variant }) => `${id}/${variant}`);
    const existing = causeIds.flatMap((cause) =>
      variantsOf(cause).map((variant) => `${cause}/${variant}`),
    );
    expect(claimed.toSorted()).toEqual(existing.toSorted());
  });

  it.each(claims)('$id/$variant', async ({ id, variant, before, after }) => {
    const checked = checkParameters({ cause: id, variant, runs: 4, seed: '7' });
    if (!checked.ok) throw new Error(JSON.stringify(checked.problem));
    const result = await runDemo(engine, checked.parameters);
    check(result.before, before);
    check(result.after, after);
  });
});
