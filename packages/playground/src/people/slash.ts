import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type Locale,
} from 'discord-api-types/v10';
import type { ChatCommand, Command, OptionForm, SubcommandForm } from '../wire/form/command.ts';

type Texts = Partial<Record<Locale, string | null>> | null;

/** What one picks after a slash: a command, or a subcommand as `misses list`. */
export interface SlashCommand {
  readonly name: string;
  readonly name_localizations?: Texts;
  readonly description: string;
  readonly description_localizations?: Texts;
  readonly options: readonly OptionForm[];
  /** The command that is sent, and which subcommand of it. */
  readonly command: ChatCommand;
  readonly subcommand?: string;
}

export const slashCommands = (commands: readonly Command[]): SlashCommand[] =>
  commands.flatMap((command) =>
    command.type === ApplicationCommandType.ChatInput ? entriesOf(command) : [],
  );

function entriesOf(command: ChatCommand): SlashCommand[] {
  const { options = [], ...rest } = command;
  const subcommands = options.filter(isSubcommand);
  if (subcommands.length === 0)
    return [{ ...rest, options: options.filter((it) => !isSubcommand(it)), command }];
  return subcommands.map((sub) => ({
    name: `${command.name} ${sub.name}`,
    name_localizations: joined(command, sub),
    description: sub.description,
    ...(sub.description_localizations && {
      description_localizations: sub.description_localizations,
    }),
    options: sub.options ?? [],
    command,
    subcommand: sub.name,
  }));
}

const isSubcommand = (option: OptionForm | SubcommandForm): option is SubcommandForm =>
  option.type === ApplicationCommandOptionType.Subcommand;

/** The names in every language that either of them has. */
function joined(command: ChatCommand, sub: SubcommandForm): Partial<Record<Locale, string>> {
  const ofCommand = command.name_localizations ?? {};
  const ofSub = sub.name_localizations ?? {};
  const locales = Object.keys({ ...ofCommand, ...ofSub }) as Locale[];
  return Object.fromEntries(
    locales.map((locale) => [
      locale,
      `${ofCommand[locale] ?? command.name} ${ofSub[locale] ?? sub.name}`,
    ]),
  );
}
