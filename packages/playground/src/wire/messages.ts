import { EventEmitter } from 'node:events';
import {
  EmbedType,
  MessageFlags,
  MessageType,
  type APIAttachment,
  type APIEmbed,
  type APIMessage,
  type APIUser,
} from 'discord-api-types/v10';
import type { Attachments, Upload } from './attachments.ts';
import { finish, type Resolved } from './components.ts';
import type { TopLevelForm } from './form/components.ts';
import type { EmbedForm } from './form/embed.ts';
import { pingsOf, type Pings } from './mentions.ts';
import {
  hasFlag,
  placeAttachments,
  readMessage,
  refuseEmpty,
  textOf,
  type MessageDraft,
} from './message-rules.ts';
import { referenceOf } from './reference.ts';
import { botUser, personById, userOf } from './place.ts';
import { refusals } from './refusal.ts';
import { newSnowflake } from './snowflake.ts';

export interface StoredMessage {
  readonly api: APIMessage;
  /** Of an ephemeral message: the only person who sees it. */
  readonly onlyFor?: string;
  readonly pings: Pings;
  /** The components as they were sent: an edit that leaves them out keeps them. */
  readonly form: readonly TopLevelForm[];
}

export interface Sent {
  readonly json: unknown;
  readonly uploads: readonly Upload[];
}

/** What a message gets from where it comes from, e.g. the interaction it answers. */
export interface Origin {
  readonly channelId: string;
  readonly author: APIUser;
  readonly type?: MessageType;
  /** The person who sees it, if ephemeral messages are possible here. */
  readonly person?: string;
  readonly extra?: Partial<APIMessage>;
}

export interface Messages {
  readonly events: EventEmitter<{
    saved: [StoredMessage, 'new' | 'changed'];
    removed: [StoredMessage];
  }>;
  create(sent: Sent, origin: Origin): StoredMessage;
  /** "Seedling is thinking...": a message whose content comes later. */
  createLoading(origin: Origin, flags: number): StoredMessage;
  edit(id: string, sent: Sent): StoredMessage;
  remove(id: string): void;
  find(id: string): StoredMessage | undefined;
  all(): StoredMessage[];
}

/** Flags a sender may set. */
const settable =
  MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

export function createMessages(attachments: Attachments): Messages {
  const stored = new Map<string, StoredMessage>();
  /** Ids by channel and nonce. */
  const sentOnce = new Map<string, string>();
  const events: Messages['events'] = new EventEmitter();
  // Everyone who waits for a message listens.
  events.setMaxListeners(0);

  const save = (message: StoredMessage): StoredMessage => {
    const change = stored.has(message.api.id) ? 'changed' : 'new';
    stored.set(message.api.id, message);
    events.emit('saved', message, change);
    return message;
  };

  /** The message `before` with the body's fields, checked as a whole. */
  const apply = (before: StoredMessage, draft: MessageDraft, sent: Sent): StoredMessage => {
    const { body, isV2 } = draft;
    const form = draft.components ?? before.form;
    const plan = attachments.plan(sent.uploads, body.attachments, before.api.attachments);
    const attached = placeAttachments(draft, form, plan);
    const resolve = resolverOf(attached);
    const content = isV2
      ? ''
      : (body.content === undefined ? before.api.content : (body.content ?? '')).trim();
    const reference = referenceOf(body.message_reference, before.api.channel_id, stored);
    const pings = pingsOf(isV2 ? textOf(form) : content, body.allowed_mentions, reference?.to);
    const api: APIMessage = {
      ...before.api,
      ...reference?.fields,
      content,
      embeds: embedsOf(body.embeds, before.api.embeds, resolve),
      components: finish(form, resolve),
      attachments: attached,
      // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- a field of bits
      flags: ((before.api.flags ?? 0) | ((body.flags ?? 0) & settable)) & ~MessageFlags.Loading,
      mention_everyone: pings.everyone,
      mention_roles: [...pings.roles],
      mentions: pings.users.flatMap((id): APIUser[] => {
        const person = personById(id);
        if (person) return [userOf(person)];
        return id === botUser.id ? [botUser] : [];
      }),
    };
    refuseEmpty(api);
    attachments.store(plan);
    attachments.remove(
      before.api.attachments.filter(({ id }) => !attached.some((it) => it.id === id)),
    );
    return { ...before, api, pings, form };
  };

  return {
    events,
    create(sent, origin) {
      const draft = readMessage(sent.json);
      const { nonce, enforce_nonce: isOnce, flags } = draft.body;
      const key = isOnce && nonce ? `${origin.channelId} ${nonce}` : '';
      const already = stored.get(sentOnce.get(key) ?? '');
      if (already) return already;
      const message = save(apply(blank(origin, flags ?? 0), draft, sent));
      if (key) sentOnce.set(key, message.api.id);
      return message;
    },
    createLoading: (origin, flags) => save(blank(origin, flags, MessageFlags.Loading)),
    edit(id, sent) {
      const before = mustFind(stored, id);
      const changed = apply(before, readMessage(sent.json, before.api), sent);
      // The first edit of a deferred reply is its content, not a change of it.
      const edited = hasFlag(before.api.flags, MessageFlags.Loading)
        ? null
        : new Date().toISOString();
      return save({ ...changed, api: { ...changed.api, edited_timestamp: edited } });
    },
    remove(id) {
      const message = mustFind(stored, id);
      stored.delete(id);
      attachments.remove(message.api.attachments);
      events.emit('removed', message);
    },
    find: (id) => stored.get(id),
    all: () => [...stored.values()],
  };
}

