import { test } from 'vitest';
import { rowOf, type FaultId } from './table.ts';

interface Settings {
  /** Why this machine can't prove it; the test is then shown as skipped. */
  readonly skip?: string | undefined;
}

/** The test behind a row of docs/reliability.md; its name states the fault and the outcome. */
export function proves(id: FaultId, run: () => Promise<void>, { skip }: Settings = {}): void {
  const [fault, outcome] = rowOf(id);
  if (skip !== undefined) console.log(`SKIPPED: "${fault}", because ${skip}`);
  test.skipIf(skip !== undefined)(`${fault}: ${outcome}`, run);
}
