import { servesFirstShard, type Config } from './config.ts';
import type { ClientSettings } from './discord/index.ts';
import { listenProblem } from './errors.ts';
import type { Log } from './log.ts';

/** Where the bot lives. */
export interface Home {
  readonly settings: ClientSettings;
  /** The host of the files that people send. */
  readonly filesUrl: string;
  readonly pageUrl?: string;
  close(): Promise<void>;
}

type Found =
  { readonly ok: true; readonly home: Home } | { readonly ok: false; readonly problem: string };

/** Discord itself; for a bot without a token, the playground on this machine. */
export async function findHome(config: Config, log: Log): Promise<Found> {
  const { discordToken: token, discordApiUrl: apiUrl, discordGuildId: guildId } = config;
  const { discordFilesUrl: filesUrl, playgroundPort: port, shards } = config;
  if (token) {
    // The process with the first shard does for all what has to be done once.
    const registersCommands = servesFirstShard(config);
    const settings = { token, apiUrl, guildId, shards, registersCommands };
    return { ok: true, home: { settings, filesUrl, close: async () => {} } };
  }
  const { startPlayground } = await import('@seedling/playground');
  try {
    const playground = await startPlayground({ port });
    const { pageUrl } = playground;
    if (port !== 0 && new URL(pageUrl).port !== String(port))
      log.warn(
        `Port ${port} is taken, by another Seedling perhaps; the playground has the next free one. PLAYGROUND_PORT sets another.`,
      );
    const settings = { token: playground.token, apiUrl: playground.apiUrl };
    const close = () => playground.close();
    return { ok: true, home: { settings, filesUrl: playground.attachmentsUrl, pageUrl, close } };
  } catch (error) {
    return { ok: false, problem: listenProblem('PLAYGROUND_PORT', port, error) };
  }
}
