import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** The processes that this one started, and those they started. */
export function descendantsOf(pid: number): readonly number[] {
  const all = existsSync('/proc/self/stat') ? fromProc() : fromPs();
  const below = (parent: number): number[] =>
    all.flatMap(([child, itsParent]) => (itsParent === parent ? [child, ...below(child)] : []));
  return below(pid);
}

type Pair = readonly [pid: number, parent: number];

/** `12 (a name) S 1 ...`: the name may hold anything. */
function fromProc(): Pair[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return [[Number(name), Number(parent)] as const];
      } catch {
        // Gone meanwhile.
        return [];
      }
    });
}

const fromPs = (): Pair[] =>
  execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .map(([pid = 0, parent = 0]) => [pid, parent]);
