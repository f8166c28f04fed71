import { MessageReferenceType, MessageType } from 'discord-api-types/v10';
import type { Channel, Thread } from './channels.ts';
import { check } from './form/check.ts';
import { threadForm } from './form/thread.ts';
import type { Messages } from './messages.ts';
import { botUser } from './place.ts';
import { refusals } from './refusal.ts';
import type { Threads } from './threads.ts';

interface Rooms {
  readonly messages: Messages;
  readonly threads: Threads;
}

/** The bot opens a thread that hangs on no message: one in the channel tells of it. */
export function openThread({ messages, threads }: Rooms, parent: Channel, json: unknown): Thread {
  if (parent.person || parent.thread) throw refusals.wrongChannelType();
  const thread = threads.open(parent, check(threadForm, json));
  const reference = {
    type: MessageReferenceType.Default,
    channel_id: thread.id,
    guild_id: thread.guild_id,
  };
  messages.create(
    { json: { content: thread.name }, uploads: [] },
    {
      channelId: parent.id,
      author: botUser,
      type: MessageType.ThreadCreated,
      extra: { message_reference: reference },
    },
  );
  return thread;
}
