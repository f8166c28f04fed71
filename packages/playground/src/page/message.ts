import { MessageFlags, MessageType, type APIMessage } from 'discord-api-types/v10';
import { clock } from './clock.ts';
import { classLine, type Gathering } from './class-line.ts';
import { components, fileCard, textBlock, type Surroundings } from './components.ts';
import { h, type Child } from './dom.ts';
import { dots } from './dots.ts';
import { icons } from './icons.ts';
import { scrollTo } from './markdown.ts';
import { picture } from './media.ts';
import { messageLabel, nameOf, textOf } from './spoken.ts';
import { words } from './words/index.ts';

export interface MessageView extends Surroundings {
  readonly me: { readonly id: string };
  readonly dismiss: () => void;
  /** A component of it was used, and the bot did not respond. */
  readonly hasFailed: boolean;
  readonly repliesTo: APIMessage | undefined;
  /** Where a simulated class can press. */
  readonly gathering: Gathering | undefined;
  readonly openMenu: (at: { readonly x: number; readonly y: number }) => void;
}

export function messageElement(view: MessageView): HTMLElement {
  const { message, me } = view;
  const { author } = message;
  const name = nameOf(message);
  const isMine = message.mention_everyone || message.mentions.some(({ id }) => id === me.id);
  return h(
    'article',
    {
      class: ['message', isPrivate(message) ? 'private' : '', isMine ? 'mentioned' : ''].join(' '),
      'aria-label': messageLabel(message, view.names),
      'data-id': message.id,
    },
    occasion(view),
    avatar(name, author.bot ?? false),
    h(
      'div',
      { class: 'body' },
      h(
        'header',
        {},
        h('strong', { class: author.bot ? 'name bot' : 'name' }, name),
        author.bot && h('span', { class: 'badge' }, 'APP'),
        h('time', { datetime: message.timestamp }, clock(message.timestamp)),
      ),
      content(view),
      view.gathering && classLine(view.gathering),
      isPrivate(message) && onlyYou(view.dismiss),
    ),
    hasMenu(message) && moreButton(view),
  );
}

/** Private messages, and those that are not here yet, have no actions. */
export const hasMenu = (message: APIMessage): boolean => !isPrivate(message) && !isLoading(message);

function moreButton({ openMenu }: MessageView): HTMLElement {
  const button = h(
    'button',
    {
      type: 'button',
      class: 'icon-button more-actions',
      'aria-label': words.more,
      'aria-haspopup': 'menu',
      'data-key': 'more',
      on: {
        click: () => {
          const { right, bottom } = button.getBoundingClientRect();
          openMenu({ x: right - 220, y: bottom + 4 });
        },
      },
    },
    icons.more(),
  );
  return button;
}

const hasFlag = ({ flags }: APIMessage, flag: MessageFlags): boolean =>
  flags !== undefined && (flags & flag) !== 0;

export const isLoading = (message: APIMessage): boolean => hasFlag(message, MessageFlags.Loading);

const isPrivate = (message: APIMessage): boolean => hasFlag(message, MessageFlags.Ephemeral);

/** A message of Discord's own has the name of the thread as its content. */
const said = ({ type, content: text }: APIMessage): string =>
  type === MessageType.ThreadCreated ? words.openedThread(text) : text;

function content(view: MessageView): Child {
  const { message, names, hasFailed } = view;
  if (isLoading(message))
    return h('p', { class: 'thinking' }, dots(), words.thinking(message.author.username));
  const isV2 = hasFlag(message, MessageFlags.IsComponentsV2);
  return h(
    'div',
    { class: 'content' },
    message.content !== '' && textBlock(said(message), names),
    message.embeds.map(({ title, description }) =>
      h(
        'div',
        { class: 'container' },
        title && h('strong', {}, title),
        description && textBlock(description, names),
      ),
    ),
    !isV2 && message.attachments.map(attachmentElement),
    components(view),
    message.edited_timestamp !== null && h('span', { class: 'edited' }, words.edited),
    hasFailed &&
      h('p', { class: 'failed', role: 'alert' }, icons.warning(), words.interactionFailed),
  );
}

const attachmentElement = (attachment: APIMessage['attachments'][number]): Child =>
  attachment.content_type?.startsWith('image/')
    ? picture(attachment, attachment.description)
    : fileCard(attachment);

/** Above the message: the command it answers, or the message it replies to. */
function occasion({ message, repliesTo, names }: MessageView): Child {
  const { interaction, interaction_metadata: metadata } = message;
  if (interaction) {
    const isFromMenu = metadata !== undefined && 'target_message_id' in metadata;
    return h(
      'p',
      { class: 'occasion' },
      h('strong', {}, interaction.user.global_name ?? interaction.user.username),
      ` ${words.used} `,
      h('span', { class: 'mention' }, isFromMenu ? interaction.name : `/${interaction.name}`),
    );
  }
  if (!repliesTo) return undefined;
  // Never a whole page: the line is cut off at its end anyway.
  const excerpt = textOf(repliesTo, names).slice(0, 200) || words.original;
  const jump = () => scrollTo(repliesTo.id);
  return h(
    'p',
    { class: 'occasion' },
    h('strong', {}, nameOf(repliesTo)),
    ' ',
    h('button', { type: 'button', class: 'link', on: { click: jump } }, excerpt),
  );
}

export const avatar = (name: string, isBot: boolean): HTMLElement =>
  h(
    'span',
    { class: isBot ? 'avatar bot' : `avatar person-${name.length % 3}`, 'aria-hidden': 'true' },
    isBot ? icons.sprout() : name.replace('Ms. ', '').slice(0, 1),
  );

export const onlyYou = (dismiss: () => void): HTMLElement =>
  h(
    'p',
    { class: 'only-you' },
    icons.eye(),
    `${words.onlyYou} • `,
    h('button', { type: 'button', class: 'link', on: { click: dismiss } }, words.dismiss),
  );
