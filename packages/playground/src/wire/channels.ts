import { ChannelType } from 'discord-api-types/v10';
import { channel as guildChannel, lounge, people, userOf, type Person } from './place.ts';

/** Where people write: the channel of the server, or somebody's direct messages with the bot. */
export interface Channel {
  readonly id: string;
  /** Of direct messages: whose they are. */
  readonly person?: Person;
}

const inServer = { channel: { id: guildChannel.id }, lounge: { id: lounge.id } } as const;

const direct: readonly Channel[] = Object.values(people).map((person, at) => ({
  id: `34000000000000001${at}`,
  person,
}));

export type Where = (typeof places)[number];
export const places = ['channel', 'lounge', 'dm'] as const;

export const channelFor = (where: Where, { id }: Person): Channel =>
  where === 'dm'
    ? (direct.find(({ person }) => person?.id === id) ?? inServer.channel)
    : inServer[where];

export const channelById = (id: string): Channel | undefined =>
  [...Object.values(inServer), ...direct].find((channel) => channel.id === id);

/** Whether somebody can see what is written there. */
export const isIn = (channelId: string, { id }: Person): boolean => {
  const channel = channelById(channelId);
  return channel !== undefined && (channel.person === undefined || channel.person.id === id);
};

/** As Discord describes it to a bot. */
export const describeChannel = ({ id, person }: Channel) =>
  person
    ? {
        id,
        type: ChannelType.DM as const,
        last_message_id: null,
        flags: 0 as const,
        recipients: [userOf(person)],
      }
    : id === lounge.id
      ? lounge
      : guildChannel;
