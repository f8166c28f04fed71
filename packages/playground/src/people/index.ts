import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionType,
} from 'discord-api-types/v10';
import type { Upload } from '../wire/attachments.ts';
import { channelById, channelFor, isIn, placeOf, type Anywhere } from '../wire/channels.ts';
import { userOf, type Person, type Language } from '../wire/place.ts';
import type { Interaction, Raw } from '../wire/interactions.ts';
import type { StoredMessage } from '../wire/messages.ts';
import type { Server } from '../server.ts';
import { attaching } from './attaching.ts';
import { checkComponent, resolvedOf } from './components.ts';
import { readInputs, type Inputs } from './modal.ts';
import { readOptions, type OptionValues } from './options.ts';
import { slashCommands } from './slash.ts';

/** Who acts, where, and in which language their Discord is. */
export interface Who {
  readonly person: Person;
  readonly locale: Language;
  readonly where: Anywhere;
}

/** What somebody writes. A mention stands in it as Discord sends it: `<@id>`. */
export interface Writing {
  readonly text: string;
  /** The message it replies to. */
  readonly replyTo?: string | undefined;
  readonly files?: readonly Upload[];
}

export type Acted =
  | { readonly ok: true; readonly interaction: Interaction }
  /** What Discord's client would say instead of sending it. */
  | { readonly ok: false; readonly problem: string };

/** What people can do in the channel; the page and the tests both go through here. */
export interface People {
  /** `name`: of a subcommand too, as `misses list`. */
  runCommand(who: Who, name: string, options: OptionValues<Upload>): Acted;
  /** Picks a command from the menu of a message. */
  runOnMessage(who: Who, name: string, messageId: string): Acted;
  /** Asks the bot for suggestions for the option `focused`. */
  autocomplete(who: Who, name: string, options: OptionValues<Upload>, focused: string): Acted;
  press(who: Who, messageId: string, customId: string): Acted;
  select(who: Who, messageId: string, customId: string, values: readonly string[]): Acted;
  /** `opener`: the interaction that was answered with the modal. */
  submitModal(who: Who, opener: string, inputs: Inputs<Upload>): Acted;
  say(who: Who, writing: Writing): Said;
  /** Changes a message of one's own. */
  rewrite(who: Who, messageId: string, text: string): Acted | { readonly ok: true };
  /** Removes an ephemeral message from the view of its only reader. */
  dismiss(who: Who, messageId: string): Acted | { readonly ok: true };
  /** Sends anything at all, e.g. a forged `custom_id`. */
  sendRaw(who: Who, payload: Raw): Interaction;
}

type Said =
  | { readonly ok: true; readonly message: StoredMessage }
  | { readonly ok: false; readonly problem: string };

const no = (problem: string): Acted => ({ ok: false, problem });

