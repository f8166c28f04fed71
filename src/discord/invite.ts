import { PermissionFlagsBits as Flag } from 'discord.js';

/** All that the bot does in a channel, and so all that it asks for; docs/deployment.md says what each is for. */
export const neededPermissions = [
  Flag.ViewChannel,
  Flag.SendMessages,
  Flag.SendMessagesInThreads,
  Flag.AttachFiles,
  Flag.CreatePublicThreads,
  Flag.ReadMessageHistory,
] as const;

/** The address at which somebody who manages a server invites the bot, with these permissions and no others. */
export function inviteFor(applicationId: string): string {
  const permissions = neededPermissions.reduce((all, one) => all | one, 0n);
  return `https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=bot+applications.commands&permissions=${permissions}`;
}
