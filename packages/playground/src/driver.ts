import type { APIMessage } from 'discord-api-types/v10';
import type { Upload } from './wire/attachments.ts';
import type { Suggestion } from './wire/form/callback.ts';
import type { Interaction, Raw } from './wire/interactions.ts';
import type { Pings } from './wire/mentions.ts';
import type { StoredMessage } from './wire/messages.ts';
import type { Anywhere } from './wire/channels.ts';
import { type Language, botUser, people, type PersonKey } from './wire/place.ts';
import { createClass, type Pressed } from './class/index.ts';
import { createPeople, isVisible, type Acted, type Who, type Writing } from './people/index.ts';
import type { Inputs } from './people/modal.ts';
import type { OptionValues } from './people/options.ts';
import type { Server } from './server.ts';

/** Who acts, and where. By default this is Ada, in English, in the channel. */
export interface By {
  readonly user?: PersonKey;
  readonly locale?: Language;
  readonly where?: Anywhere;
}

/**
 * People for tests. Their actions reach the bot through the gateway, as real interactions do. An action resolves to its
 * interaction once the bot has acknowledged it or was too late (`state`, `acknowledgement.afterMs`). It rejects if
 * Discord's client would not send it.
 */
export interface Driver {
  /** A file stands in the option itself, or in the list of a form's field. */
  runCommand(name: string, options?: OptionValues<Upload>, by?: By): Promise<Interaction>;
  /** Picks a command from the menu of a message. */
  runOnMessage(messageId: string, name: string, by?: By): Promise<Interaction>;
  autocomplete(
    name: string,
    options: OptionValues<Upload>,
    focused: string,
    by?: By,
  ): Promise<readonly Suggestion[]>;
  press(messageId: string, customId: string, by?: By): Promise<Interaction>;
  select(
    messageId: string,
    customId: string,
    values: readonly string[],
    by?: By,
  ): Promise<Interaction>;
  submitModal(opener: Interaction, inputs: Inputs<Upload>, by?: By): Promise<Interaction>;
  /** A simulated class presses the blue buttons of a message; resolves once all have been answered. */
  pressAsClass(messageId: string, by?: By & { readonly withinMs?: number }): Promise<Pressed>;
  /** Any interaction at all, e.g. `{type: 3, message, data: {custom_id: 'forged', component_type: 2}}`. */
  sendRaw(payload: Raw, by?: By): Promise<Interaction>;
  /** `@Seedling` in a text mentions the bot. */
  say(text: string, by?: By & Omit<Writing, 'text'>): APIMessage;
  /** Changes a message of one's own. */
  rewrite(messageId: string, text: string, by?: By): void;
  /** Lets time pass for what was asked so far: after 3 s an answer is too late, after 15 min a token has expired. */
  passTime(milliseconds: number): void;
  /** Chooses the language of the server. */
  setServerLanguage(language: Language): void;
  /** The messages a person sees, in the channel and in direct messages, oldest first. */
  messages(user?: PersonKey): APIMessage[];
  /** The people whom a message would have pinged. */
  pings(messageId: string): Pings;
  /** Calls `find` whenever a message changes; resolves to its first value that isn't undefined. */
  waitFor<Value>(
    find: (messages: APIMessage[]) => Value | undefined,
    options?: { readonly user?: PersonKey; readonly withinMs?: number },
  ): Promise<Value>;
}

export function createDriver(server: Server): Driver {
  const crowd = createPeople(server);
  const students = createClass(server, crowd);
  const { interactions, messages } = server;

  const settle = (acted: Acted): Promise<Interaction> =>
    acted.ok
      ? interactions.settled(acted.interaction.id)
      : Promise.reject(new Error(acted.problem));

  const seenBy = (user: PersonKey = 'ada') =>
    messages
      .all()
      .filter((message) => isVisible(message, people[user]))
      .map(({ api }) => api);

  return {
    runCommand: async (name, options = {}, by) =>
      settle(crowd.runCommand(whoIs(by), name, options)),
    runOnMessage: async (messageId, name, by) =>
      settle(crowd.runOnMessage(whoIs(by), name, messageId)),
    async autocomplete(name, options, focused, by) {
      const { acknowledgement } = await settle(
        crowd.autocomplete(whoIs(by), name, options, focused),
      );
      if (!acknowledgement?.choices) throw new Error(`No suggestions came for /${name}.`);
      return acknowledgement.choices;
    },
    press: async (messageId, customId, by) => settle(crowd.press(whoIs(by), messageId, customId)),
    select: async (messageId, customId, values, by) =>
      settle(crowd.select(whoIs(by), messageId, customId, values)),
    submitModal: async ({ id }, inputs, by) => settle(crowd.submitModal(whoIs(by), id, inputs)),
    pressAsClass: (messageId, by) => students.press(whoIs(by), messageId, by?.withinMs),
    sendRaw: async (payload, by) => interactions.settled(crowd.sendRaw(whoIs(by), payload).id),
    say(text, { replyTo, files, ...by } = {}) {
      const said = crowd.say(whoIs(by), {
        text: text.replaceAll(`@${botUser.username}`, `<@${botUser.id}>`),
        replyTo,
        ...(files && { files }),
      });
      if (!said.ok) throw new Error(said.problem);
      return said.message.api;
    },
    rewrite(messageId, text, by) {
      const done = crowd.rewrite(whoIs(by), messageId, text);
      if (!done.ok) throw new Error(done.problem);
    },
    passTime: (milliseconds) => interactions.passTime(milliseconds),
    setServerLanguage: (language) => server.language.set(language),
    messages: seenBy,
    pings(messageId) {
      const message: StoredMessage | undefined = messages.find(messageId);
      if (!message) throw new Error(`No message ${messageId}.`);
      return message.pings;
    },
    waitFor(find, { user, withinMs = 60_000 } = {}) {
      return new Promise((resolve, reject) => {
        const leave = () => {
          clearTimeout(timer);
          messages.events.off('saved', look).off('removed', look);
        };
        const look = () => {
          const value = find(seenBy(user));
          if (value === undefined) return;
          leave();
          resolve(value);
        };
        const timer = setTimeout(() => {
          leave();
          reject(new Error(`Nothing fitting within ${withinMs} ms: ${outline(seenBy(user))}`));
        }, withinMs);
        messages.events.on('saved', look).on('removed', look);
        look();
      });
    },
  };
}

const whoIs = ({ user = 'ada', locale = 'en-US', where = 'channel' }: By = {}): Who => ({
  person: people[user],
  where,
  locale,
});

/** What the channel holds instead, for the message of a failing test. */
const outline = (messages: readonly APIMessage[]): string =>
  JSON.stringify(messages.map(({ content, components }) => ({ content, components }))).slice(-2000);
