import { startPlayground, type PlaygroundSettings } from '@seedling/playground';
import { violationsOf } from './contract/index.ts';
import { startProxy, type RecordedRequest } from './proxy/index.ts';

export interface DiscordSettings extends Omit<PlaygroundSettings, 'port'> {
  /** How often the bot is told to give a sign of life; Discord's own interval if undefined. */
  readonly heartbeatMs?: number;
}

/**
 * The Discord of the tests: every request of the bot is checked against the contract, and `close` throws what broke it.
 * The wire can be broken on purpose: see `gateway` and `breakRequests`.
 */
export async function startDiscord({ heartbeatMs, ...settings }: DiscordSettings = {}) {
  const requests: RecordedRequest[] = [];
  const unchecked: RecordedRequest[] = [];
  const playground = await startPlayground(settings);
  const proxy = await startProxy({
    apiUrl: playground.apiUrl,
    heartbeatMs,
    record(request) {
      requests.push(request);
      // Checked at the end, when nobody measures how quick the bot is.
      unchecked.push(request);
    },
  });
  const { driver, token, applicationId, pageUrl, attachmentsUrl } = playground;
  return {
    driver,
    token,
    applicationId,
    pageUrl,
    attachmentsUrl,
    apiUrl: proxy.apiUrl,
    gateway: proxy.gateway,
    /** Breaks the connection of one shard. */
    sessions: playground.gateway,
    breakRequests: proxy.breakRequests,
    /** Every request of the bot, in the order they came. */
    requests,
    async close() {
      await proxy.close();
      await playground.close();
      const violations = new Set(unchecked.flatMap(violationsOf));
      if (violations.size > 0)
        throw new Error(`The bot sent what Discord would refuse:\n${[...violations].join('\n')}`);
    },
  };
}

export type Discord = Awaited<ReturnType<typeof startDiscord>>;
