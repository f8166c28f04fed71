import { EventEmitter } from 'node:events';
import { ChannelType } from 'discord-api-types/v10';
import { guildOf, type Channel, type Thread } from './channels.ts';
import { botUser, guildId } from './place.ts';
import type { ThreadForm } from './form/thread.ts';
import { newSnowflake } from './snowflake.ts';

/** The threads of the server. Everybody there sees them, and nobody archives them. */
export interface Threads {
  readonly events: EventEmitter<{ opened: [Thread] }>;
  /** By the bot, below a channel. */
  open(parent: Channel, form: ThreadForm): Thread;
  find(id: string): Thread | undefined;
  all(): readonly Thread[];
}

export function createThreads(): Threads {
  const threads = new Map<string, Thread>();
  const events: Threads['events'] = new EventEmitter();
  // Every page that is open listens.
  events.setMaxListeners(0);
  return {
    events,
    open(parent, { name, auto_archive_duration = 1_440, rate_limit_per_user }) {
      const now = new Date().toISOString();
      const id = newSnowflake();
      const thread = {
        id,
        type: ChannelType.PublicThread as const,
        guild_id: guildOf(parent) ?? guildId,
        parent_id: parent.id,
        owner_id: botUser.id,
        name,
        last_message_id: null,
        message_count: 0,
        member_count: 1,
        total_message_sent: 0,
        rate_limit_per_user: rate_limit_per_user ?? 0,
        flags: 0,
        thread_metadata: {
          archived: false,
          auto_archive_duration,
          archive_timestamp: now,
          locked: false,
          create_timestamp: now,
        },
        member: { id, user_id: botUser.id, join_timestamp: now, flags: 0 },
      };
      threads.set(id, thread);
      events.emit('opened', thread);
      return thread;
    },
    find: (id) => threads.get(id),
    all: () => [...threads.values()],
  };
}
