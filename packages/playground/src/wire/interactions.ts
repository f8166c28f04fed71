import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import {
  ApplicationIntegrationType,
  InteractionContextType,
  type APIInteraction,
  type InteractionResponseType,
  type InteractionType,
} from 'discord-api-types/v10';
import { largestFile } from './attachments.ts';
import type { Suggestion } from './form/callback.ts';
import type { ModalForm } from './form/modal.ts';
import { describeChannel, guildOf, type Channel } from './channels.ts';
import {
  type Language,
  appPermissions,
  applicationId,
  memberOf,
  userOf,
  type Person,
} from './place.ts';
import { refusals } from './refusal.ts';
import { newSnowflake } from './snowflake.ts';

/** How the bot took up an interaction: the callback's type, and how long after the dispatch it came. */
export interface Acknowledgement {
  readonly type: InteractionResponseType;
  readonly afterMs: number;
  readonly choices?: readonly Suggestion[];
  readonly modal?: ModalForm;
  /** `@original`: the reply, or the message whose component was used. */
  readonly messageId?: string;
}

export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly person: Person;
  readonly channelId: string;
  /** E.g. `/demo`; the `custom_id` of a component or a modal. */
  readonly name: string;
  /** Of a component, or of a command in a message's menu: that message. */
  readonly messageId: string | undefined;
  readonly state: 'waiting' | 'acknowledged' | 'failed';
  readonly acknowledgement?: Acknowledgement;
}

/** Any interaction at all; on a `message`, it may change that. */
export type Raw = Pick<APIInteraction, 'type'> &
  Record<string, unknown> & { readonly message?: { readonly id: string } | undefined };

/** What somebody does: the parts of an interaction that aren't the same for all. */
export interface Act {
  readonly person: Person;
  readonly channel: Channel;
  readonly locale: Language;
  readonly name: string;
  readonly messageId?: string;
  /** `type`, `data`, `message` of the payload; whatever is here overrides the rest. */
  readonly payload: Pick<APIInteraction, 'type'> & Record<string, unknown>;
}

/** How long its token can be used: 15 min. */
const tokenLivesMs = 15 * 60_000;

export interface Interactions {
  /** `dispatched`: the payload, and the server it comes from. */
  readonly events: EventEmitter<{
    dispatched: [payload: unknown, guildId: string | undefined];
    changed: [Interaction];
  }>;
  dispatch(act: Act): Interaction;
  /** The interaction as it is now; `undefined` once it is of no use any more. */
  find(id: string): Interaction | undefined;
  /** The interaction once it is acknowledged or has failed. */
  settled(id: string): Promise<Interaction>;
  /** For a callback: refuses what is unknown, too late or answered already. */
  open(id: string, token: string): Interaction;
  acknowledge(id: string, how: Omit<Acknowledgement, 'afterMs'>): void;
  /** For `/webhooks/:application/:token`: refuses a token that is expired, or not answered yet. */
  byToken(token: string): Interaction;
  /** Makes those that are there so much older: who waited too long has failed, and tokens expire. */
  passTime(milliseconds: number): void;
  close(): void;
}

interface Entry {
  now: Interaction;
  sentAt: number;
  readonly timer: NodeJS.Timeout;
}

/** Discord waits 3 s for an answer. */
export function createInteractions(
  acknowledgeWithinMs: number,
  guildLanguage: () => Language,
): Interactions {
  const entries = new Map<string, Entry>();
  const events: Interactions['events'] = new EventEmitter();
  // Everyone who waits for an interaction listens.
  events.setMaxListeners(0);

  const ageOf = ({ sentAt }: Entry) => performance.now() - sentAt;
  const change = (entry: Entry, changes: Partial<Interaction>) => {
    clearTimeout(entry.timer);
    entry.now = { ...entry.now, ...changes };
    events.emit('changed', entry.now);
  };

  return {
    events,
    dispatch(act) {
      const id = newSnowflake();
      const token = randomBytes(96).toString('base64url');
      const now: Interaction = {
        id,
        token,
        type: act.payload.type,
        person: act.person,
        channelId: act.channel.id,
        name: act.name,
        messageId: act.messageId,
        state: 'waiting',
      };
      const fail = () => change(entry, { state: 'failed' });
      const timer = setTimeout(fail, acknowledgeWithinMs).unref();
      const entry: Entry = { now, sentAt: performance.now(), timer };
      entries.set(id, entry);
      events.emit('changed', now);
      events.emit('dispatched', payloadOf(act, guildLanguage(), id, token), guildOf(act.channel));
      return now;
    },
    find: (id) => entries.get(id)?.now,
    settled(id) {
      const now = entries.get(id)?.now;
      if (!now) return Promise.reject(new Error(`No interaction ${id}.`));
      if (now.state !== 'waiting') return Promise.resolve(now);
      return new Promise((resolve) => {
        const listen = (changed: Interaction) => {
          if (changed.id !== id) return;
          events.off('changed', listen);
          resolve(changed);
        };
        events.on('changed', listen);
      });
    },
    open(id, token) {
      const interaction = entries.get(id)?.now;
      if (interaction?.token !== token || interaction.state === 'failed')
        throw refusals.unknownInteraction();
      if (interaction.state === 'acknowledged') throw refusals.alreadyAcknowledged();
      return interaction;
    },
    acknowledge(id, how) {
      const entry = entries.get(id);
      if (!entry) return;
      const acknowledgement = { ...how, afterMs: ageOf(entry) };
      change(entry, { state: 'acknowledged', acknowledgement });
    },
    byToken(token) {
      const entry = [...entries.values()].find(({ now }) => now.token === token);
      if (!entry || ageOf(entry) > tokenLivesMs) throw refusals.expiredToken();
      if (entry.now.state !== 'acknowledged') throw refusals.unknownWebhook();
      return entry.now;
    },
    passTime(milliseconds) {
      for (const entry of entries.values()) {
        entry.sentAt -= milliseconds;
        if (entry.now.state === 'waiting' && ageOf(entry) >= acknowledgeWithinMs)
          change(entry, { state: 'failed' });
      }
    },
    close() {
      for (const { timer } of entries.values()) clearTimeout(timer);
    },
  };
}

const payloadOf = (
  { person, channel, locale, payload }: Act,
  guildLocale: Language,
  id: string,
  token: string,
) => ({
  id,
  token,
  application_id: applicationId,
  version: 1,
  ...here(channel, person, guildLocale),
  channel_id: channel.id,
  app_permissions: appPermissions,
  locale,
  entitlements: [],
  attachment_size_limit: largestFile,
  ...payload,
});

function here(channel: Channel, person: Person, guildLocale: Language) {
  const guildId = guildOf(channel);
  if (guildId === undefined) return inDirectMessages(channel);
  return {
    guild_id: guildId,
    guild: { id: guildId, locale: guildLocale, features: [] },
    guild_locale: guildLocale,
    channel: { ...describeChannel(channel), permissions: memberOf(person).permissions },
    member: memberOf(person),
    authorizing_integration_owners: { [ApplicationIntegrationType.GuildInstall]: guildId },
    context: InteractionContextType.Guild,
  };
}

const inDirectMessages = (channel: Channel) => ({
  channel: describeChannel(channel),
  ...(channel.person && { user: userOf(channel.person) }),
  authorizing_integration_owners: { [ApplicationIntegrationType.GuildInstall]: '0' },
  context: InteractionContextType.BotDM,
});
