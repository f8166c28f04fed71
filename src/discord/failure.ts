import { DiscordAPIError, HTTPError, RESTJSONErrorCodes as Code } from 'discord.js';

/** What became of a request that did not succeed. */
export type Failure =
  /** Discord waits 3 s for the answer to an interaction, and this one came later. */
  | 'late'
  /** The interaction's token is over: it lives 15 minutes. */
  | 'expired'
  /** The message, its channel or its server is no more. */
  | 'gone'
  /** The bot lacks a permission here. */
  | 'forbidden'
  /** Discord, or the way to it, is out of order. */
  | 'outage'
  /** Anything else: a mistake of ours. */
  | 'mistake';

const failures = new Map<number | string, Failure>([
  [Code.UnknownInteraction, 'late'],
  [Code.InvalidWebhookToken, 'expired'],
  [Code.UnknownWebhook, 'expired'],
  [Code.UnknownMessage, 'gone'],
  [Code.UnknownChannel, 'gone'],
  [Code.UnknownGuild, 'gone'],
  [Code.InvalidActionOnArchivedThread, 'forbidden'],
  [Code.MissingAccess, 'forbidden'],
  [Code.MissingPermissions, 'forbidden'],
  [Code.CannotSendMessagesToThisUser, 'forbidden'],
]);

export function failureOf(error: unknown): Failure {
  if (error instanceof DiscordAPIError) return failures.get(error.code) ?? 'mistake';
  if (error instanceof HTTPError) return error.status >= 500 ? 'outage' : 'mistake';
  return isLostConnection(error) ? 'outage' : 'mistake';
}

/** Undici's and Node's errors of the network have a code in capitals; a request that took too long is aborted. */
const isLostConnection = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'AbortError' ||
    ('code' in error &&
      typeof error.code === 'string' &&
      /^(E[A-Z]+|UND_ERR_\w+)$/.test(error.code)));

/** One line for what Discord refused, the stack for what is our own mistake. Neither holds a token. */
export function describe(error: unknown): string {
  if (error instanceof DiscordAPIError) return `Discord refused (${error.code}): ${error.message}`;
  if (failureOf(error) === 'outage') return `Discord can't be reached: ${messageOf(error)}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : '');
