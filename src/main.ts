import { startApp } from './app.ts';
import { loadConfig } from './config.ts';

const longestFarewell = 10_000;

const write = (line: string) => void process.stderr.write(`${line}\n`);
const log = { info: write, warn: write, error: write };

const fail = (problems: readonly string[]) => {
  for (const problem of problems) log.error(problem);
  process.exitCode = 1;
};

const loaded = loadConfig();
const started = loaded.ok ? await startApp(loaded.config, log) : loaded;
if (started.ok) {
  const { app } = started;
  process.stdout.write(`Seedling is ready: ${app.where}\n`);
  const leave = () => {
    // Whatever hangs then must not keep the process.
    setTimeout(() => process.exit(1), longestFarewell).unref();
    void app.close();
  };
  process.once('SIGINT', leave).once('SIGTERM', leave);
} else fail(started.problems);
