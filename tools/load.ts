import { parseArgs } from 'node:util';
import { load } from './load/load.ts';
import { loadMachines, overheadOf } from './load/machines.ts';
import { report, reportMachines } from './load/report.ts';

/**
 * `npm run load`: 300 demos at once, on two cores. `npm run load -- --workers 1,2,4`: the same by so many workers over a Redis,
 * and what handing a demo over costs.
 */
const settings = {
  demos: 300,
  users: 100,
  servers: 25,
  workers: 2,
  options: { cause: 'dropout' },
  askEveryMs: 20,
};

const { values } = parseArgs({
  options: { workers: { type: 'string' }, demos: { type: 'string' } },
});
const workers = values.workers?.split(',').map(Number) ?? [];
const demos = Number(values.demos ?? settings.demos);
if (workers.some((count) => !Number.isInteger(count) || count < 1)) {
  process.stderr.write('--workers takes whole numbers, such as 1,2,4.\n');
  process.exitCode = 2;
} else if (workers.length > 0) {
  const machines = { workers, demos, oneByOne: 40 };
  print(reportMachines(machines, await loadMachines(machines), await overheadOf(machines)));
} else print(report({ ...settings, demos }, await load({ ...settings, demos })));

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
