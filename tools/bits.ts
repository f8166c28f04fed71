import { computeBits } from './bits/cases.ts';

// The golden hashes of tests/lstm/golden.json; written anew after a deliberate change with `npm run -s bits`.
process.stdout.write(`${JSON.stringify(await computeBits(), undefined, 2)}\n`);
