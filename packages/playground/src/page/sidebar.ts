import type { PageChannel, PagePerson, PageState } from '../protocol.ts';
import type { Where } from '../wire/channels.ts';
import { h, truth } from './dom.ts';
import { icons } from './icons.ts';
import { avatar } from './message.ts';

const languages = [
  ['en-US', 'English'],
  ['zh-CN', '简体中文'],
  ['zh-TW', '繁體中文'],
] as const;

export type PageLocale = (typeof languages)[number][0];

interface SidebarSettings {
  readonly onPerson: (key: string) => void;
  readonly onLocale: (locale: PageLocale) => void;
  readonly onChannel: (where: Where) => void;
}

/** Where you are, and who. */
export function createSidebar({ onPerson, onLocale, onChannel }: SidebarSettings) {
  const face = h('span', { class: 'face' });
  const person = h('select', {
    'aria-label': 'You are',
    on: { change: () => onPerson(person.value) },
  });
  const locale = h(
    'select',
    {
      'aria-label': 'Language',
      on: {
        change: () => {
          const chosen = languages.find(([id]) => id === locale.value);
          if (chosen) onLocale(chosen[0]);
        },
      },
    },
    languages.map(([id, name]) => h('option', { value: id }, name)),
  );
  const server = h('strong', { class: 'server' });
  const channels = h('nav', { class: 'channels', 'aria-label': 'Channels' });
  const presence = h('span', { class: 'presence' });
  const element = h(
    'aside',
    { class: 'sidebar', 'aria-label': 'Server and you' },
    server,
    channels,
    h('p', { class: 'bot-line' }, avatar('', true), presence),
    h(
      'div',
      { class: 'me' },
      face,
      h(
        'div',
        {},
        h('label', {}, h('span', {}, 'You are'), person),
        h('label', {}, h('span', {}, 'Language'), locale),
      ),
    ),
  );
  const link = ({ where, name }: PageChannel, isHere: boolean) =>
    h(
      'button',
      {
        type: 'button',
        class: 'channel-link',
        'aria-current': truth(isHere),
        'data-where': where,
        on: { click: () => onChannel(where) },
      },
      where === 'dm' ? icons.at() : icons.hash(),
      name,
      h('span', { class: 'unread', hidden: true }, 'new'),
    );
  return {
    element,
    show(state: PageState, here: Where) {
      server.replaceChildren(state.server.name);
      channels.replaceChildren(...state.channels.map((it) => link(it, it.where === here)));
      this.showPresence(state.bot.name, state.online);
      face.replaceChildren(avatar(state.me.name, false));
      person.replaceChildren(
        ...state.people.map((it) =>
          h('option', { value: it.key, selected: it.key === state.me.key }, described(it)),
        ),
      );
    },
    /** Something was written there. */
    markUnread(where: Where) {
      channels.querySelector(`[data-where="${where}"] .unread`)?.removeAttribute('hidden');
    },
    showPresence(bot: string, online: boolean) {
      presence.replaceChildren(bot, ' ', h('small', {}, online ? 'online' : 'offline'));
      presence.classList.toggle('online', online);
    },
  };
}

const described = ({ name, role }: PagePerson): string =>
  role === 'teacher' ? `${name} (teacher)` : `${name} (student)`;
