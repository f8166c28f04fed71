import { EventEmitter } from 'node:events';
import { InteractionContextType } from 'discord-api-types/v10';
import type { Anywhere } from './channels.ts';
import { check } from './form/check.ts';
import { commandList, type Command } from './form/command.ts';
import { applicationId, guildId, hasPermissions, type Person } from './place.ts';
import { newSnowflake } from './snowflake.ts';

type Scope = 'global' | 'guild';

export interface Commands {
  readonly events: EventEmitter<{ changed: [] }>;
  /** Replaces all commands of the scope; a command that was there keeps its id. */
  put(scope: Scope, json: unknown): Command[];
  list(scope: Scope, withLocalizations?: boolean): object[];
  /** The commands somebody sees there: the guild's, and the global ones it doesn't override. */
  visible(person: Person, where: Anywhere): Command[];
}

export function createCommands(): Commands {
  const stored: Record<Scope, Command[]> = { global: [], guild: [] };
  const events: Commands['events'] = new EventEmitter();
  return {
    events,
    put(scope, json) {
      const before = stored[scope];
      stored[scope] = check(commandList, json).map((form) => ({
        default_member_permissions: null,
        ...form,
        description: 'description' in form ? form.description : '',
        id:
          before.find(({ name, type }) => name === form.name && type === form.type)?.id ??
          newSnowflake(),
        application_id: applicationId,
        version: newSnowflake(),
        ...(scope === 'guild' && { guild_id: guildId }),
      }));
      events.emit('changed');
      return stored[scope];
    },
    list: (scope, withLocalizations) =>
      withLocalizations ? stored[scope] : stored[scope].map(withoutLocalizations),
    visible(person, where) {
      const isOverridden = (command: Command) =>
        stored.guild.some(({ name, type }) => name === command.name && type === command.type);
      const inGuild = where === 'dm' ? [] : stored.guild;
      return [...inGuild, ...stored.global.filter((command) => !isOverridden(command))]
        .filter((command) => isFor(command, person, where))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1));
    },
  };
}

/** A definition in its own language alone, options and choices too. */
const withoutLocalizations = (command: Command): object =>
  JSON.parse(
    JSON.stringify(command, (key, value: unknown) =>
      key.endsWith('_localizations') ? undefined : value,
    ),
  ) as object;

/** Permissions count in servers only. */
function isFor(
  { contexts, default_member_permissions: wanted }: Command,
  person: Person,
  where: Anywhere,
): boolean {
  const { Guild, BotDM } = InteractionContextType;
  if (contexts && !contexts.includes(where === 'dm' ? BotDM : Guild)) return false;
  return where === 'dm' || !wanted || hasPermissions(person, wanted);
}
