import { GatewayDispatchEvents as Event, type Client } from 'discord.js';
import { letGo, type Services } from '../../commands/index.ts';
import type { Log } from '../log.ts';
import { describe } from './failure.ts';

interface Gone {
  readonly id: string;
}

/**
 * Forgets what is deleted on Discord: the message of an answer or a lesson, its channel or its server. It listens to the
 * gateway itself, because discord.js reports deletions only in channels that it has cached.
 */
export function followDeletions({ ws }: Client, services: Services, log: Log): void {
  const { lessons, cooldown, misses, settings } = services;
  const follow = (...work: readonly Promise<unknown>[]) =>
    work.forEach((each) =>
      each.catch((error: unknown) => log.error(`a deletion: ${describe(error)}`)),
    );
  const end = async (session: Gone | undefined) => {
    if (session) await letGo(session.id, services);
  };
  const endAll = async (serverId: string) => {
    for (const session of await lessons.inServer(serverId)) await end(session);
    await lessons.forgetServer(serverId);
  };
  const forgetMessage = (id: string) => {
    cooldown.forget(id);
    follow(lessons.ofMessage(id).then(end));
  };

  ws.on(Event.MessageDelete, ({ id }: Gone) => forgetMessage(id));
  ws.on(Event.MessageDeleteBulk, ({ ids }: { readonly ids: readonly string[] }) =>
    ids.forEach(forgetMessage),
  );
  for (const event of [Event.ChannelDelete, Event.ThreadDelete])
    ws.on(event, ({ id }: Gone) => {
      cooldown.forgetChannel(id);
      follow(lessons.inChannel(id).then(end));
    });
  ws.on(Event.GuildDelete, ({ id, unavailable }: Gone & { readonly unavailable?: boolean }) => {
    // An outage of Discord takes a server away for a while only.
    if (unavailable) return;
    follow(endAll(id), misses.forgetServer(id), settings.forget(id));
  });
}
