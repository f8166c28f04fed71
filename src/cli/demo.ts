import { loadConfig } from '../config.ts';
import { exitCodes, runDemoCommand } from './demo/command.ts';

const complain = (line: string) => void process.stderr.write(`${line}\n`);
const eraseLine = '\r\u001B[K';
const watched = process.stderr.isTTY;

async function main(): Promise<number> {
  const loaded = loadConfig();
  if (!loaded.ok) {
    loaded.problems.forEach(complain);
    return exitCodes.badInput;
  }
  try {
    return await runDemoCommand(process.argv.slice(2), {
      print: (text) => {
        if (watched) process.stderr.write(eraseLine);
        process.stdout.write(`${text}\n`);
      },
      complain,
      showProgress: watched ? (line) => process.stderr.write(eraseLine + line) : undefined,
      engine: loaded.config.lstmEngine,
      quickChartUrl: loaded.config.quickChartUrl,
    });
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    return exitCodes.failed;
  }
}

process.exitCode = await main();
