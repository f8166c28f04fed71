import type { PagePerson, PageState } from '../protocol.ts';
import { h } from './dom.ts';
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
}

/** Where you are, and who. */
export function createSidebar({ onPerson, onLocale }: SidebarSettings) {
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
  const channel = h('span', {});
  const presence = h('span', { class: 'presence' });
  const element = h(
    'aside',
    { class: 'sidebar', 'aria-label': 'Server and you' },
    server,
    h('p', { class: 'channel-link' }, icons.hash(), channel),
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
  return {
    element,
    show(state: PageState) {
      server.replaceChildren(state.server);
      channel.replaceChildren(state.channel.name);
      this.showPresence(state.bot.name, state.online);
      face.replaceChildren(avatar(state.me.name, false));
      person.replaceChildren(
        ...state.people.map((it) =>
          h('option', { value: it.key, selected: it.key === state.me.key }, described(it)),
        ),
      );
    },
    showPresence(bot: string, online: boolean) {
      presence.replaceChildren(bot, ' ', h('small', {}, online ? 'online' : 'offline'));
      presence.classList.toggle('online', online);
    },
  };
}

const described = ({ name, role }: PagePerson): string =>
  role === 'teacher' ? `${name} (teacher)` : `${name} (student)`;
