import { startApp } from '../../src/app.ts';
import { loadConfig, type Config } from '../../src/config.ts';
import { startPlayground, type By, type RecordedRequest } from '../../src/playground/index.ts';

/** The whole bot, as `npm start` runs it with a token, in a Discord on this machine. */
export async function startBot(changes: Partial<Config> = {}) {
  const requests: (RecordedRequest & { readonly at: number })[] = [];
  const log: string[] = [];
  const playground = await startPlayground({
    onRequest: (request) => requests.push({ ...request, at: performance.now() }),
  });
  const loaded = loadConfig({
    DISCORD_TOKEN: playground.token,
    DISCORD_API_URL: playground.apiUrl,
  });
  if (!loaded.ok) throw new Error(loaded.problems.join('\n'));
  const start = async () => {
    const started = await startApp({ ...loaded.config, ...changes }, (line) => log.push(line));
    if (!started.ok) throw new Error(started.problems.join('\n'));
    return started.app;
  };
  let app = await start();
  const { driver } = playground;
  return {
    driver,
    pageUrl: playground.pageUrl,
    /** Every request of the bot, in order, and when it came (in milliseconds). */
    requests,
    log,
    /** Runs a command and waits until its answer is the one that stays. */
    async command(name: string, options: Parameters<typeof driver.runCommand>[1], by: By = {}) {
      const interaction = await driver.runCommand(name, options, by);
      const { messageId } = interaction.acknowledgement ?? {};
      const message = await driver.waitFor(
        (messages) => messages.find(({ id }) => id === messageId),
        by.user ? { user: by.user } : {},
      );
      return { interaction, message };
    },
    /** As after a crash of the machine or a new version: the channel stays, the bot's memory is gone. */
    async restart() {
      await app.close();
      app = await start();
    },
    async close() {
      await app.close();
      await playground.close();
    },
  };
}

export type Bot = Awaited<ReturnType<typeof startBot>>;
