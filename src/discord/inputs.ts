import {
  ApplicationCommandOptionType,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
} from 'discord.js';
import { commands, type Command, type RawInputs, type TypedInputs } from '../../commands/index.ts';
import { toFile } from './files.ts';

type Typed = ChatInputCommandInteraction | AutocompleteInteraction;

const subcommandOf = ({ options }: Typed) =>
  options.data.find(({ type }) => type === ApplicationCommandOptionType.Subcommand);

/** The command by its full name: `misses list` is a command with its subcommand. */
export function commandOf(interaction: Typed): Command | undefined {
  const subcommand = subcommandOf(interaction);
  const { commandName } = interaction;
  const sent = subcommand ? `${commandName} ${subcommand.name}` : commandName;
  return commands.find(({ name }) => name === sent);
}

export function rawInputs(interaction: Typed): RawInputs {
  const given = subcommandOf(interaction)?.options ?? interaction.options.data;
  return Object.fromEntries(
    given.map(({ name, value, attachment }) => [name, attachment ? toFile(attachment) : value]),
  );
}

export const typedInputs = (interaction: Typed): TypedInputs =>
  Object.fromEntries(
    Object.entries(rawInputs(interaction)).filter(
      (entry): entry is [string, TypedInputs[string]] => typeof entry[1] !== 'object',
    ),
  );

/** What must not get into the log: of a file its name and its address. */
export const typedIn = (inputs: RawInputs): unknown[] =>
  Object.values(inputs).flatMap((input) =>
    typeof input === 'object' ? Object.values(input) : input,
  );
