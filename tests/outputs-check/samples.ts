import { openStream } from '../../src/lstm/index.ts';
import {
  checkTable,
  type Matrix,
  type OutputsCheck,
  type SignatureId,
  type Told,
} from '../../src/outputs-check/index.ts';

export function check(runs: Matrix, told?: Told, floor = 0): OutputsCheck {
  const checked = checkTable({ rows: runs, rowsAre: 'runs', floor }, told);
  if (!checked.ok) throw new Error(checked.refusal.kind);
  return checked.check;
}

export const stream = openStream('signatures', 'data', 0);
export const noise = (size: number) => size * stream.normal();
export const base = Array.from({ length: 16 }, (_, at) => Math.sin(at / 2) + noise(0.05));
export const times = (runs: number, make: (run: number) => number[]): number[][] =>
  Array.from({ length: runs }, (_, run) => make(run));
export const moved = (by: number) => base.map((value, at) => value + by * Math.cos(at));

export const samples: Readonly<Record<SignatureId, Matrix>> = {
  'not-finite': times(5, (run) =>
    base.map((value, at) => (run === 2 && at > 3 ? Number.NaN : value)),
  ),
  identical: times(5, () => base),
  'last-bits': times(5, () => base.map((value) => value + noise(1e-7))),
  settled: times(8, (run) => moved(run === 0 ? 0.2 : 0)),
  'whole-numbers': times(8, () => base.map(() => Math.floor(4 * stream.uniform()))),
  reordered: times(8, () => stream.permutation(base.length).map((at) => base[at] ?? 0)),
  shifted: times(8, (run) => [...base, ...base].slice(run % 3, (run % 3) + 14)),
  versions: times(8, (run) => moved(run % 2 === 0 ? 0 : 0.01)),
  rescaled: times(8, () => {
    const [factor, offset] = [1 + noise(0.1), noise(0.1)];
    return base.map((value) => factor * value + offset);
  }),
  settling: times(8, (run) => moved(0.5 ** run)),
  ordered: times(12, (run) =>
    base.map((value, at) => value + 0.05 * run * Math.cos(at) + noise(0.05)),
  ),
  independent: times(12, () => base.map((value) => value + noise(0.05))),
};
