import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type APIApplicationCommandBasicOption,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { Command, CommandGroup, MessageCommand, Option } from '../../commands/index.ts';
import { wordsFor, type Locale, type Words } from '../words/index.ts';

/** A command as Discord's API takes it. */
export type ApiCommand =
  | RESTPostAPIChatInputApplicationCommandsJSONBody
  | RESTPostAPIContextMenuApplicationCommandsJSONBody;

/** All that is registered. */
export const apiCommands = (
  commands: readonly Command[],
  messageCommands: readonly MessageCommand[],
): readonly ApiCommand[] => [
  ...toApiCommands(commands),
  ...messageCommands.map(toApiMessageCommand),
];

/** A group becomes one command, and its commands become the subcommands. */
export function toApiCommands(commands: readonly Command[]): ChatCommand[] {
  const groups = new Set(commands.flatMap(({ group }) => group ?? []));
  return [
    ...commands.filter(({ group }) => !group).map(toApiCommand),
    ...[...groups].map((group) =>
      toApiGroup(
        group,
        commands.filter((command) => command.group === group),
      ),
    ),
  ];
}

type ChatCommand = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** Servers and people can install the command, and use it in servers, in DMs with the bot, and in any other chat. */
const everywhere = {
  integration_types: [
    ApplicationIntegrationType.GuildInstall,
    ApplicationIntegrationType.UserInstall,
  ],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

/** Everybody in a server sees it; the server's owner can allow it to fewer. */
const inServers = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
};

/** Only people who manage the server see it; the server's owner can allow others. */
const forManagers = {
  ...inServers,
  default_member_permissions: String(PermissionFlagsBits.ManageGuild),
};

const toApiCommand = (command: Command): ChatCommand => ({
  type: ApplicationCommandType.ChatInput,
  ...localised((words) => command.words(words)),
  name: command.name,
  ...whoSees[command.for],
  options: optionsOf(command),
});

const whoSees = { everybody: everywhere, managers: forManagers, teachers: inServers };

const toApiGroup = (group: CommandGroup, commands: readonly Command[]): ChatCommand => ({
  type: ApplicationCommandType.ChatInput,
  ...localised((words) => group.words(words)),
  name: group.name,
  ...whoSees[group.for],
  options: commands.map((command) => ({
    type: ApplicationCommandOptionType.Subcommand,
    ...localised((words) => command.words(words)),
    name: command.name.slice(group.name.length + 1),
    options: optionsOf(command),
  })),
});

export const toApiMessageCommand = ({
  name,
  words,
}: MessageCommand): RESTPostAPIContextMenuApplicationCommandsJSONBody => ({
  type: ApplicationCommandType.Message,
  name,
  name_localizations: {
    'zh-CN': words(wordsFor('zh-CN')),
    'zh-TW': words(wordsFor('zh-TW')),
  },
  ...everywhere,
});

const optionsOf = (command: Command): APIApplicationCommandBasicOption[] =>
  Object.entries(command.options)
    .map(([name, option]) => toApiOption(command, name, option))
    // Discord requires this order: required options first.
    .toSorted((a, b) => Number(b.required) - Number(a.required));

function toApiOption(
  command: Command,
  name: string,
  option: Option<unknown>,
): APIApplicationCommandBasicOption {
  const shared = {
    ...localised((words) => command.words(words).options[name] ?? { name, description: name }),
    name,
    required: option.required,
  };
  switch (option.kind) {
    case 'text':
      return {
        ...shared,
        type: ApplicationCommandOptionType.String,
        ...(option.choices
          ? { choices: option.choices.map((value) => toApiChoice(command, name, value)) }
          : { autocomplete: option.suggest !== undefined }),
      };
    case 'file':
      return {
        ...shared,
        type: ApplicationCommandOptionType.Attachment,
        file_types: [...(option.fileTypes ?? [])],
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

function toApiChoice(command: Command, option: string, value: string) {
  const nameIn = (locale: Locale) =>
    command.words(wordsFor(locale)).options[option]?.choices?.[value] ?? value;
  return {
    name: nameIn('en'),
    name_localizations: { 'zh-CN': nameIn('zh-CN'), 'zh-TW': nameIn('zh-TW') },
    value,
  };
}

/** English, and its Chinese localisations. */
function localised(
  pick: (words: Words) => { readonly name: string; readonly description: string },
) {
  const english = pick(wordsFor('en'));
  const simplified = pick(wordsFor('zh-CN'));
  const traditional = pick(wordsFor('zh-TW'));
  return {
    description: english.description,
    name_localizations: { 'zh-CN': simplified.name, 'zh-TW': traditional.name },
    description_localizations: {
      'zh-CN': simplified.description,
      'zh-TW': traditional.description,
    },
  };
}
