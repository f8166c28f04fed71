import './small-heap.ts';
import { collectGarbage } from './collect.ts';
import { loadConfig, type Config } from './config.ts';
import { leaveWhenAsked } from './leave.ts';
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
  // Whoever read them may be gone, a terminal for example; that ends nothing.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  const leaving = leaveWhenAsked(log);
  if (config.discordToken === undefined) log.info('No DISCORD_TOKEN: this is the playground.');
  process.on('uncaughtException', (error) => {
    // In a terminal nothing restarts it, and in the playground nobody counts sessions.
    const isCounted = config.discordToken !== undefined && !process.stderr.isTTY;
    leaving.fail([`A mistake in Seedling: ${error.stack ?? error.message}`], isCounted);
  });
  // Only now: with the flags of small-heap.ts, and not for settings that are wrong.
  const { startApp } = await import('./app.ts');
  const started = await startApp(config, log, { warm: true, leaving: leaving.signal });
  leaving.follow(started);
  if (!started.ok) return;
  await started.app.check();
  collectGarbage();
  if (!leaving.signal.aborted) process.stdout.write(`Seedling is ready: ${started.app.where}\n`);
}
