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

/** Computes the hashes in another Node.js, from the compiled files: not every version reads TypeScript. */
function bitsUnder(major: number): { version: string; bits: Bits } {
  const system = platform() === 'win32' ? 'win' : platform();
  const script = join(projectRoot, 'dist', 'tools', 'bits.js');
  const run = (...args: string[]): string => {
    const call = ['exec', '--yes', `--package=node-${system}-${arch()}@${major}`, '--'];
    return execFileSync('npm', [...call, 'node', ...args], {
      encoding: 'utf8',
      shell: platform() === 'win32',
    });
  };
  return { version: run('--version').trim(), bits: JSON.parse(run(script, '--print')) as Bits };
}

const tables = versions.map((major) => bitsUnder(major));
const names = Object.keys(golden);
const width = Math.max(...names.map((name) => name.length));
const column = (cells: readonly string[]) => cells.map((cell) => cell.padEnd(16)).join('');
const lines = names.map((name) => {
  const cells = tables.map(({ bits }) => {
    const hash = bits[name] ?? 'missing';
    return `${hash.slice(0, 8)} ${hash === golden[name] ? 'same' : 'DIFFERS'}`;
  });
  return `${name.padEnd(width)}  ${column(cells)}`;
});
const head = `${'SHA-256 of the raw results'.padEnd(width)}  ${column(tables.map(({ version }) => version))}`;
process.stdout.write(`${[head, ...lines].join('\n')}\n`);
if (lines.some((line) => line.includes('DIFFERS'))) process.exitCode = 1;
