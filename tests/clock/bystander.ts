import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Watches a timer of 10 ms until its input ends, then writes how late it came at worst, in milliseconds. */
const watch = `
  let [late, last] = [0, performance.now()];
  setInterval(() => {
    const now = performance.now();
    late = Math.max(late, now - last - 10);
    last = now;
  }, 10);
  process.stdin.on('end', () => { console.log(late); process.exit(); }).resume();
  console.log('');`;

/**
 * A process that does nothing but look at the clock: how late it is at worst is what the machine costs anybody in this
 * moment. A test that measures time allows itself that much more.
 */
export async function startBystander(): Promise<{
  /** Ends it; resolves to how late it was at worst, in milliseconds. */
  leave(): Promise<number>;
}> {
  const child = spawn(process.execPath, ['-e', watch], { stdio: ['pipe', 'pipe', 'inherit'] });
  let written = '';
  child.stdout.on('data', (chunk: Buffer) => (written += chunk.toString()));
  await once(child.stdout, 'data');
  return {
    async leave() {
      child.stdin.end();
      await once(child, 'close');
      return Number(written);
    },
  };
}
