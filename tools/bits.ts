import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../src/root.ts';
import { computeBits, needsEdition, type Bits } from './bits/cases.ts';

/** The golden hashes, written anew after a deliberate change; `--print` only shows them. */
const file = join(projectRoot, 'tests', 'lstm', 'golden.json');

const bits = await computeBits();
const text = `${JSON.stringify(bits, undefined, 2)}\n`;
if (process.argv.includes('--print')) process.stdout.write(text);
else if (needsEdition(JSON.parse(readFileSync(file, 'utf8')) as Bits, bits)) {
  process.stderr.write(
    'A demo gives other bytes than before: raise `edition` in src/demos/edition.ts first, so that replay codes say so.\n',
  );
  process.exitCode = 1;
} else writeFileSync(file, text);
