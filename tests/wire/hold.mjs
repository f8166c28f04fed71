// Preloaded into a process: writes down how long its event loop was held at most, in milliseconds, since it was last asked
// by SIGUSR2. A timer that waits 5 ms belongs to the measure.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const held = monitorEventLoopDelay({ resolution: 5 });
held.enable();
process.on('SIGUSR2', () => {
  process.stdout.write(`held ${Math.round(held.max / 1e6)} ms\n`);
  held.reset();
});
