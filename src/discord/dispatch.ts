import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  Interaction,
  MessageComponentInteraction,
} from 'discord.js';
import {
  handlePress,
  refuse,
  type Choice,
  type RawInputs,
  type Services,
} from '../../commands/index.ts';
import { toLocale } from '../words/index.ts';
import { describe, guard, type Log } from './boundary.ts';
import { conversationOf, pressOf } from './conversation.ts';
import { limits, truncate } from './limits.ts';

export interface Dispatcher {
  /** Never throws or rejects. */
  handle(interaction: Interaction): void;
  /** Resolves when everything under way is answered. */
  settled(): Promise<void>;
}

export function createDispatcher(services: Services, log: Log): Dispatcher {
  const underWay = new Set<Promise<void>>();
  return {
    handle(interaction) {
      const work = route(interaction, services, log).finally(() => underWay.delete(work));
      underWay.add(work);
    },
    async settled() {
      await Promise.allSettled(underWay);
    },
  };
}

async function route(interaction: Interaction, services: Services, log: Log): Promise<void> {
  if (interaction.isChatInputCommand()) return runCommand(interaction, services, log);
  if (interaction.isMessageComponent()) return runPress(interaction, services, log);
  if (interaction.isAutocomplete()) return suggest(interaction, services, log);
}

function runCommand(interaction: ChatInputCommandInteraction, services: Services, log: Log) {
  const conversation = conversationOf(interaction);
  const { commandName } = interaction;
  return guard(`/${commandName}`, conversation, log, () => {
    const command = services.commands.find(({ name }) => name === commandName);
    return command
      ? command.run(rawInputs(interaction), conversation, services)
      : refuse(conversation, (problems) => problems.oldCommand);
  });
}

function runPress(interaction: MessageComponentInteraction, services: Services, log: Log) {
  const press = pressOf(interaction);
  const { customId } = interaction;
  return guard(truncate(customId, limits.customId), press, log, () =>
    handlePress(customId, press, services),
  );
}

/** Somebody who types is never shown an error: at worst there are no suggestions. */
async function suggest(interaction: AutocompleteInteraction, services: Services, log: Log) {
  const report = (error: unknown) =>
    log(`suggestions for /${interaction.commandName}: ${describe(error)}`);
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
  const command = services.commands.find((known) => known.name === interaction.commandName);
  const query = { locale: toLocale(interaction.locale), others: rawInputs(interaction) };
  return command?.options[name]?.suggest?.(value, query, services) ?? [];
}

const rawInputs = ({ options }: ChatInputCommandInteraction | AutocompleteInteraction): RawInputs =>
  Object.fromEntries(options.data.map(({ name, value }) => [name, value]));
