import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  GatewayCloseCodes,
  HTTPError,
} from 'discord.js';
import { TokenRefused } from './token.ts';

/** One line that names the setting to look at; it never repeats the token. */
export function explainLogin(error: unknown, apiUrl?: string): string {
  if (isWrongToken(error))
    return 'DISCORD_TOKEN is not a token that Discord knows. Copy it anew from the developer portal, page "Bot".';
  const reason = reasonOf(error);
  if (reason.startsWith('Not enough sessions'))
    return `Discord lets this bot begin no session now: those of the day are used up, by a bot that was restarted again and again, or by a second program with the same token. ${reason}.`;
  return apiUrl
    ? `DISCORD_API_URL: ${apiUrl} can't be reached, or does not speak Discord's API (${reason}).`
    : `The login to Discord failed (${reason}). Behind a proxy, set DISCORD_API_URL.`;
}

export const explainServer = ({ message }: DiscordAPIError, guildId: string): string =>
  `DISCORD_GUILD_ID: the commands can't be registered in server ${guildId} (${message}). Is the bot a member there?`;

const tokenRefused: number = GatewayCloseCodes.AuthenticationFailed;
const tooFewShards: number = GatewayCloseCodes.ShardingRequired;

/** Why there is no connection, and will be none. */
export interface Ended {
  /** A line for who runs the bot. It names the setting to look at, if there is one. */
  readonly why: string;
  /** Discord has counted a session, and would count one for each new start that ends like this. */
  readonly afterSession: boolean;
}

export const beforeSession = (why: string): Ended => ({ why, afterSession: false });

export const givenUp = beforeSession('The start was given up.');

/** A new start would find that out without a session. */
export const tokenIsInvalid = beforeSession(
  'DISCORD_TOKEN is not valid any more. Copy it anew from the developer portal, page "Bot".',
);

/**
 * Why Discord closed a connection for good, from its close code. Then the bot leaves as a whole: a part of it would serve a part
 * of the servers, and nobody would notice.
 */
export function explainEnd(
  code: number,
  { id, of }: { readonly id: number; readonly of: number },
): Ended {
  if (code === tokenRefused) return tokenIsInvalid;
  const name = GatewayCloseCodes[code] ?? 'for no known reason';
  const which = of > 1 ? `the connection of shard ${id}` : 'the connection';
  const said = `Discord ended ${which} for good (${code}, ${name}).`;
  const more =
    'The bot is in too many servers for so few shards: started again it opens as many as Discord asks for, unless SHARDS says how many.';
  return { why: code === tooFewShards ? `${said} ${more}` : said, afterSession: true };
}

const isWrongToken = (error: unknown): boolean =>
  error instanceof TokenRefused ||
  (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) ||
  ((error instanceof DiscordAPIError || error instanceof HTTPError) && error.status === 401);

/** `fetch` hides the reason in `cause`. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof DiscordAPIError) return `HTTP ${error.status}`;
  return error.cause instanceof Error ? reasonOf(error.cause) : error.message;
}
