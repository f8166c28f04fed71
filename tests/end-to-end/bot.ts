import { startApp, type StartOptions } from '../../src/app.ts';
import { loadConfig, type Config } from '../../src/config.ts';
import type { By, Driver } from '@seedling/playground';
import { collectLog } from '../log.ts';
import { startDiscord, type DiscordSettings } from '../wire/discord.ts';

/** The whole bot, as `npm start` runs it with a token, in a Discord on this machine. */
export async function startBot(
  changes: Partial<Config> = {},
  settings: DiscordSettings = {},
  options: StartOptions = {},
) {
  const { log, lines, all } = collectLog();
  const discord = await startDiscord(settings);
  const loaded = loadConfig({
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    DISCORD_FILES_URL: discord.attachmentsUrl,
    MISSES_DATABASE_URL: ':memory:',
  });
  if (!loaded.ok) throw new Error(loaded.problems.join('\n'));
  const start = async () => {
    const started = await startApp({ ...loaded.config, ...changes }, log, options);
    if (!started.ok) throw new Error(started.problems.join('\n'));
    return started.app;
  };
  let app = await start();
  return {
    ...discord,
    /** What was logged as a warning or an error. */
    log: lines,
    /** That, and what was only told. */
    wholeLog: all,
    command: commandOf(discord.driver),
    metrics: () => app.metrics,
    reload: () => app.reload(),
    /** As after a crash of the machine or a new version: the channel stays, the bot's memory is gone. */
    async restart() {
      await app.close();
      app = await start();
    },
    /** Throws if the bot broke its contract with Discord. */
    async close() {
      await app.close();
      await discord.close();
    },
  };
}

/** Runs a command and waits until its answer is the one that stays. */
const commandOf =
  (driver: Driver) =>
  async (name: string, options: Parameters<Driver['runCommand']>[1], by: By = {}) => {
    const interaction = await driver.runCommand(name, options, by);
    const { messageId } = interaction.acknowledgement ?? {};
    const message = await driver.waitFor(
      (messages) => messages.find(({ id }) => id === messageId),
      by.user ? { user: by.user } : {},
    );
    return { interaction, message };
  };

export type Bot = Awaited<ReturnType<typeof startBot>>;
