import { join } from 'node:path';
import { createServices } from '../commands/index.ts';
import { createAnswerer } from './answers/index.ts';
import type { Config } from './config.ts';
import { loadContent } from './content/index.ts';
import { startClient, type ClientSettings } from './discord/index.ts';
import { createJobs } from './jobs/index.ts';
import { openMisses } from './misses/index.ts';
import type { Log } from './log.ts';
import { startPlayground } from './playground/index.ts';
import { projectRoot } from './root.ts';

export type StartedApp =
  | { readonly ok: true; readonly app: App }
  /** One clear line each. */
  | { readonly ok: false; readonly problems: readonly string[] };

export interface App {
  /** Where to find the bot: the address of the playground's page, or its name on Discord. */
  readonly where: string;
  /** Ends what runs, tells those who wait, and leaves. */
  close(): Promise<void>;
}

/** Puts the rooms together: pages, answers, child processes, and the Discord to live in. */
export async function startApp(config: Config, log: Log): Promise<StartedApp> {
  if (!config.discordToken && (config.discordApiUrl || config.discordGuildId))
    return { ok: false, problems: [missingToken] };
  const loaded = loadContent(join(projectRoot, 'content'));
  if (!loaded.ok) return loaded;
  const { content } = loaded;
  const jobs = createJobs({
    workers: config.demoWorkers,
    maxWaiting: config.demoQueue,
    maxWaitingPerUser: config.demoQueuePerUser,
    maxWaitingPerServer: config.demoQueuePerServer,
    deadlineSeconds: config.demoDeadlineSeconds,
    engine: config.lstmEngine,
    quickChartUrl: config.quickChartUrl,
    log,
  });
  const misses = openMisses({
    url: config.missesDatabaseUrl,
    token: config.missesDatabaseToken,
    log,
  });
  const services = createServices({ content, answer: createAnswerer(content), jobs, misses });
  const home = await findHome(config);
  const started = await startClient(home.settings, services, log);
  if (!started.ok) {
    await Promise.all([jobs.close(), home.close(), misses.close()]);
    return { ok: false, problems: [started.problem] };
  }
  const { bot } = started;
  const close = async () => {
    // Jobs first: whoever waits is told how it ended, while the connection is still there.
    await jobs.close();
    await bot.close();
    await home.close();
    await misses.close();
  };
  return { ok: true, app: { where: home.pageUrl ?? `Discord, as ${bot.name}`, close } };
}

const missingToken =
  'DISCORD_TOKEN is missing, and DISCORD_API_URL and DISCORD_GUILD_ID need it. Set it, or leave all three empty for the playground.';

interface Home {
  readonly settings: ClientSettings;
  readonly pageUrl?: string;
  close(): Promise<void>;
}

/** Discord itself, or the one on this machine for a bot without a token. */
async function findHome(config: Config): Promise<Home> {
  const { discordToken: token, discordApiUrl: apiUrl, discordGuildId: guildId } = config;
  if (token) return { settings: { token, apiUrl, guildId }, close: async () => {} };
  const playground = await startPlayground({ port: config.playgroundPort });
  return {
    settings: { token: playground.token, apiUrl: playground.apiUrl },
    pageUrl: playground.pageUrl,
    close: () => playground.close(),
  };
}
