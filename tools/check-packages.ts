import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../src/root.ts';
import { unknownLicences, type Locked } from './packages/licences.ts';
import { readSignatures } from './packages/signatures.ts';

// Whether each package is under a licence that tools/packages/allowed.ts allows, and is the one that its author published.
const lockFile = readFileSync(join(projectRoot, 'package-lock.json'), 'utf8');
const { packages } = JSON.parse(lockFile) as { packages: Record<string, Locked> };
const unknown = unknownLicences(packages);
for (const line of unknown)
  console.error(`Not in tools/packages/allowed.ts, or only for what makers use: ${line}`);

const { stdout } = spawnSync('npm', ['audit', 'signatures', '--json', '--fetch-retries=0'], {
  cwd: projectRoot,
  encoding: 'utf8',
  shell: process.platform === 'win32',
  timeout: 300_000,
});
const signatures = readSignatures(stdout);
const problems = signatures.kind === 'checked' ? signatures.problems : [];
for (const line of problems) console.error(line);
if (signatures.kind === 'skipped') console.log(`SKIPPED: signatures, because ${signatures.why}`);

const checked = signatures.kind === 'checked' ? 'licences and signatures' : 'licences';
console.log(`${Object.keys(packages).length} packages; checked: ${checked}.`);
if (unknown.length + problems.length > 0) process.exitCode = 1;