function mustFind(stored: ReadonlyMap<string, StoredMessage>, id: string): StoredMessage {
  const message = stored.get(id);
  if (!message) throw refusals.unknownMessage();
  return message;
}

function blank(
  { channelId, author, type, person, extra }: Origin,
  flags: number,
  loading = 0,
): StoredMessage {
  const ephemeral = person === undefined ? 0 : flags & MessageFlags.Ephemeral;
  return {
    ...(ephemeral && person !== undefined && { onlyFor: person }),
    pings: { everyone: false, users: [], roles: [] },
    form: [],
    api: {
      id: newSnowflake(),
      channel_id: channelId,
      author,
      type: type ?? MessageType.Default,
      content: '',
      timestamp: new Date().toISOString(),
      edited_timestamp: null,
      tts: false,
      mention_everyone: false,
      mentions: [],
      mention_roles: [],
      attachments: [],
      embeds: [],
      components: [],
      pinned: false,
      // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- a field of bits
      flags: ephemeral | loading,
      ...extra,
    },
  };
}

/** Finds the attachment at an address. Addresses on other servers are not followed. */
const resolverOf =
  (attached: readonly APIAttachment[]) =>
  (url: string): Resolved => {
    const found = attached.find((it) => url === `attachment://${it.filename}` || url === it.url);
    if (!found) return { media: { id: newSnowflake(), url, proxy_url: url } };
    const { id, filename: name, size, width, height, content_type, proxy_url } = found;
    return {
      media: {
        id,
        url: found.url,
        proxy_url,
        attachment_id: id,
        ...(content_type && { content_type }),
        ...(width && height && { width, height }),
      },
      file: { name, size },
    };
  };

/** What Discord makes of the embeds it was sent: media resolved, a footer or author without words left out. */
function embedsOf(
  sent: readonly EmbedForm[] | null | undefined,
  before: APIEmbed[],
  resolve: (url: string) => Resolved,
): APIEmbed[] {
  if (sent === undefined) return before;
  return (sent ?? []).map(({ image, thumbnail, footer, author, ...form }) => ({
    type: EmbedType.Rich,
    ...form,
    ...(image && { image: resolve(image.url).media }),
    ...(thumbnail && { thumbnail: resolve(thumbnail.url).media }),
    ...(footer?.text && { footer: { ...footer, text: footer.text } }),
    ...(author?.name && { author: { ...author, name: author.name } }),
  }));
}
