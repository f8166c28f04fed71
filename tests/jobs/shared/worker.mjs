// A worker as a process of its own, with short times: `node worker.mjs <address of Redis>`. JavaScript, so that it needs no loader.
import { openWorker } from '../../../dist/src/jobs/index.js';

const worker = await openWorker({
  redisUrl: process.argv[2] ?? '',
  workers: 1,
  maxWaiting: 1,
  deadlineSeconds: 600,
  warm: 1,
  timing: { lockMs: 2_000, stalledMs: 500, lookMs: 100, graceMs: 500 },
});
process.on('SIGTERM', () => void worker.close().then(() => process.exit()));
await worker.ready;
process.stdout.write(`ready as ${worker.name}\n`);
