import { startApp } from './app.ts';
import { loadConfig, type Config } from './config.ts';
import { runUntilEnd } from './leave.ts';
import { openLog } from './logging.ts';
import { outdatedNode } from './node-version.ts';

const loaded = loadConfig();
if (loaded.ok) await run(loaded.config);
else {
  for (const problem of loaded.problems) process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
}

async function run(config: Config): Promise<void> {
  const log = openLog(config);
  const outdated = outdatedNode(process.versions.node);
  if (outdated !== undefined) log.warn(outdated);
  process.on('uncaughtException', (error) => {
    log.error(`A mistake in Seedling: ${error.stack ?? error.message}`);
    process.exit(1);
  });
  const started = await startApp(config, log, { warm: true });
  if (!started.ok) {
    for (const problem of started.problems) log.error(problem);
    process.exitCode = 1;
    return;
  }
  const { app } = started;
  runUntilEnd(app, log);
  await app.check();
  process.stdout.write(`Seedling is ready: ${app.where}\n`);
}
