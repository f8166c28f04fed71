import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { endsOrphans } from '../../src/jobs/orphan.ts';
import { projectRoot } from '../../src/root.ts';
import { proves } from '../faults/proves.ts';
import { fixture, isAlive } from './fixtures/pool.ts';
import type { Order } from './fixtures/child.ts';

const parents: ChildProcess[] = [];
afterEach(() => {
  for (const parent of parents.splice(0)) parent.kill('SIGKILL');
});

/** A process whose child carries out the order; it tells the id of the child when that has begun. */
async function startParent(order: Order, deadlineSeconds: number) {
  const { href } = pathToFileURL(join(projectRoot, 'dist/src/jobs/child.js'));
  const options = { script: fixture('child'), memory: 128, startSeconds: 60, deadlineSeconds };
  const code = `import { startChild } from ${JSON.stringify(href)};
    const report = ({ total }) => process.stdout.write(String(total));
    const child = startChild(${JSON.stringify(options)});
    await child.run(${JSON.stringify(order)}, { report, log() {} }).catch(() => {});
    setInterval(() => {}, 1000);`;
  const parent = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  parents.push(parent);
  const [pid] = (await once(parent.stdout, 'data')) as [Buffer];
  return { parent, child: Number(pid.toString()) };
}

const skip = endsOrphans ? undefined : 'there is no setpriv to tie it to its parent.';

proves(
  'child-orphaned',
  async () => {
    const { parent, child } = await startParent({ do: 'burn', milliseconds: 120_000 }, 120);
    expect(isAlive(child)).toBe(true);
    parent.kill('SIGKILL');
    await expect.poll(() => isAlive(child), { timeout: 5_000 }).toBe(false);
  },
  { skip },
);

// Only a pool looks at the deadline, and these have none.
test('a child that its parent does not end does so itself: soon after its deadline, or after SIGTERM', async () => {
  const [late, asked] = await Promise.all([
    startParent({ do: 'sleep', milliseconds: 120_000 }, 0.1),
    startParent({ do: 'sleep', milliseconds: 120_000 }, 120),
  ]);
  process.kill(asked.child, 'SIGTERM');
  const both = [late.child, asked.child];
  expect(both.filter(isAlive)).toEqual(both);
  await expect.poll(() => both.filter(isAlive), { timeout: 30_000, interval: 200 }).toEqual([]);
});
