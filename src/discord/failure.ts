import { DiscordAPIError, HTTPError, RESTJSONErrorCodes as Code } from 'discord.js';
import { messageOf } from '../errors.ts';
import { TokenRefused } from './token.ts';

/** What became of a request that did not succeed. */
export type Failure =
  /** Discord waits 3 s for the answer to an interaction, and this one came later. */
  | 'late'
  /** The interaction's token has expired: it lives 15 minutes. */
  | 'expired'
  /** The message, its channel or its server no longer exists. */
  | 'gone'
  /** Somebody else with the bot's token has answered it. */
  | 'taken'
  /** The bot lacks a permission here, or its token was refused. */
  | 'forbidden'
  /** Discord, or the network on the way to it, does not work. */
  | 'outage'
  /** Anything else: a mistake of ours. */
  | 'mistake';

const failures = new Map<number | string, Failure>([
  [Code.UnknownInteraction, 'late'],
  [Code.InteractionHasAlreadyBeenAcknowledged, 'taken'],
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
  if (error instanceof TokenRefused) return 'forbidden';
  if (error instanceof HTTPError) return error.status >= 500 ? 'outage' : 'mistake';
  return isLostConnection(error) ? 'outage' : 'mistake';
}

/** Undici and Node give network errors a code in capitals. discord.js aborts a request that takes too long. */
const isLostConnection = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'AbortError' ||
    ('code' in error &&
      typeof error.code === 'string' &&
      /^(E[A-Z]+|UND_ERR_\w+)$/.test(error.code)));

/** One line if Discord refused or failed; the stack if it is our own mistake. Neither contains a token. */
export function describe(error: unknown): string {
  if (failureOf(error) === 'taken')
    return 'Something else has answered this (40060): is a second Seedling running with this token?';
  if (error instanceof DiscordAPIError) return `Discord refused (${error.code}): ${error.message}`;
  if (error instanceof TokenRefused) return error.message;
  if (failureOf(error) === 'outage') return `Discord can't be reached: ${messageOf(error)}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
