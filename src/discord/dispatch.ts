import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  Interaction,
  Message,
  MessageComponentInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
} from 'discord.js';
import { LRUCache } from 'lru-cache';
import {
  answerMessage,
  handleForm,
  handlePress,
  commands,
  messageCommands,
  refuse,
  remembering,
  rememberingPress,
  type Choice,
  type Command,
  type Conversation,
  type Services,
} from '../../commands/index.ts';
import type { Log } from '../log.ts';
import type { Meter } from '../meter.ts';
import type { ServerSettings } from '../settings/index.ts';
import { toLocale } from '../words/index.ts';
import { errorBoundary } from './boundary.ts';
import { conversationOf, pressOf, submissionOf } from './conversation.ts';
import { describe } from './failure.ts';
import { filledOf } from './form.ts';
import { incomingOf } from './incoming.ts';
import { commandOf, rawInputs, typedIn, typedInputs } from './inputs.ts';
import { onMessageOf } from './on-message.ts';
import { limits, truncate } from './limits.ts';
import { createTrace } from './trace.ts';

export interface Dispatcher {
  /** Starts the work on an interaction; failures go to the log and to the person. */
  handle(interaction: Interaction): void;
  hear(message: Message): void;
  /** Resolves when everything that has arrived is answered. */
  settled(): Promise<void>;
}

/** What every handler below needs. */
interface Room {
  readonly services: Services;
  readonly log: Log;
  readonly meter: Meter;
}

export function createDispatcher(room: Room): Dispatcher {
  const underWay = new Set<Promise<void>>();
  const follow = (what: string, started: Promise<void>) => {
    const work = started
      .catch((error: unknown) => room.log.error(`${what} can't be read: ${describe(error)}`))
      .finally(() => underWay.delete(work));
    underWay.add(work);
  };
  const isFirst = onlyOnce();
  return {
    handle(interaction) {
      if (isFirst(interaction.id)) follow('an interaction', route(interaction, room));
    },
    hear(message) {
      if (isFirst(message.id)) follow('a message', answer(message, room));
    },
    async settled() {
      await Promise.allSettled(underWay);
    },
  };
}

/** As long as the token of an interaction lives, in milliseconds. */
const quarter = 15 * 60_000;

/** Discord may deliver something twice, as when a connection is resumed: true for an id the first time. */
function onlyOnce(): (id: string) => boolean {
  const seen = new LRUCache<string, true>({ max: 10_000, ttl: quarter });
  return (id) => {
    if (seen.has(id)) return false;
    seen.set(id, true);
    return true;
  };
}

async function route(interaction: Interaction, room: Room): Promise<void> {
  if (interaction.isChatInputCommand()) return runCommand(interaction, room);
  if (interaction.isMessageContextMenuCommand()) return runOnMessage(interaction, room);
  if (interaction.isMessageComponent()) return runPress(interaction, room);
  if (interaction.isModalSubmit()) return runForm(interaction, room);
  if (interaction.isAutocomplete()) return suggest(interaction, room);
}

async function answer(message: Message, { services, log, meter }: Room): Promise<void> {
  const incoming = incomingOf(message);
  if (!incoming) return;
  const typed = [message.content, incoming.text];
  const trace = createTrace({ kind: 'message', name: 'a message', typed }, log, meter);
  const reply: typeof incoming.reply = async (what) => {
    const id = await incoming.reply(what);
    trace.acknowledged();
    return id;
  };
  await errorBoundary(trace, incoming, async () =>
    answerMessage({ ...(await inServer(incoming, services)), reply }, services),
  );
}

/** As those who manage the server have chosen. */
async function inServer<Some extends Pick<Conversation, 'serverId' | 'publicLocale'>>(
  conversation: Some,
  { settings }: Services,
): Promise<Some & { readonly settings: ServerSettings }> {
  const chosen = await settings.of(conversation.serverId);
  const publicLocale = chosen.language ?? conversation.publicLocale;
  return { ...conversation, settings: chosen, publicLocale };
}

