import { report, soak } from './load/soak.ts';

/** `npm run soak`: 5,000 mixed commands, and 100,000 strangers who write; what is held after them, and after the first 500. */
const settings = {
  commands: 5_000,
  warmUp: 500,
  atOnce: 10,
  strangers: 20,
  demo: { cause: 'dropout', runs: 2 },
};

process.stdout.write(`${report(settings, await soak(settings)).join('\n')}\n`);
