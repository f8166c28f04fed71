import { ChannelType, type APIPublicThreadChannel } from 'discord-api-types/v10';
import {
  channel as guildChannel,
  elsewhere,
  lounge,
  people,
  userOf,
  type Person,
} from './place.ts';

export type Thread = Pick<APIPublicThreadChannel, 'id' | 'name' | 'parent_id'> & {
  readonly guild_id: string;
  readonly type: ChannelType.PublicThread;
};

interface Threads {
  find(id: string): Thread | undefined;
}

/** Where people write: a channel of a server, a thread, or somebody's direct messages with the bot. */
export interface Channel {
  readonly id: string;
  readonly thread?: Thread;
  /** Of direct messages: whose they are. */
  readonly person?: Person;
}

const inServers = {
  channel: { id: guildChannel.id },
  lounge: { id: lounge.id },
  elsewhere: { id: elsewhere.id },
} as const;

const direct: readonly Channel[] = Object.values(people).map((person, at) => ({
  id: `34000000000000001${at}`,
  person,
}));

export type Place = (typeof places)[number];
export const places = ['channel', 'lounge', 'dm'] as const;

/** A place that is always there, or a thread, by its id. */
export type Where = Place | `thread:${string}`;

/** Or in the channel of the other server, which only tests reach. */
export type Anywhere = Where | 'elsewhere';

export const whereOf = ({ id }: Thread): Where => `thread:${id}`;

const isPlace = (where: Anywhere): where is Place => places.some((place) => place === where);

/** What can be done in a thread is what can be done in a channel. */
export const placeOf = (where: Anywhere): Place => (isPlace(where) ? where : 'channel');

export function channelFor(where: Anywhere, { id }: Person, threads: Threads): Channel {
  if (where === 'dm') return direct.find(({ person }) => person?.id === id) ?? inServers.channel;
  if (where === 'elsewhere' || isPlace(where)) return inServers[where];
  return channelById(where.replace('thread:', ''), threads) ?? inServers.channel;
}

export function channelById(id: string, threads: Threads): Channel | undefined {
  const thread = threads.find(id);
  if (thread) return { id, thread };
  return [...Object.values(inServers), ...direct].find((channel) => channel.id === id);
}

/** Whether somebody can see what is written there: all but the direct messages of others. */
export const isIn = (channelId: string, { id }: Person): boolean => {
  const person = personOf(channelId);
  return person === undefined || person.id === id;
};

/** Whose direct messages these are. */
export const personOf = (channelId: string): Person | undefined =>
  direct.find(({ id }) => id === channelId)?.person;

/** The server that a channel is in; none if it is somebody's direct messages. */
export const guildOf = (channel: Channel): string | undefined =>
  channel.person ? undefined : (channel.thread ?? inServer(channel.id)).guild_id;

const inServer = (id: string) =>
  [lounge, elsewhere].find((channel) => channel.id === id) ?? guildChannel;

/** As Discord describes it to a bot. */
export function describeChannel({ id, person, thread }: Channel) {
  if (thread) return thread;
  if (!person) return inServer(id);
  return {
    id,
    type: ChannelType.DM as const,
    last_message_id: null,
    flags: 0 as const,
    recipients: [userOf(person)],
  };
}
