import * as fc from 'fast-check';

const given = process.env['HOSTILE_SEED'];
const seed = given === undefined ? Date.now() % 2 ** 31 : Number(given);

let isTold = false;

/** Checks a property on so many cases. The seed is printed: with `HOSTILE_SEED` the same cases come again. */
export async function holds<Case>(
  cases: number,
  arbitrary: fc.Arbitrary<Case>,
  check: (one: Case) => Promise<void> | void,
): Promise<void> {
  if (!isTold) console.log(`HOSTILE_SEED=${seed} gives the same cases again.`);
  isTold = true;
  await fc.assert(
    fc.asyncProperty(arbitrary, async (one) => check(one)),
    { numRuns: cases, seed },
  );
}
