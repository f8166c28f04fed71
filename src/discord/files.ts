import type { Attachment, Message } from 'discord.js';
import type { SentFile } from '../../commands/index.ts';

export const toFile = ({ name, size, url }: Attachment): SentFile => ({ name, size, url });

/** Those that stand at a message. */
export const filesOf = ({ attachments }: Pick<Message, 'attachments'>): SentFile[] =>
  attachments.map(toFile);
