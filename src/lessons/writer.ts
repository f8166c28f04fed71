import { setTimeout as sleep } from 'node:timers/promises';
import type { InStatement } from '@libsql/client';
import type { Database } from '../database/index.ts';

/** How long a statement may wait for others. A class votes within seconds, and each write waits for the disk. */
const gatheringMs = 20;

/** Writes in the order of the calls, as many at once as have gathered; false if that failed. */
export function createWriter(
  database: Database,
): (...statements: InStatement[]) => Promise<boolean> {
  let gathered: InStatement[] = [];
  let next: Promise<boolean> | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const write = async () => {
    await sleep(gatheringMs);
    await last;
    const statements = gathered;
    gathered = [];
    next = undefined;
    const writing = database.run(...statements);
    last = writing;
    return (await writing) !== undefined;
  };

  return async (...statements) => {
    if (statements.length === 0) return true;
    gathered.push(...statements);
    return (next ??= write());
  };
}
