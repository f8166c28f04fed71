import { EventEmitter } from 'node:events';

/** Whether the bot is there. */
export interface Presence {
  readonly events: EventEmitter<{ changed: [boolean] }>;
  isOnline(): boolean;
  set(online: boolean): void;
}

export function createPresence(): Presence {
  const events: Presence['events'] = new EventEmitter();
  let now = false;
  return {
    events,
    isOnline: () => now,
    set(online) {
      if (online === now) return;
      now = online;
      events.emit('changed', online);
    },
  };
}
