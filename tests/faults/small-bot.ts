import { startClient, type ClientSettings } from '../../src/discord/index.ts';
import type { Services } from '../../commands/index.ts';
import { realServices } from '../commands/fake-conversation.ts';
import { collectLog } from '../log.ts';
import { startDiscord, type Discord } from '../wire/discord.ts';

/**
 * The bot's connection without the rest of the app: no demo process, no files. `discord` may be one that stands already, with
 * its wire broken.
 */
export async function startSmallBot(
  discord: Discord,
  settings: Partial<ClientSettings> = {},
  rooms: Partial<Services> = {},
) {
  const { log, lines, all } = collectLog();
  const { token, apiUrl } = discord;
  const services = { ...realServices(), ...rooms };
  const started = await startClient({ token, apiUrl, ...settings }, services, log);
  return { started, services, log: lines, wholeLog: all };
}

/** Such a bot that is known to start. */
export async function smallBot(settings?: Partial<ClientSettings>, rooms?: Partial<Services>) {
  const discord = await startDiscord();
  const { started, ...rest } = await startSmallBot(discord, settings, rooms);
  if (!started.ok) throw new Error(started.problem);
  const { bot } = started;
  return {
    ...rest,
    discord,
    bot,
    async close() {
      await bot.close();
      await discord.close();
    },
  };
}
