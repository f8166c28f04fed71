import { load } from './load/load.ts';
import { report } from './load/report.ts';

/** `npm run load`: 300 demos at once, on two cores. */
const settings = {
  demos: 300,
  users: 100,
  servers: 25,
  workers: 2,
  options: { cause: 'dropout' },
  askEveryMs: 20,
};

process.stdout.write(`${report(settings, await load(settings)).join('\n')}\n`);
