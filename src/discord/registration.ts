import { isDeepStrictEqual } from 'node:util';
import {
  DiscordAPIError,
  RESTJSONErrorCodes as Code,
  Routes,
  type APIApplication,
  type APIApplicationCommand,
  type REST,
} from 'discord.js';
import { describe } from './failure.ts';
import type { InBackground } from './pause.ts';
import type { ApiCommand } from './register.ts';
import { beforeSession, explainServer, type Ended } from './start-problem.ts';

interface Registering {
  readonly rest: REST;
  readonly commands: readonly ApiCommand[];
  /** Registers in this server only, for development: a change shows there at once. */
  readonly guildId?: string | undefined;
}

export type Attempt =
  | { readonly kind: 'registered'; readonly changed: readonly string[] }
  /** The setting that names the server is wrong: trying again is of no use. */
  | { readonly kind: 'refused'; readonly problem: Ended }
  | { readonly kind: 'failed'; readonly reason: string };

/** Registers the commands, if Discord has others than these. Needs no connection to the gateway. Never rejects. */
export async function tryToRegister({ rest, commands, guildId }: Registering): Promise<Attempt> {
  try {
    const { id } = (await rest.get(Routes.currentApplication())) as APIApplication;
    const route =
      guildId === undefined
        ? Routes.applicationCommands(id)
        : Routes.applicationGuildCommands(id, guildId);
    const query = new URLSearchParams({ with_localizations: 'true' });
    const registered = (await rest.get(route, { query })) as APIApplicationCommand[];
    const changed = changedCommands(commands, registered);
    // All in one request: Discord keeps those that are equal, and counts only new ones against the limit of a day.
    if (changed.length > 0) await rest.put(route, { body: commands });
    return { kind: 'registered', changed };
  } catch (error) {
    return guildId !== undefined && isUnknownServer(error)
      ? { kind: 'refused', problem: beforeSession(explainServer(error, guildId)) }
      : { kind: 'failed', reason: describe(error) };
  }
}

const isUnknownServer = (error: unknown): error is DiscordAPIError =>
  error instanceof DiscordAPIError &&
  (error.code === Code.MissingAccess || error.code === Code.UnknownGuild);

/** The names of the commands that are new, different, or gone. */
export function changedCommands(
  wanted: readonly ApiCommand[],
  registered: readonly object[],
): readonly string[] {
  const before = byName(registered);
  const after = byName(wanted);
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => !isDeepStrictEqual(before.get(name), after.get(name)),
  );
}

/** A command in a menu may have the same name as one that is typed. */
const byName = (commands: readonly object[]): ReadonlyMap<string, unknown> =>
  new Map(
    commands.map((command) => {
      const { name = '', type = 1 } = command as { readonly name?: string; readonly type?: number };
      return [type === 1 ? `/${name}` : name, essence(command)];
    }),
  );

/** What Discord itself adds to a command. */
const added = new Set(['id', 'application_id', 'guild_id', 'version', 'dm_permission', 'nsfw']);

/** A command as far as we write it. Discord leaves out what is false or empty, and sorts the numbers in a list. */
function essence(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(essence);
    return items.every((item) => typeof item === 'number')
      ? items.toSorted((a, b) => a - b)
      : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, part]) => !added.has(key) && !isEmpty(part))
      .map(([key, part]) => [key, essence(part)]),
  );
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === false ||
  value === '' ||
  (Array.isArray(value) && value.length === 0);

const minute = 60_000;
const longestPause = 60 * minute;

/**
 * Follows the first attempt with others, in growing pauses, until the commands are registered; the bot serves meanwhile,
 * with what was registered before. Resolves to the problem if a setting is wrong.
 */
export async function registerAtLast(
  settings: Registering,
  first: Promise<Attempt>,
  { log, pause, leaving }: InBackground,
): Promise<Ended | undefined> {
  let attempt = await first;
  for (let wait = minute; attempt.kind === 'failed'; wait = Math.min(2 * wait, longestPause)) {
    if (leaving.aborted) return undefined;
    log.error(
      `The commands can't be registered (${attempt.reason}). Those that were registered before go on working; the next try is in ${wait / minute} min.`,
    );
    await pause(wait);
    if (leaving.aborted) return undefined;
    attempt = await tryToRegister(settings);
  }
  if (attempt.kind === 'refused') return attempt.problem;
  const { changed } = attempt;
  log.info(
    changed.length > 0
      ? `Commands: registered, because these were new, different or gone: ${changed.join(', ')}.`
      : 'Commands: Discord has them as they are.',
  );
  return undefined;
}
