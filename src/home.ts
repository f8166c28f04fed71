import { servesFirstShard, type Config } from './config.ts';
import type { ClientSettings } from './discord/index.ts';

/** Where the bot lives. */
export interface Home {
  readonly settings: ClientSettings;
  /** The host of the files that people send. */
  readonly filesUrl: string;
  readonly pageUrl?: string;
  close(): Promise<void>;
}

/** Discord itself; for a bot without a token, the playground on this machine. */
export async function findHome(config: Config): Promise<Home> {
  const { discordToken: token, discordApiUrl: apiUrl, discordGuildId: guildId } = config;
  const { discordFilesUrl: filesUrl, shards } = config;
  if (token) {
    // The process with the first shard does for all what has to be done once.
    const registersCommands = servesFirstShard(config);
    const settings = { token, apiUrl, guildId, shards, registersCommands };
    return { settings, filesUrl, close: async () => {} };
  }
  const { startPlayground } = await import('@seedling/playground');
  const playground = await startPlayground({ port: config.playgroundPort });
  return {
    settings: { token: playground.token, apiUrl: playground.apiUrl },
    filesUrl: playground.attachmentsUrl,
    pageUrl: playground.pageUrl,
    close: () => playground.close(),
  };
}
