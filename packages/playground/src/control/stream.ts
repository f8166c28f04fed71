import type { ServerResponse } from 'node:http';
import { InteractionType } from 'discord-api-types/v10';
import type { Interaction } from '../wire/interactions.ts';
import type { StoredMessage } from '../wire/messages.ts';
import { guildName, guildRoles } from '../wire/guild.ts';
import { channelFor, whereOf, type Thread } from '../wire/channels.ts';
import {
  type Language,
  botUser,
  channel,
  lounge,
  people,
  personKeys,
  type Person,
  type PersonKey,
} from '../wire/place.ts';
import { isVisible } from '../people/index.ts';
import type {
  PageChannel,
  PageCommands,
  PageEvent,
  PageInteraction,
  PageState,
} from '../protocol.ts';
import type { Server } from '../server.ts';

/** Sends the channel as `user` sees it, then every change, as server-sent events. Returns a function that stops it. */
export function stream(server: Server, user: PersonKey, response: ServerResponse): () => void {
  const person = people[user];
  const { messages, interactions, commands, presence, language, threads } = server;
  const send = (event: PageEvent) => response.write(`data: ${JSON.stringify(event)}\n\n`);

  const onSaved = (message: StoredMessage) =>
    isVisible(message, person) && send({ type: 'message', message: message.api });
  const onRemoved = (message: StoredMessage) =>
    isVisible(message, person) && send({ type: 'removed', id: message.api.id });
  const onInteraction = (interaction: Interaction) => {
    const shown = interaction.person.id === person.id ? toPage(interaction) : undefined;
    if (shown) send({ type: 'interaction', interaction: shown });
  };
  const onCommands = () => send({ type: 'commands', commands: commandsFor(server, person) });
  const onPresence = (online: boolean) => send({ type: 'presence', online });
  const onThread = (thread: Thread) => send({ type: 'channel', channel: threadOnPage(thread) });
  const onLanguage = (now: Language) => send({ type: 'server-language', language: now });

  response.writeHead(200, { 'content-type': 'text/event-stream' });
  send({ type: 'state', state: stateFor(server, user) });
  messages.events.on('saved', onSaved).on('removed', onRemoved);
  interactions.events.on('changed', onInteraction);
  commands.events.on('changed', onCommands);
  presence.events.on('changed', onPresence);
  language.events.on('changed', onLanguage);
  threads.events.on('opened', onThread);
  return () => {
    messages.events.off('saved', onSaved).off('removed', onRemoved);
    interactions.events.off('changed', onInteraction);
    commands.events.off('changed', onCommands);
    presence.events.off('changed', onPresence);
    language.events.off('changed', onLanguage);
    threads.events.off('opened', onThread);
    response.end();
  };
}

const stateFor = (server: Server, user: PersonKey): PageState => ({
  people: personKeys.map((key) => ({ key, ...people[key] })),
  me: { key: user, ...people[user] },
  bot: { id: botUser.id, name: botUser.username },
  channels: [
    { where: 'channel', id: channel.id, name: channel.name, topic: channel.topic },
    { where: 'lounge', id: lounge.id, name: lounge.name, topic: lounge.topic },
    ...server.threads.all().map(threadOnPage),
    {
      where: 'dm',
      id: channelFor('dm', people[user], server.threads).id,
      name: botUser.username,
      topic: 'Direct messages',
    },
  ],
  server: {
    name: guildName,
    language: server.language.now(),
    roles: guildRoles.map(({ id, name }) => ({ id, name })),
  },
  online: server.presence.isOnline(),
  commands: commandsFor(server, people[user]),
  messages: server.messages
    .all()
    .filter((message) => isVisible(message, people[user]))
    .map(({ api }) => api),
});

const threadOnPage = (thread: Thread): PageChannel => ({
  where: whereOf(thread),
  id: thread.id,
  name: thread.name,
  topic: `A thread of #${thread.parent_id === lounge.id ? lounge.name : channel.name}`,
});

const commandsFor = ({ commands }: Server, person: Person): PageCommands => ({
  channel: commands.visible(person, 'channel'),
  lounge: commands.visible(person, 'lounge'),
  dm: commands.visible(person, 'dm'),
});

/** Suggestions answer their own request. */
function toPage({
  id,
  type,
  name,
  messageId,
  state,
  acknowledgement,
}: Interaction): PageInteraction | undefined {
  const kind = kinds.get(type);
  if (!kind) return undefined;
  const { modal } = acknowledgement ?? {};
  return {
    id,
    kind,
    name,
    state,
    ...(kind === 'component' && { customId: name }),
    ...(messageId !== undefined && { messageId }),
    ...(modal && { modal }),
  };
}

const kinds = new Map<InteractionType, PageInteraction['kind']>([
  [InteractionType.ApplicationCommand, 'command'],
  [InteractionType.MessageComponent, 'component'],
  [InteractionType.ModalSubmit, 'modal'],
]);
