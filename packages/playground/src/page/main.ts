import { ApplicationCommandType, type APIMessage } from 'discord-api-types/v10';
import type { PageChannel, PageEvent, PageState } from '../protocol.ts';
import { createComposer } from './composer.ts';
import { act as request, follow, type Doing } from './connection.ts';
import { h } from './dom.ts';
import { icons } from './icons.ts';
import { createLog } from './log.ts';
import type { MenuEntry } from './menu.ts';
import type { Names } from './markdown.ts';
import { openModal } from './modal.ts';
import { createSidebar } from './sidebar.ts';
import { isThread, tab } from './tab.ts';
import { createThemeToggle } from './theme.ts';
import { nameIn } from './localized.ts';
import { pageLanguage, words } from './words/index.ts';

let { user, where } = tab;
/** It stays the same for the life of the page: see `words`. */
const locale = tab.language;
/** Person and channel on the screen: what is being written stays when only the connection was new. */
let shown = '';
let state: PageState | undefined;
let stop = () => {};

const act = (what: Doing) => request({ user, where, locale, act: what });

document.documentElement.lang = pageLanguage;

const names: Names = {
  user: (id) =>
    id === state?.bot.id
      ? state.bot.name
      : (state?.people.find((person) => person.id === id)?.name ?? 'unknown-user'),
  channels: () => state?.channels.filter((each) => each.where !== 'dm') ?? [],
  roles: () => state?.server.roles.filter(({ name }) => name !== '@everyone') ?? [],
  channel: (id) => state?.channels.find((channel) => channel.id === id)?.name ?? 'unknown',
};

const status = h('p', { role: 'status', class: 'unseen' });
const trouble = h('p', { class: 'trouble', role: 'alert', hidden: true });
const mark = h('span', { class: 'bar-mark' }, icons.hash());
const title = h('h1', {}, 'lstm-help');
const topic = h('p', { class: 'topic' });
const log = createLog({
  names,
  act,
  announce: (text) => status.replaceChildren(text),
  menu,
  leave: () => composer.focus(),
});
const composer = createComposer({
  commands,
  people: () => (state ? [state.bot, ...state.people] : []),
  locale: () => locale,
  act,
  onUp: () => log.toNewest(),
});
const sidebar = createSidebar({
  onPerson(key) {
    user = key;
    tab.user = key;
    connect();
  },
  onChannel(chosen) {
    where = chosen;
    tab.where = chosen;
    connect();
  },
  onLanguage(chosen) {
    tab.language = chosen;
    location.reload();
  },
  onServerLanguage: (language) => void act({ do: 'server-language', language }),
});

/** What can be picked here; in a thread it is what can be picked in a channel. */
function commands() {
  return state?.commands[isThread(where) ? 'channel' : where] ?? [];
}

const here = (): PageChannel | undefined =>
  state?.channels.find((channel) => channel.where === where);

/** Reply, and what the bot offers for messages. */
function menu(message: APIMessage): MenuEntry[] {
  const reply = {
    label: words.reply,
    onPick: () => composer.reply({ id: message.id, name: names.user(message.author.id) }),
  };
  const apps = commands()
    .filter(({ type }) => type === ApplicationCommandType.Message)
    .map((command) => ({
      label: nameIn(command, locale),
      group: words.apps,
      onPick: () => void act({ do: 'menu', name: command.name, messageId: message.id }),
    }));
  return [reply, ...apps];
}

function enter(now: PageState, channel: PageChannel): void {
  const label = channel.where === 'dm' ? `@${channel.name}` : `#${channel.name}`;
  mark.replaceChildren(channel.where === 'dm' ? icons.at() : icons.hash());
  title.replaceChildren(channel.name);
  topic.replaceChildren(channel.topic);
  sidebar.show(now, where);
  if (shown !== `${user} ${where}`) composer.enter(label);
  shown = `${user} ${where}`;
  log.reset(now, channel);
}

function onEvent(event: PageEvent): void {
  switch (event.type) {
    case 'state':
      state = event.state;
      // A thread of an earlier playground.
      if (!here()) where = 'channel';
      return enter(state, here() ?? { where, id: '', name: '', topic: '' });
    case 'message': {
      const id = event.message.channel_id;
      if (id === here()?.id) return log.put(event.message);
      const elsewhere = state?.channels.find((channel) => channel.id === id);
      return elsewhere && sidebar.markUnread(elsewhere.where);
    }
    case 'removed':
      return log.remove(event.id);
    case 'interaction': {
      const { interaction } = event;
      log.interaction(interaction);
      if (interaction.modal) openModal(interaction, interaction.modal, names, act);
      return undefined;
    }
    case 'commands':
      state = state && { ...state, commands: event.commands };
      return undefined;
    case 'channel':
      if (!state) return undefined;
      state = { ...state, channels: [...state.channels, event.channel] };
      return sidebar.addChannel(event.channel);
    case 'presence':
      return state && sidebar.showPresence(state.bot.name, event.online);
    case 'server-language':
      return sidebar.showServerLanguage(event.language);
  }
}

function connect(): void {
  stop();
  stop = follow(user, {
    onEvent,
    onTrouble(problem) {
      trouble.hidden = problem === undefined;
      trouble.replaceChildren(problem ?? '');
    },
  });
}

document
  .querySelector('#app')
  ?.append(
    sidebar.element,
    h('header', { class: 'bar' }, mark, title, topic, createThemeToggle()),
    h('main', {}, trouble, log.element, composer.element),
    status,
  );

// As in Discord: typing "/" anywhere starts a command.
document.addEventListener('keydown', (event) => {
  const target = event.target as HTMLElement;
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (target.closest('input, textarea, select, dialog')) return;
  composer.focus();
});

connect();
composer.focus();
