import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { projectRoot } from '../../src/root.ts';

/** What `peak/assembly/index.ts` exports. */
interface PeakModule {
  readonly depth: WebAssembly.Global;
  readonly multiplyAdd: (count: number, factor: number, term: number) => number;
  readonly tiles: (count: number) => void;
}

/**
 * The most that this machine does, in billions of floating-point operations a second: multiplications and additions of four
 * float32 without FMA, from registers or, if that is more, from the first-level cache as the kernel's products do. The
 * best of many rounds of about a millisecond, since a peak is what nothing disturbed.
 */
export function measurePeak({ multiplyAdd, tiles, depth }: PeakModule, rounds: number): number {
  const loops = [
    { operations: 12 * 8, run: (count: number) => void multiplyAdd(count, 0.5, 1) },
    { operations: depth.value * 8 * 8, run: (count: number) => tiles(count) },
  ];
  let best = 0;
  for (let round = 0; round < rounds; round++)
    for (const { operations, run } of loops) {
      const count = Math.ceil(5e7 / operations);
      const since = performance.now();
      run(count);
      best = Math.max(best, (operations * count) / (performance.now() - since) / 1e6);
    }
  return best;
}

/** Compiles it first. */
export function openPeak(): PeakModule {
  const compiler = join(
    dirname(createRequire(import.meta.url).resolve('assemblyscript/package.json')),
    'bin/asc.js',
  );
  const config = join(projectRoot, 'tools/bench/peak/asconfig.json');
  execFileSync(process.execPath, [compiler, '--config', config]);
  const compiled = new WebAssembly.Module(readFileSync(join(projectRoot, 'dist/peak.wasm')));
  return new WebAssembly.Instance(compiled).exports as unknown as PeakModule;
}
