import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../src/root.ts';
import type { Bits } from './bits/cases.ts';

/** Each has another V8; npm's packages `node-<platform>-<arch>` bring them. */
const versions = [20, 22, 24, 26];

const golden = JSON.parse(
  readFileSync(join(projectRoot, 'tests', 'lstm', 'golden.json'), 'utf8'),
) as Bits;

interface Found {
  readonly version: string;
  readonly bits: Bits;
  /** Whether a bot starts under it, answers a question and posts a demo. */
  readonly answers: boolean;
}

/** Runs compiled files in another Node.js: not every version reads TypeScript. Undefined if npm doesn't have it for here. */
function findUnder(major: number): Found | undefined {
  const node = fetchNode(major);
  if (node === undefined) return undefined;
  const run = (...args: string[]) => execFileSync(node, args, { encoding: 'utf8' });
  const script = (name: string) => join(projectRoot, 'dist', 'tools', `${name}.js`);
  return {
    version: run('--version').trim(),
    bits: JSON.parse(run(script('bits'), '--print')) as Bits,
    answers: works(() => run(script('smoke'))),
  };
}

/** The path of its program. */
function fetchNode(major: number): string | undefined {
  const system = platform() === 'win32' ? 'win' : platform();
  const name = `node-${system}-${arch()}@${major}`;
  try {
    return execFileSync(
      'npm',
      ['exec', '--yes', `--package=${name}`, '--', 'node', '-p', 'process.execPath'],
      {
        encoding: 'utf8',
        shell: platform() === 'win32',
      },
    ).trim();
  } catch {
    process.stdout.write(`SKIPPED: Node.js ${major}, because npm can't get ${name} here.\n`);
    return undefined;
  }
}

/** What it complains of goes to standard error. */
function works(run: () => void): boolean {
  try {
    run();
    return true;
  } catch {
    return false;
  }
}

const tables = versions.flatMap((major) => findUnder(major) ?? []);
const names = Object.keys(golden);
const width = Math.max(...names.map((name) => name.length));
const line = (name: string, cells: readonly string[]) =>
  `${name.padEnd(width)}  ${cells.map((cell) => cell.padEnd(16)).join('')}`;
const rows = names.map((name) => {
  const cells = tables.map(({ bits }) => {
    const hash = bits[name] ?? 'missing';
    return `${hash.slice(0, 8)} ${hash === golden[name] ? 'same' : 'DIFFERS'}`;
  });
  return line(name, cells);
});
const lines = [
  line(
    'SHA-256 of the raw results',
    tables.map(({ version }) => version),
  ),
  ...rows,
  line(
    'A question and a demo in the playground',
    tables.map(({ answers }) => (answers ? 'answered' : 'FAILED')),
  ),
];
process.stdout.write(`${lines.join('\n')}\n`);
if (lines.some((each) => /DIFFERS|FAILED/.test(each))) process.exitCode = 1;
