import type { Conversation } from '../framework/context.ts';

/** The channels in which demos may be posted, where this one is none of them. */
export function channelsInstead({
  channelIds,
  settings: { demoChannels },
}: Pick<Conversation, 'channelIds' | 'settings'>): readonly string[] | undefined {
  const isAllowed = demoChannels.length === 0 || channelIds.some((id) => demoChannels.includes(id));
  return isAllowed ? undefined : demoChannels;
}