async function runCommand(interaction: ChatInputCommandInteraction, room: Room): Promise<void> {
  const { services, log, meter } = room;
  const command = commandOf(interaction);
  const inputs = rawInputs(interaction);
  const name = command ? `/${command.name}` : 'an unknown command';
  const trace = createTrace({ kind: 'command', name, typed: typedIn(inputs) }, log, meter);
  const conversation = conversationOf(interaction, trace);
  return errorBoundary(trace, conversation, async () =>
    command
      ? command.run(inputs, remembering(await inServer(conversation, services), services), services)
      : refuse(conversation, (problems) => problems.oldCommand),
  );
}

async function runOnMessage(
  interaction: MessageContextMenuCommandInteraction,
  { services, log, meter }: Room,
): Promise<void> {
  const command = messageCommands.find(({ name }) => name === interaction.commandName);
  const name = command ? `“${command.name}”` : 'an unknown command';
  const typed = [interaction.targetMessage.content];
  const trace = createTrace({ kind: 'command', name, typed }, log, meter);
  const conversation = onMessageOf(interaction, trace);
  return errorBoundary(trace, conversation, async () =>
    command
      ? command.run(remembering(await inServer(conversation, services), services), services)
      : refuse(conversation, (problems) => problems.oldCommand),
  );
}

async function runPress(interaction: MessageComponentInteraction, room: Room): Promise<void> {
  const { services, log, meter } = room;
  const { customId } = interaction;
  // A client can send any `custom_id`, so only a known name gets into the log.
  const handlers = commands.flatMap((command) => command.handlers);
  const action = handlers.find((handler) => customId.startsWith(`${handler.name}:`));
  const name = action ? `button ${action.name}` : 'an unknown button';
  const trace = createTrace({ kind: 'component', name, typed: [customId] }, log, meter);
  const press = pressOf(interaction, trace);
  return errorBoundary(trace, press, async () =>
    handlePress(customId, rememberingPress(await inServer(press, services), services), services),
  );
}

async function runForm(interaction: ModalSubmitInteraction, room: Room): Promise<void> {
  const { services, log, meter } = room;
  const { customId } = interaction;
  const forms = commands.flatMap((command) => command.forms);
  const form = forms.find((each) => customId.startsWith(`${each.name}:`));
  const name = form ? `form ${form.name}` : 'an unknown form';
  const { texts, files } = filledOf(interaction);
  const typed = [customId, ...Object.values(texts), ...Object.values(files).flatMap(Object.values)];
  const trace = createTrace({ kind: 'component', name, typed }, log, meter);
  const submission = submissionOf(interaction, trace);
  return errorBoundary(trace, submission, async () =>
    handleForm(customId, remembering(await inServer(submission, services), services), services),
  );
}

/** Offers choices while somebody types. They never see an error: at worst there are no choices. */
async function suggest(interaction: AutocompleteInteraction, room: Room): Promise<void> {
  const { services, log, meter } = room;
  const command = commandOf(interaction);
  const name = `suggestions for ${command ? `/${command.name}` : 'an unknown command'}`;
  const typed = typedIn(rawInputs(interaction));
  const trace = createTrace({ kind: 'suggestions', name, typed }, log, meter);
  let choices: readonly Choice[] = [];
  try {
    choices = choicesFor(interaction, command, services);
  } catch (error) {
    trace.failed(error, 'error');
  }
  const sent = choices.slice(0, limits.choices).map(({ label, value }) => ({
    name: truncate(label, limits.choiceText),
    value,
  }));
  try {
    await interaction.respond(sent);
    trace.acknowledged();
  } catch (error) {
    trace.failed(error, 'warn');
  }
}

function choicesFor(
  interaction: AutocompleteInteraction,
  command: Command | undefined,
  services: Services,
): readonly Choice[] {
  const { name, value } = interaction.options.getFocused(true);
  const query = { locale: toLocale(interaction.locale), others: typedInputs(interaction) };
  return command?.options[name]?.suggest?.(value, query, services) ?? [];
}
