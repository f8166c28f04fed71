import { EventEmitter } from 'node:events';
import { ApplicationCommandType } from 'discord-api-types/v10';
import { check } from './form/check.ts';
import { commandList, type ChatCommand, type Command } from './form/command.ts';
import { applicationId, guildId } from './place.ts';
import { newSnowflake } from './snowflake.ts';

type Scope = 'global' | 'guild';

export interface Commands {
  readonly events: EventEmitter<{ changed: [] }>;
  /** Replaces all commands of the scope; a command that was there keeps its id. */
  put(scope: Scope, json: unknown): Command[];
  list(scope: Scope): Command[];
  /** The slash commands people see: the guild's, and the global ones it doesn't override. */
  visible(): ChatCommand[];
}

export function createCommands(): Commands {
  const stored: Record<Scope, Command[]> = { global: [], guild: [] };
  const events: Commands['events'] = new EventEmitter();
  return {
    events,
    put(scope, json) {
      const before = stored[scope];
      stored[scope] = check(commandList, json).map((form) => ({
        ...form,
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
    list: (scope) => stored[scope],
    visible() {
      const names = new Set(stored.guild.map(({ name }) => name));
      return [...stored.guild, ...stored.global.filter(({ name }) => !names.has(name))]
        .filter((command) => command.type === ApplicationCommandType.ChatInput)
        .toSorted((a, b) => (a.name < b.name ? -1 : 1));
    },
  };
}
