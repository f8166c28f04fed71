import type { APIMessage } from 'discord-api-types/v10';
import type { PageAct, PageAnswer, PageChannel, PageInteraction, PageState } from '../protocol.ts';
import { h } from './dom.ts';
import { dots } from './dots.ts';
import { keepEnd } from './end.ts';
import { icons } from './icons.ts';
import type { Names } from './markdown.ts';
import { openMenu, type MenuEntry } from './menu.ts';
import { avatar, isLoading, messageElement, onlyYou } from './message.ts';

interface LogSettings {
  readonly names: Names;
  readonly act: (act: PageAct) => Promise<PageAnswer>;
  readonly announce: (text: string) => void;
  /** What can be done with a message of the channel. */
  readonly menu: (message: APIMessage) => readonly MenuEntry[];
}

/** The messages of the channel, newest last, and what has not been answered yet. */
export function createLog({ names, act, announce, menu }: LogSettings) {
  const list = h('div', { class: 'log-list' });
  const scroller = h(
    'div',
    { class: 'log', role: 'log', 'aria-live': 'off', 'aria-label': 'Messages', tabindex: 0 },
    list,
  );
  const newer = h('button', { type: 'button', class: 'newer', hidden: true });
  newer.addEventListener('click', () => end.follow());
  const messages = new Map<string, { message: APIMessage; element: HTMLElement }>();
  const pending = new Map<string, HTMLElement>();
  /** By message: the component in use, or that nobody responded. */
  const uses = new Map<string, PageInteraction>();
  let me: PageState['me'] | undefined;
  let botName = '';

  /** New messages that the reader has not seen, because they scrolled up. */
  let unseen = 0;
  const showUnseen = (count: number) => {
    unseen = count;
    newer.hidden = count === 0;
    newer.replaceChildren(count === 1 ? '1 new message' : `${count} new messages`, icons.down());
  };
  const end = keepEnd(scroller, list, () => showUnseen(0));

  const draw = (message: APIMessage): HTMLElement => {
    const use = uses.get(message.id);
    const reference = message.message_reference?.message_id;
    return messageElement({
      message,
      names,
      me: { id: me?.id ?? '' },
      busy: use?.state === 'waiting' ? use.customId : undefined,
      hasFailed: use?.state === 'failed',
      repliesTo: reference === undefined ? undefined : messages.get(reference)?.message,
      press: (customId) => void act({ do: 'press', messageId: message.id, customId }),
      select: (customId, values) =>
        void act({ do: 'select', messageId: message.id, customId, values }),
      dismiss: () => void act({ do: 'dismiss', messageId: message.id }),
      openMenu: (at) => openMenu('Message', at, menu(message)),
    });
  };

  const put = (message: APIMessage) => {
    const old = messages.get(message.id);
    const drawn = draw(message);
    messages.set(message.id, { message, element: drawn });
    if (old) replace(old.element, drawn);
    else insert(message, drawn);
    if ((!old || isLoading(old.message)) && me) announce(spoken(message, drawn));
  };

  const insert = (message: APIMessage, drawn: HTMLElement) => {
    const later = [...messages.values()].find((it) => BigInt(it.message.id) > BigInt(message.id));
    list.insertBefore(drawn, later?.element ?? [...pending.values()][0] ?? null);
    if (message.author.id === me?.id) end.follow();
    else if (!end.isFollowed()) showUnseen(unseen + 1);
  };

  const redraw = (id: string | undefined) => {
    const known = messages.get(id ?? '');
    if (known) put(known.message);
  };

  const showPending = (interaction: PageInteraction) => {
    pending.get(interaction.id)?.remove();
    pending.delete(interaction.id);
    if (interaction.state === 'acknowledged') return;
    const dismiss = () => {
      pending.get(interaction.id)?.remove();
      pending.delete(interaction.id);
    };
    const row = pendingRow(interaction, me?.name ?? '', botName, dismiss);
    pending.set(interaction.id, row);
    list.append(row);
    // Who sends a command wants to see what comes of it.
    if (interaction.name.startsWith('/')) end.follow();
    if (interaction.state === 'failed') announce('The application did not respond');
  };

  return {
    element: h('div', { class: 'log-frame' }, scroller, newer),
    put,
    remove(id: string) {
      messages.get(id)?.element.remove();
      messages.delete(id);
    },
    interaction(interaction: PageInteraction) {
      if (interaction.kind !== 'component') return showPending(interaction);
      const { messageId = '', state } = interaction;
      if (state === 'acknowledged') uses.delete(messageId);
      else uses.set(messageId, interaction);
      redraw(messageId);
      if (state === 'failed') announce('This interaction failed');
    },
    reset(state: PageState, here: PageChannel) {
      me = undefined;
      messages.clear();
      pending.clear();
      uses.clear();
      botName = state.bot.name;
      list.replaceChildren(welcome(state, here));
      for (const message of state.messages) if (message.channel_id === here.id) put(message);
      me = state.me;
      for (const { message } of messages.values())
        if (message.mentions.length > 0) redraw(message.id);
      end.follow();
    },
  };
}

/** Keeps the focus on the same button or menu when its message is drawn anew. */
function replace(old: HTMLElement, drawn: HTMLElement): void {
  const key = old.contains(document.activeElement)
    ? (document.activeElement as HTMLElement).dataset['key']
    : undefined;
  old.replaceWith(drawn);
  if (key !== undefined)
    drawn.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
}

function pendingRow(
  { name, state }: PageInteraction,
  person: string,
  bot: string,
  dismiss: () => void,
): HTMLElement {
  const hasFailed = state === 'failed';
  return h(
    'div',
    { class: hasFailed ? 'message private' : 'message' },
    name.startsWith('/') &&
      h(
        'p',
        { class: 'occasion' },
        h('strong', {}, person),
        ' used ',
        h('span', { class: 'mention' }, name),
      ),
    avatar(bot, true),
    h(
      'div',
      { class: 'body' },
      h(
        'header',
        {},
        h('strong', { class: 'name bot' }, bot),
        h('span', { class: 'badge' }, 'APP'),
      ),
      hasFailed
        ? h('p', { class: 'failed' }, icons.warning(), 'The application did not respond')
        : h('p', { class: 'thinking' }, dots(), 'Sending command...'),
      hasFailed && onlyYou(dismiss),
    ),
  );
}

const welcome = (
  { bot, server: { name: server } }: PageState,
  { where, name }: PageChannel,
): HTMLElement =>
  h(
    'div',
    { class: 'welcome' },
    h(
      'span',
      { class: 'welcome-mark', 'aria-hidden': 'true' },
      where === 'dm' ? icons.sprout() : icons.hash(),
    ),
    h('h2', {}, where === 'dm' ? name : `Welcome to #${name}!`),
    where === 'dm'
      ? h('p', {}, `This is the beginning of your direct messages with ${name}. Just ask.`)
      : h(
          'p',
          {},
          `This is the start of #${name} in ${server}. Type `,
          h('kbd', {}, '/'),
          ` to see what ${bot.name} can do, or mention `,
          h('kbd', {}, `@${bot.name}`),
          ' with a question.',
        ),
  );

/** What a screen reader says of a new message: who, and its text. Pictures are named by their alt text. */
function spoken(message: APIMessage, drawn: HTMLElement): string {
  const name = message.author.global_name ?? message.author.username;
  const body = drawn.querySelector('.content, .thinking');
  const pictures = [...(body?.querySelectorAll('img') ?? [])].map(({ alt }) => `Picture: ${alt}`);
  return [`${name}:`, body?.textContent ?? '', ...pictures].join(' ');
}
