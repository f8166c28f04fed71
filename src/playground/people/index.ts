import {
  ApplicationCommandType,
  ComponentType,
  InteractionType,
  type APIInteraction,
  type Locale,
} from 'discord-api-types/v10';
import { channelId, userOf, type Person } from '../wire/place.ts';
import type { Interaction } from '../wire/interactions.ts';
import type { StoredMessage } from '../wire/messages.ts';
import type { Server } from '../server.ts';
import { checkComponent } from './components.ts';
import { readInputs } from './modal.ts';
import { readOptions, type OptionValues } from './options.ts';

/** Who acts, and in which language their Discord is. */
export interface Who {
  readonly person: Person;
  readonly locale: Locale;
}

export type Acted =
  | { readonly ok: true; readonly interaction: Interaction }
  /** What Discord's client would say instead of sending it. */
  | { readonly ok: false; readonly problem: string };

export type Inputs = Readonly<Record<string, string | readonly string[]>>;

/** What people can do in the channel; the page and the tests both go through here. */
export interface People {
  runCommand(who: Who, name: string, options: OptionValues): Acted;
  /** Asks the bot for suggestions for the option `focused`. */
  autocomplete(who: Who, name: string, options: OptionValues, focused: string): Acted;
  press(who: Who, messageId: string, customId: string): Acted;
  select(who: Who, messageId: string, customId: string, values: readonly string[]): Acted;
  /** `opener`: the interaction that was answered with the modal. */
  submitModal(who: Who, opener: string, inputs: Inputs): Acted;
  say(who: Who, text: string): Acted | { readonly ok: true };
  /** Removes an ephemeral message from the view of its only reader. */
  dismiss(who: Who, messageId: string): Acted | { readonly ok: true };
  /** Sends anything at all, e.g. a forged `custom_id`. */
  sendRaw(who: Who, payload: Pick<APIInteraction, 'type'> & Record<string, unknown>): Interaction;
}

const no = (problem: string): Acted => ({ ok: false, problem });

export function createPeople({ interactions, messages, commands }: Server): People {
  const send = (act: Parameters<typeof interactions.dispatch>[0]): Acted => ({
    ok: true,
    interaction: interactions.dispatch(act),
  });
  const visible = ({ person }: Who, id: string): StoredMessage | undefined => {
    const message = messages.find(id);
    return message && isVisible(message, person) ? message : undefined;
  };

  const command = (who: Who, name: string, options: OptionValues, focused?: string): Acted => {
    const definition = commands.visible().find((it) => it.name === name);
    if (!definition) return no(`There is no command /${name}.`);
    const read = readOptions(definition.options ?? [], options, focused);
    if (!read.ok) return read;
    const type =
      focused === undefined
        ? InteractionType.ApplicationCommand
        : InteractionType.ApplicationCommandAutocomplete;
    return send({
      ...who,
      name: `/${name}`,
      payload: {
        type,
        data: {
          id: definition.id,
          name,
          type: ApplicationCommandType.ChatInput,
          options: read.options,
        },
      },
    });
  };

  const useComponent = (
    who: Who,
    messageId: string,
    customId: string,
    type: ComponentType.Button | ComponentType.StringSelect,
    values?: readonly string[],
  ): Acted => {
    const message = visible(who, messageId);
    const found = message && checkComponent(message, customId, type, values);
    if (!found) return no('This message is gone, or has no such button or menu.');
    if (!found.ok) return found;
    return send({
      ...who,
      name: customId,
      messageId,
      payload: {
        type: InteractionType.MessageComponent,
        message: message.api,
        data: {
          custom_id: customId,
          component_type: type,
          ...(values && { values }),
        },
      },
    });
  };

  return {
    runCommand: (who, name, options) => command(who, name, options),
    autocomplete: command,
    press: (who, messageId, customId) =>
      useComponent(who, messageId, customId, ComponentType.Button),
    select: (who, messageId, customId, values) =>
      useComponent(who, messageId, customId, ComponentType.StringSelect, values),
    submitModal(who, opener, inputs) {
      const from = interactions.find(opener);
      const modal = from?.acknowledgement?.modal;
      if (!modal || from.person.id !== who.person.id) return no('This form is gone.');
      const read = readInputs(modal, inputs);
      if (!read.ok) return read;
      const message = from.messageId === undefined ? undefined : messages.find(from.messageId);
      return send({
        ...who,
        name: modal.custom_id,
        ...(message && { messageId: message.api.id }),
        payload: {
          type: InteractionType.ModalSubmit,
          data: { custom_id: modal.custom_id, components: read.components },
          ...(message && { message: message.api }),
        },
      });
    },
    say({ person }, text) {
      if (!text.trim()) return no('Write something first.');
      if (text.length > 2000) return no('A message has at most 2,000 characters.');
      messages.create(
        { json: { content: text }, uploads: [] },
        { author: userOf(person), extra: { channel_id: channelId } },
      );
      return { ok: true };
    },
    dismiss(who, messageId) {
      const message = visible(who, messageId);
      if (message?.onlyFor !== who.person.id) return no('Only a private message can be dismissed.');
      messages.remove(messageId);
      return { ok: true };
    },
    sendRaw: (who, payload) => interactions.dispatch({ ...who, name: 'raw', payload }),
  };
}

export const isVisible = ({ onlyFor }: StoredMessage, { id }: Person): boolean =>
  onlyFor === undefined || onlyFor === id;
