import type { PageAct, PageEvent, PageState } from '../protocol.ts';
import { createComposer } from './composer.ts';
import { act as request, follow } from './connection.ts';
import { h } from './dom.ts';
import { icons } from './icons.ts';
import { createLog } from './log.ts';
import type { Names } from './markdown.ts';
import { openModal } from './modal.ts';
import { createSidebar, type PageLocale } from './sidebar.ts';
import { createThemeToggle } from './theme.ts';

let user = 'ada';
let locale: PageLocale = 'en-US';
let state: PageState | undefined;
let stop = () => {};

const act = (what: PageAct) => request({ user, locale, act: what });

const names: Names = {
  user: (id) =>
    id === state?.bot.id
      ? state.bot.name
      : (state?.people.find((person) => person.id === id)?.name ?? 'unknown-user'),
  channel: (id) => (id === state?.channel.id ? state.channel.name : 'unknown'),
};

const status = h('p', { role: 'status', class: 'unseen' });
const trouble = h('p', { class: 'trouble', role: 'alert', hidden: true });
const title = h('h1', {}, 'lstm-help');
const topic = h('p', { class: 'topic' });
const log = createLog({ names, act, announce: (text) => status.replaceChildren(text) });
const composer = createComposer({
  channel: 'lstm-help',
  commands: () => state?.commands ?? [],
  locale: () => locale,
  act,
});
const sidebar = createSidebar({
  onPerson(key) {
    user = key;
    connect();
  },
  onLocale(chosen) {
    locale = chosen;
    composer.reset();
  },
});

function onEvent(event: PageEvent): void {
  switch (event.type) {
    case 'state':
      state = event.state;
      title.replaceChildren(state.channel.name);
      topic.replaceChildren(state.channel.topic);
      sidebar.show(state);
      return log.reset(state);
    case 'message':
      return log.put(event.message);
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
    case 'presence':
      return state && sidebar.showPresence(state.bot.name, event.online);
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
    h('header', { class: 'bar' }, icons.hash(), title, topic, createThemeToggle()),
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
