import type { Conversation } from '../framework/context.ts';

/** Whoever manages messages, and whoever has the role that was chosen for it. */
export const mayStartLessons = ({
  isStaff,
  roleIds,
  settings: { lessonRole },
}: Pick<Conversation, 'isStaff' | 'roleIds' | 'settings'>): boolean =>
  isStaff || (lessonRole !== undefined && roleIds.includes(lessonRole));

/** The channels in which demos may be posted, where this one is none of them. */
export function channelsInstead({
  channelIds,
  settings: { demoChannels },
}: Pick<Conversation, 'channelIds' | 'settings'>): readonly string[] | undefined {
  const isAllowed = demoChannels.length === 0 || channelIds.some((id) => demoChannels.includes(id));
  return isAllowed ? undefined : demoChannels;
}
