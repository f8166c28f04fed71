import type { APIMessage } from 'discord-api-types/v10';
import type { PageChannel, PageInteraction, PageState } from '../protocol.ts';
import { choiceOf } from '../choice.ts';
import type { Act } from './connection.ts';
import { h } from './dom.ts';
import { dots } from './dots.ts';
import { keepEnd } from './end.ts';
import { icons } from './icons.ts';
import type { Names } from './markdown.ts';
import { openMenu, type MenuEntry } from './menu.ts';
import { avatar, hasMenu, isLoading, messageElement, onlyYou } from './message.ts';
import { announcement } from './spoken.ts';
import { walkMessages } from './walk.ts';
import { welcome } from './welcome.ts';
import { words } from './words/index.ts';

interface LogSettings {
  readonly names: Names;
  readonly act: Act;
  readonly announce: (text: string) => void;
  /** What can be done with a message of the channel. */
  readonly menu: (message: APIMessage) => readonly MenuEntry[];
  /** The reader wants to go on writing. */
  readonly leave: () => void;
}

interface Drawn {
  readonly message: APIMessage;
  readonly element: HTMLElement;
}

/** The messages of the channel, newest last, and what has not been answered yet. */
export function createLog({ names, act, announce, menu, leave }: LogSettings) {
  const list = h('div', { class: 'log-list' });
  const scroller = h(
    'div',
    { class: 'log', role: 'log', 'aria-live': 'off', 'aria-label': words.messages },
    list,
  );
  const newer = h('button', { type: 'button', class: 'newer', hidden: true });
  newer.addEventListener('click', () => end.follow());
  const messages = new Map<string, Drawn>();
  const pending = new Map<string, HTMLElement>();
  /** By message: the component in use, or that nobody responded. */
  const uses = new Map<string, PageInteraction>();
  let me: PageState['me'] | undefined;
  let botName = '';
  /** Of a class, which a teacher has in the channels of the server. */
  let hasClass = false;
  const pressing = new Set<string>();

  /** New messages that the reader has not seen, because they scrolled up. */
  let unseen = 0;
  const showUnseen = (count: number) => {
    unseen = count;
    newer.hidden = count === 0;
    newer.replaceChildren(words.newMessages(count), icons.down());
  };
  const end = keepEnd(scroller, list, () => showUnseen(0));
  const walk = walkMessages(list, { onEnd: () => end.follow(), onEscape: leave });

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
      gathering:
        hasClass && hasMenu(message) && choiceOf(message).length > 0
          ? { isPressing: pressing.has(message.id), start: () => void gather(message.id) }
          : undefined,
      press: (customId) => void act({ do: 'press', messageId: message.id, customId }),
      select: (customId, values) =>
        void act({ do: 'select', messageId: message.id, customId, values }),
      dismiss: () => void act({ do: 'dismiss', messageId: message.id }),
      openMenu: (at) => openMenu(words.message, at, menu(message)),
    });
  };

  const put = (message: APIMessage) => {
    const known = messages.get(message.id);
    const drawn = draw(message);
    const isNews = !known || isLoading(known.message) || offered(known.element) !== offered(drawn);
    messages.set(message.id, { message, element: known?.element ?? drawn });
    let isRead = false;
    if (known) isRead = update(known.element, drawn);
    else insert(message, drawn);
    walk.drawn(known?.element ?? drawn, !known);
    if (isNews && !isRead && me) announce(announcement(message, names));
  };

  const insert = (message: APIMessage, drawn: HTMLElement) => {
    const later = [...messages.values()].find((it) => BigInt(it.message.id) > BigInt(message.id));
    list.insertBefore(drawn, later?.element ?? [...pending.values()][0] ?? null);
    if (message.author.id === me?.id) end.follow();
    else if (!end.isFollowed()) showUnseen(unseen + 1);
  };

  list.addEventListener('contextmenu', (event) => {
    const id = (event.target as Element).closest<HTMLElement>('article')?.dataset['id'];
    const message = messages.get(id ?? '')?.message;
    if (!message || !hasMenu(message) || isOwnMenuWanted(event.target)) return;
    event.preventDefault();
    openMenu(words.message, { x: event.clientX, y: event.clientY }, menu(message));
  });

  const redraw = (id: string | undefined) => {
    const known = messages.get(id ?? '');
    if (known) put(known.message);
  };

  const gather = async (messageId: string) => {
    pressing.add(messageId);
    redraw(messageId);
    announce(words.classPresses);
    const answer = await act({ do: 'class', messageId });
    pressing.delete(messageId);
    redraw(messageId);
    announce(answer.ok ? words.classPressed(answer.pressed ?? 0) : answer.problem);
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
    // Somebody who sends a command wants to see the answer.
    if (interaction.name.startsWith('/')) end.follow();
    if (interaction.state === 'failed') announce(words.didNotRespond);
  };

  return {
    element: h('div', { class: 'log-frame' }, scroller, newer),
    put,
    remove(id: string) {
      const known = messages.get(id);
      if (!known) return;
      walk.leave(known.element);
      known.element.remove();
      messages.delete(id);
    },
    toNewest: () => walk.toNewest(),
    interaction(interaction: PageInteraction) {
      if (interaction.kind !== 'component') return showPending(interaction);
      const { messageId = '', state } = interaction;
      if (state === 'acknowledged') uses.delete(messageId);
      else uses.set(messageId, interaction);
      redraw(messageId);
      if (state === 'failed') announce(words.interactionFailed);
    },
    reset(state: PageState, here: PageChannel) {
      me = undefined;
      messages.clear();
      pending.clear();
      uses.clear();
      botName = state.bot.name;
      hasClass = state.me.role === 'teacher' && here.where !== 'dm';
      list.replaceChildren(welcome(state, here));
      for (const message of state.messages) if (message.channel_id === here.id) put(message);
      me = state.me;
      for (const { message } of messages.values())
        if (message.mentions.length > 0) redraw(message.id);
      end.follow();
    },
  };
}

