import { EventEmitter } from 'node:events';
import type { Language } from './place.ts';

/** The language of the server, as its owner chose it: bots answer publicly in it. */
export interface GuildLanguage {
  readonly events: EventEmitter<{ changed: [Language] }>;
  now(): Language;
  set(locale: Language): void;
}

export function createGuildLanguage(): GuildLanguage {
  const events: GuildLanguage['events'] = new EventEmitter();
  let now: Language = 'en-US';
  return {
    events,
    now: () => now,
    set(locale) {
      if (locale === now) return;
      now = locale;
      events.emit('changed', locale);
    },
  };
}
