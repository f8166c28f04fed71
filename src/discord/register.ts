import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Routes,
  type APIApplicationCommandBasicOption,
  type REST,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import type { Command, CommandWords, Option } from '../../commands/index.ts';
import { wordsFor } from '../words/index.ts';

interface Target {
  readonly applicationId: string;
  /** For development: there, a change is seen at once. */
  readonly guildId?: string | undefined;
}

/** Replaces all commands of the application by these. */
export async function registerCommands(
  rest: REST,
  { applicationId, guildId }: Target,
  commands: readonly Command[],
): Promise<void> {
  const route = guildId
    ? Routes.applicationGuildCommands(applicationId, guildId)
    : Routes.applicationCommands(applicationId);
  await rest.put(route, { body: commands.map(toApiCommand) });
}

export function toApiCommand(command: Command): RESTPostAPIChatInputApplicationCommandsJSONBody {
  const { description, ...names } = localised(command, (words) => words);
  return {
    type: ApplicationCommandType.ChatInput,
    ...names,
    name: command.name,
    description,
    // For servers and for people; in servers, in the bot's own DMs, and anywhere else.
    integration_types: [
      ApplicationIntegrationType.GuildInstall,
      ApplicationIntegrationType.UserInstall,
    ],
    contexts: [
      InteractionContextType.Guild,
      InteractionContextType.BotDM,
      InteractionContextType.PrivateChannel,
    ],
    options: Object.entries(command.options)
      .map(([name, option]) => toApiOption(command, name, option))
      // Discord wants the required ones first.
      .toSorted((a, b) => Number(b.required) - Number(a.required)),
  };
}

function toApiOption(
  command: Command,
  name: string,
  option: Option<unknown>,
): APIApplicationCommandBasicOption {
  const shared = {
    ...localised(command, (words) => words.options[name] ?? { name, description: name }),
    name,
    required: option.required,
  };
  switch (option.kind) {
    case 'text':
      return {
        ...shared,
        type: ApplicationCommandOptionType.String,
        autocomplete: option.suggest !== undefined,
      };
    case 'integer':
      return {
        ...shared,
        type: ApplicationCommandOptionType.Integer,
        ...(option.min !== undefined && { min_value: option.min }),
        ...(option.max !== undefined && { max_value: option.max }),
      };
    case 'boolean':
      return { ...shared, type: ApplicationCommandOptionType.Boolean };
  }
}

/** English, and its Chinese localisations. */
function localised(
  command: Command,
  pick: (words: CommandWords) => { readonly name: string; readonly description: string },
) {
  const english = pick(command.words(wordsFor('en')));
  const simplified = pick(command.words(wordsFor('zh-CN')));
  const traditional = pick(command.words(wordsFor('zh-TW')));
  return {
    description: english.description,
    name_localizations: { 'zh-CN': simplified.name, 'zh-TW': traditional.name },
    description_localizations: {
      'zh-CN': simplified.description,
      'zh-TW': traditional.description,
    },
  };
}