/**
 * Draws a message anew in the same element. The focus stays on the same button or menu; where that is gone it goes to
 * the message, which a screen reader then reads: true. It never scrolls: the top of a message can be far above the end,
 * which the reader would leave.
 */
function update(element: HTMLElement, drawn: HTMLElement): boolean {
  const focused = document.activeElement;
  const isInside = focused !== element && element.contains(focused);
  const key = isInside && focused instanceof HTMLElement ? focused.dataset['key'] : undefined;
  element.replaceChildren(...drawn.childNodes);
  element.className = drawn.className;
  element.setAttribute('aria-label', drawn.getAttribute('aria-label') ?? '');
  if (!isInside) return false;
  const same = element.querySelector<HTMLElement>(`[data-key="${CSS.escape(key ?? '')}"]`);
  same?.focus({ preventScroll: true });
  if (same && document.activeElement === same) return false;
  element.focus({ preventScroll: true });
  return true;
}

/**
 * What can be done with a message and looked at. An edit is worth a word when this changes (a next question, a
 * result); progress that only counts on is not.
 */
const offered = (message: HTMLElement): string =>
  [...message.querySelectorAll<HTMLElement>('[data-key], .picture, .file')]
    .map(({ dataset, className }) => dataset['key'] ?? className)
    .join('\n');

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
        ` ${words.used} `,
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
        ? h('p', { class: 'failed' }, icons.warning(), words.didNotRespond)
        : h('p', { class: 'thinking' }, dots(), words.sending),
      hasFailed && onlyYou(dismiss),
    ),
  );
}

/** The browser's own menu, for links, pictures and what is selected. */
const isOwnMenuWanted = (target: EventTarget | null): boolean =>
  (target instanceof Element && target.closest('a, img') !== null) ||
  getSelection()?.isCollapsed === false;
