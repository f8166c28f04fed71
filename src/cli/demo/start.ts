import { loadConfig } from '../../config.ts';
import { exitCodes, type Terminal } from './command.ts';
import { messageOf } from '../../errors.ts';

const complain = (line: string) => void process.stderr.write(`${line}\n`);
const eraseLine = '\r\u001B[K';
const watched = process.stderr.isTTY;

/** Runs a command that trains, with the arguments and the settings of this process, and sets its exit code. */
export async function start(
  run: (args: readonly string[], terminal: Terminal) => Promise<number>,
): Promise<void> {
  const loaded = loadConfig();
  if (!loaded.ok) {
    loaded.problems.forEach(complain);
    process.exitCode = exitCodes.badInput;
    return;
  }
  try {
    process.exitCode = await run(process.argv.slice(2), {
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
    complain(messageOf(error));
    process.exitCode = exitCodes.failed;
  }
}
