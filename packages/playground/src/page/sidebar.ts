import type { PageChannel, PagePerson, PageState } from '../protocol.ts';
import type { Where } from '../wire/channels.ts';
import type { Language } from '../wire/place.ts';
import { h, truth } from './dom.ts';
import { icons } from './icons.ts';
import { avatar } from './message.ts';
import { isThread, languageNames, tab } from './tab.ts';
import { words } from './words/index.ts';

interface SidebarSettings {
  readonly onPerson: (key: string) => void;
  readonly onLanguage: (language: Language) => void;
  readonly onServerLanguage: (language: Language) => void;
  readonly onChannel: (where: Where) => void;
}

/** Where you are, and who. */
export function createSidebar({
  onPerson,
  onLanguage,
  onServerLanguage,
  onChannel,
}: SidebarSettings) {
  const face = h('span', { class: 'face' });
  const person = h('select', {
    'aria-label': words.you,
    on: { change: () => onPerson(person.value) },
  });
  const language = languageSelect(words.language, onLanguage);
  language.value = tab.language;
  const serverLanguage = languageSelect(words.serverLanguage, onServerLanguage);
  const server = h('strong', { class: 'server' });
  const channels = h('nav', { class: 'channels', 'aria-label': words.channels });
  const presence = h('span', { class: 'presence' });
  const settings = h(
    'div',
    { class: 'me', id: 'settings' },
    face,
    h(
      'div',
      {},
      labelled(words.you, person),
      labelled(words.language, language),
      labelled(words.serverLanguage, serverLanguage),
    ),
  );
  // Seen on a phone, where the settings would take the place of two messages.
  const toggle = h(
    'button',
    {
      type: 'button',
      class: 'icon-button settings-toggle',
      'aria-label': words.settings,
      'aria-controls': settings.id,
      'aria-expanded': 'false',
      on: {
        click: () => {
          const isOpen = settings.classList.toggle('open');
          toggle.setAttribute('aria-expanded', truth(isOpen));
        },
      },
    },
    icons.person(),
  );
  const element = h(
    'aside',
    { class: 'sidebar', 'aria-label': words.server },
    server,
    channels,
    h('p', { class: 'bot-line' }, avatar('', true), presence),
    toggle,
    settings,
  );
  const link = ({ where, name }: PageChannel, isHere: boolean) =>
    h(
      'button',
      {
        type: 'button',
        class: isThread(where) ? 'channel-link thread' : 'channel-link',
        'aria-current': truth(isHere),
        'data-where': where,
        on: { click: () => onChannel(where) },
      },
      where === 'dm' ? icons.at() : icons.hash(),
      name,
      h('span', { class: 'unread', hidden: true }, words.unread),
    );
  return {
    element,
    show(state: PageState, here: Where) {
      server.replaceChildren(state.server.name);
      this.showServerLanguage(state.server.language);
      channels.replaceChildren(...state.channels.map((it) => link(it, it.where === here)));
      this.showPresence(state.bot.name, state.online);
      face.replaceChildren(avatar(state.me.name, false));
      person.replaceChildren(
        ...state.people.map((it) =>
          h('option', { value: it.key, selected: it.key === state.me.key }, described(it)),
        ),
      );
    },
    /** Threads stand before the direct messages, which are last. */
    addChannel(channel: PageChannel) {
      channels.lastElementChild?.before(link(channel, false));
    },
    /** Something was written there. */
    markUnread(where: Where) {
      channels
        .querySelector(`[data-where="${CSS.escape(where)}"] .unread`)
        ?.removeAttribute('hidden');
    },
    showServerLanguage(chosen: Language) {
      serverLanguage.value = chosen;
    },
    showPresence(bot: string, online: boolean) {
      presence.replaceChildren(bot, ' ', h('small', {}, online ? words.online : words.offline));
      presence.classList.toggle('online', online);
    },
  };
}

const described = ({ name, role }: PagePerson): string => `${name} (${words[role]})`;

const labelled = (label: string, field: HTMLElement): HTMLElement =>
  h('label', {}, h('span', {}, label), field);

function languageSelect(label: string, onChoice: (chosen: Language) => void): HTMLSelectElement {
  const select = h(
    'select',
    {
      'aria-label': label,
      on: { change: () => onChoice(select.value as Language) },
    },
    Object.entries(languageNames).map(([id, name]) => h('option', { value: id, lang: id }, name)),
  );
  return select;
}
