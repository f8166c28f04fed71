// The whole bot in the playground, with its child processes: one question and one demo. `check:bits` runs it under each Node.js.
import { startBot } from './bench/playground.ts';

const problems: string[] = [];
const note = (line: string) => void problems.push(line);
const bot = await startBot({ info() {}, warn: note, error: note });
try {
  await bot.ask('Why does my LSTM give different results every time?');
  await bot.post({ cause: 'dropout', runs: 2, seed: '7' }, 'ada');
} finally {
  await bot.close();
}
if (problems.length > 0) throw new Error(problems.join('\n'));
