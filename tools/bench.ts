import { readOptions, usage } from './bench/options.ts';
import { toText } from './bench/report.ts';

const tell = (line: string) => void process.stderr.write(`${line}\n`);
const print = (text: string) => void process.stdout.write(`${text}\n`);

const options = readOptions(process.argv.slice(2));
switch (options.kind) {
  case 'problem':
    tell(options.problem);
    process.exitCode = 2;
    break;
  case 'help':
    print(usage);
    break;
  case 'call': {
    // Loads every engine: not for who only mistyped a flag.
    const { measure } = await import('./bench/measure.ts');
    const measured = await measure(options.plan, tell);
    if (options.json) {
      measured.missing.forEach(tell);
      print(JSON.stringify(measured.figures));
    } else print(toText(measured));
  }
}
