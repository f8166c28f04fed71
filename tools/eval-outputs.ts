import { parseArgs } from 'node:util';
import { createEngine } from '../src/lstm/index.ts';
import { falseAlarms } from './eval-outputs/false-alarms.ts';
import { judgeAll } from './eval-outputs/measure.ts';
import { alarmsText, missesText, tableText } from './eval-outputs/report.ts';

const usage = `Usage: npm run -s eval:outputs -- [--files <number>] [--choose] [--misses] [--json]

Measures what the check of outputs finds in files that real small LSTMs make, 3 to 20 runs of 1 to 60 values each.

  --files   of each kind; 100 if left out
  --choose  on the seeds on which thresholds are chosen; the others if left out
  --misses  also each file that was judged wrongly
  --json    figures as one JSON`;

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '100' },
    choose: { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

if (values.help) console.log(usage);
else {
  const engine = await createEngine('kernel');
  const half = values.choose ? 'choose' : 'report';
  const seeds = Array.from({ length: Number(values.files) }, (_, at) => `${half}-${at}`);
  const judged = await judgeAll(engine, seeds);
  const alarms = falseAlarms(engine, half, 2400);
  if (values.json) console.log(JSON.stringify({ kinds: tableText(judged).split('\n'), alarms }));
  else {
    console.log(tableText(judged));
    console.log(alarmsText(alarms));
    if (values.misses) console.log(missesText(judged));
  }
}