export function createPeople({
  interactions,
  messages,
  commands,
  attachments,
  threads,
}: Server): People {
  const send = (
    { where, ...who }: Who,
    act: Pick<Parameters<typeof interactions.dispatch>[0], 'name' | 'messageId' | 'payload'>,
    channel = channelFor(where, who.person, threads),
  ): Acted => ({ ok: true, interaction: interactions.dispatch({ ...who, channel, ...act }) });
  const visible = ({ person }: Who, id: string): StoredMessage | undefined => {
    const message = messages.find(id);
    return message && isVisible(message, person) ? message : undefined;
  };

  const command = (
    who: Who,
    name: string,
    options: OptionValues<Upload>,
    focused?: string,
  ): Acted => {
    const slash = slashCommands(commands.visible(who.person, placeOf(who.where))).find(
      (it) => it.name === name,
    );
    if (!slash) return no(`There is no command /${name}.`);
    const read = readOptions(slash.options, options, focused);
    if (!read.ok) return read;
    const { id, name: sent } = slash.command;
    const sending = attaching(attachments);
    const given = read.options.map((option) => sending.optionOf(option));
    return send(who, {
      name: `/${name}`,
      payload: {
        type:
          focused === undefined
            ? InteractionType.ApplicationCommand
            : InteractionType.ApplicationCommandAutocomplete,
        data: {
          id,
          name: sent,
          type: ApplicationCommandType.ChatInput,
          options: slash.subcommand
            ? [
                {
                  name: slash.subcommand,
                  type: ApplicationCommandOptionType.Subcommand,
                  options: given,
                },
              ]
            : given,
          ...sending.resolved(),
        },
      },
    });
  };

  const onMessage = (who: Who, name: string, messageId: string): Acted => {
    const menu = commands
      .visible(who.person, placeOf(who.where))
      .find((it) => it.type === ApplicationCommandType.Message && it.name === name);
    const target = visible(who, messageId);
    if (!menu || !target || target.onlyFor !== undefined)
      return no('This message is gone, or has no such command.');
    return send(who, {
      name,
      messageId,
      payload: {
        type: InteractionType.ApplicationCommand,
        data: {
          id: menu.id,
          name,
          type: ApplicationCommandType.Message,
          target_id: messageId,
          // Whatever its intents, the bot sees this message, because somebody picked the command on it.
          resolved: { messages: { [messageId]: target.api } },
        },
      },
    });
  };

  const useComponent = (
    who: Who,
    messageId: string,
    customId: string,
    kind: 'button' | 'menu',
    values?: readonly string[],
  ): Acted => {
    const message = visible(who, messageId);
    const found = message && checkComponent(message, customId, kind, values);
    if (!found) return no('This message is gone, or has no such button or menu.');
    if (!found.ok) return found;
    const payload = {
      type: InteractionType.MessageComponent,
      message: message.api,
      data: {
        custom_id: customId,
        component_type: found.type,
        ...(values && { values, ...resolvedOf(found.type, values) }),
      },
    };
    const channel = channelById(message.api.channel_id, threads);
    return send(who, { name: customId, messageId, payload }, channel);
  };

  return {
    runCommand: (who, name, options) => command(who, name, options),
    runOnMessage: onMessage,
    autocomplete: command,
    press: (who, messageId, customId) => useComponent(who, messageId, customId, 'button'),
    select: (who, messageId, customId, values) =>
      useComponent(who, messageId, customId, 'menu', values),
    submitModal(who, opener, inputs) {
      const from = interactions.find(opener);
      const modal = from?.acknowledgement?.modal;
      if (!modal || from.person.id !== who.person.id) return no('This form is gone.');
      const sending = attaching(attachments);
      const read = readInputs(modal, inputs, sending.attach);
      if (!read.ok) return read;
      const message = from.messageId === undefined ? undefined : messages.find(from.messageId);
      return send(who, {
        name: modal.custom_id,
        ...(message && { messageId: message.api.id }),
        payload: {
          type: InteractionType.ModalSubmit,
          data: {
            custom_id: modal.custom_id,
            components: read.components,
            ...sending.resolved(),
          },
          ...(message && { message: message.api }),
        },
      });
    },
    say({ person, where }, { text, replyTo, files = [] }) {
      if (!text.trim() && files.length === 0)
        return { ok: false, problem: 'Write something first.' };
      if (text.length > longestMessage) return { ok: false, problem: tooLong };
      const message = messages.create(
        {
          json: {
            content: text,
            ...(replyTo !== undefined && { message_reference: { message_id: replyTo } }),
          },
          uploads: files,
        },
        { channelId: channelFor(where, person, threads).id, author: userOf(person) },
      );
      return { ok: true, message };
    },
    rewrite(who, messageId, text) {
      const message = visible(who, messageId);
      if (message?.api.author.id !== who.person.id) return no('This message is not yours.');
      if (text.length > longestMessage) return no(tooLong);
      messages.edit(messageId, { json: { content: text }, uploads: [] });
      return { ok: true };
    },
    dismiss(who, messageId) {
      const message = visible(who, messageId);
      if (message?.onlyFor !== who.person.id) return no('Only a private message can be dismissed.');
      messages.remove(messageId);
      return { ok: true };
    },
    sendRaw: ({ where, ...who }, payload) =>
      interactions.dispatch({
        ...who,
        channel: channelFor(where, who.person, threads),
        name: 'raw',
        ...(payload.message && { messageId: payload.message.id }),
        payload,
      }),
  };
}

export const isVisible = ({ onlyFor, api }: StoredMessage, person: Person): boolean =>
  isIn(api.channel_id, person) && (onlyFor === undefined || onlyFor === person.id);

const longestMessage = 2000;
const tooLong = 'A message has at most 2,000 characters.';
