import {
  ApplicationCommandOptionType,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type Message,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
} from 'discord.js';
import {
  answerMessage,
  handlePress,
  messageCommands,
  refuse,
  type Choice,
  type RawInputs,
  type Services,
} from '../../commands/index.ts';
import type { Log } from '../log.ts';
import { toLocale } from '../words/index.ts';
import { guard } from './boundary.ts';
import { conversationOf, pressOf } from './conversation.ts';
import { describe } from './failure.ts';
import { incomingOf } from './incoming.ts';
import { onMessageOf } from './on-message.ts';
import { limits, truncate } from './limits.ts';

export interface Dispatcher {
  /** Neither throws nor rejects. */
  handle(interaction: Interaction): void;
  hear(message: Message): void;
  /** Resolves when everything under way is answered. */
  settled(): Promise<void>;
}

export function createDispatcher(services: Services, log: Log): Dispatcher {
  const underWay = new Set<Promise<void>>();
  const follow = (what: string, started: Promise<void>) => {
    const work = started
      .catch((error: unknown) => log.error(`${what} can't be read: ${describe(error)}`))
      .finally(() => underWay.delete(work));
    underWay.add(work);
  };
  return {
    handle: (interaction) => follow('an interaction', route(interaction, services, log)),
    hear: (message) => follow('a message', answer(message, services, log)),
    async settled() {
      await Promise.allSettled(underWay);
    },
  };
}

async function route(interaction: Interaction, services: Services, log: Log): Promise<void> {
  if (interaction.isChatInputCommand()) return runCommand(interaction, services, log);
  if (interaction.isMessageContextMenuCommand()) return runOnMessage(interaction, services, log);
  if (interaction.isMessageComponent()) return runPress(interaction, services, log);
  if (interaction.isAutocomplete()) return suggest(interaction, services, log);
}

async function answer(message: Message, services: Services, log: Log): Promise<void> {
  const incoming = incomingOf(message);
  if (incoming) await guard('a message', incoming, log, () => answerMessage(incoming, services));
}

function runCommand(interaction: ChatInputCommandInteraction, services: Services, log: Log) {
  const command = services.commands.find(({ name }) => name === nameOf(interaction));
  const name = command ? `/${command.name}` : 'an unknown command';
  const conversation = conversationOf(interaction, name, log);
  return guard(name, conversation, log, () => {
    return command
      ? command.run(rawInputs(interaction), conversation, services)
      : refuse(conversation, (problems) => problems.oldCommand);
  });
}

function runOnMessage(
  interaction: MessageContextMenuCommandInteraction,
  services: Services,
  log: Log,
) {
  const command = messageCommands.find(({ name }) => name === interaction.commandName);
  const name = command ? `“${command.name}”` : 'an unknown command';
  const conversation = onMessageOf(interaction, name, log);
  return guard(name, conversation, log, () =>
    command
      ? command.run(conversation, services)
      : refuse(conversation, (problems) => problems.oldCommand),
  );
}

function runPress(interaction: MessageComponentInteraction, services: Services, log: Log) {
  const { customId } = interaction;
  // Anybody can send any `custom_id`: only a name of ours stands in the log.
  const handlers = services.commands.flatMap((command) => command.handlers);
  const action = handlers.find((handler) => customId.startsWith(`${handler.name}:`));
  const name = action ? `button ${action.name}` : 'an unknown button';
  const press = pressOf(interaction, name, log);
  return guard(name, press, log, () => handlePress(customId, press, services));
}

/** Somebody who types is never shown an error: at worst there are no suggestions. */
async function suggest(interaction: AutocompleteInteraction, services: Services, log: Log) {
  const report = (error: unknown) =>
    log.warn(`suggestions for /${interaction.commandName}: ${describe(error)}`);
  let choices: readonly Choice[] = [];
  try {
    choices = choicesFor(interaction, services);
  } catch (error) {
    report(error);
  }
  const sent = choices.slice(0, limits.choices).map(({ label, value }) => ({
    name: truncate(label, limits.choiceText),
    value,
  }));
  await interaction.respond(sent).catch(report);
}

function choicesFor(interaction: AutocompleteInteraction, services: Services): readonly Choice[] {
  const { name, value } = interaction.options.getFocused(true);
  const command = services.commands.find((known) => known.name === nameOf(interaction));
  const query = { locale: toLocale(interaction.locale), others: rawInputs(interaction) };
  return command?.options[name]?.suggest?.(value, query, services) ?? [];
}

type Typed = ChatInputCommandInteraction | AutocompleteInteraction;

const subcommandOf = ({ options }: Typed) =>
  options.data.find(({ type }) => type === ApplicationCommandOptionType.Subcommand);

/** With the subcommand, as `misses list`. */
function nameOf(interaction: Typed): string {
  const subcommand = subcommandOf(interaction);
  const { commandName } = interaction;
  return subcommand ? `${commandName} ${subcommand.name}` : commandName;
}

function rawInputs(interaction: Typed): RawInputs {
  const given = subcommandOf(interaction)?.options ?? interaction.options.data;
  return Object.fromEntries(given.map(({ name, value }) => [name, value]));
}
