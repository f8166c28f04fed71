import { parse } from 'discord-markdown-parser';
import { copyButton } from './copy.ts';
import { h, type Child } from './dom.ts';
import { withEmoji } from './emoji.ts';
import { splitLists, type ListItem } from './lists.ts';
import { pageLanguage, words } from './words/index.ts';

/** What mentions are called. */
export interface Names {
  user(id: string): string;
  channel(id: string): string;
  /** Of the server, for menus. */
  channels(): readonly Named[];
  roles(): readonly Named[];
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Discord's markdown as elements. */
export const markdown = (source: string, names: Names): Child[] =>
  splitLists(source).flatMap((part) =>
    part.kind === 'list' ? list(part.items, names) : inline(part.text, names),
  );

const inline = (text: string, names: Names): Child[] =>
  withoutEdges(parse(text, 'extended') as MarkdownNode[]).map((node) => render(node, names));

const isBreak = (node: MarkdownNode | undefined): boolean =>
  node?.type === 'br' || node?.type === 'newline';

const isBlock = (node: MarkdownNode | undefined): boolean =>
  node?.type === 'codeBlock' || node?.type === 'blockQuote';

/** Line breaks at the ends, or beside a block, would double the distance. */
function withoutEdges(nodes: readonly MarkdownNode[]): MarkdownNode[] {
  const first = nodes.findIndex((node) => !isBreak(node));
  const last = nodes.findLastIndex((node) => !isBreak(node));
  return nodes
    .slice(Math.max(0, first), last + 1)
    .filter((node, at, all) => !(isBreak(node) && (isBlock(all[at - 1]) || isBlock(all[at + 1]))));
}

function list(items: readonly ListItem[], names: Names): HTMLElement {
  const tag = items[0]?.number === undefined ? 'ul' : 'ol';
  return h(
    tag,
    { start: items[0]?.number },
    items.map(({ text, children }) =>
      h('li', {}, inline(text, names), children.length > 0 && list(children, names)),
    ),
  );
}

/** A node of the parser's tree, which has no types of its own. */
interface MarkdownNode {
  readonly type: string;
  readonly content?: string | MarkdownNode[];
  readonly [field: string]: unknown;
}

function render(node: MarkdownNode, names: Names): Child {
  const { type, content } = node;
  const inside = (): Child[] =>
    Array.isArray(content)
      ? withoutEdges(content).map((child) => render(child, names))
      : withEmoji(content ?? '');
  const text = (field: string): string => {
    const value = node[field];
    return typeof value === 'string' ? value : '';
  };
  switch (type) {
    case 'heading':
      return h(
        'div',
        {
          class: `heading-${Number(node['level'])}`,
          role: 'heading',
          'aria-level': Number(node['level']) + 2,
        },
        inside(),
      );
    case 'subtext':
      return h('small', { class: 'subtext' }, inside());
    case 'blockQuote':
      return h('blockquote', {}, inside());
    case 'codeBlock':
      return h(
        'div',
        { class: 'code-block' },
        h('pre', { tabindex: 0 }, h('code', {}, text('content'))),
        copyButton(text('content')),
      );
    case 'inlineCode':
      return inlineCode(text('content'));
    case 'strong':
      return h('strong', {}, inside());
    case 'em':
      return h('em', {}, inside());
    case 'underline':
      return h('u', {}, inside());
    case 'strikethrough':
      return h('s', {}, inside());
    case 'spoiler':
      return spoiler(inside());
    case 'link':
    case 'url':
    case 'autolink':
      return jumpLink(text('target'), names) ?? link(text('target'), inside());
    case 'br':
    case 'newline':
      return h('br');
    case 'user':
      return mention(`@${names.user(text('id'))}`);
    case 'channel':
      return mention(`#${names.channel(text('id'))}`);
    case 'role':
      return mention('@role');
    case 'everyone':
    case 'here':
      return mention(`@${type}`);
    case 'slashCommand':
      return mention(`/${text('fullName')}`);
    case 'timestamp':
      return moment(Number(text('timestamp')), text('format'));
    case 'emoji':
      return `:${text('name')}:`;
    case 'twemoji':
      return withEmoji(text('name'));
    case 'emoticon':
      return typeof content === 'string' ? content : '';
    default:
      return inside();
  }
}

/** Inline code of this length gets a button to copy it. */
const longCode = 20;

const inlineCode = (code: string): HTMLElement =>
  code.length < longCode
    ? h('code', {}, code)
    : h('span', { class: 'copyable' }, h('code', {}, code), copyButton(code));

const mention = (text: string) => h('span', { class: 'mention' }, text);

function moment(seconds: number, format: string): Child {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return String(seconds);
  const shown =
    format === 'R' ? relative(seconds - Date.now() / 1000) : date.toLocaleString(pageLanguage);
  return h('time', { datetime: date.toISOString() }, shown);
}

/** "5 minutes ago" */
function relative(seconds: number): string {
  const units = [
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
  ] as const;
  const format = new Intl.RelativeTimeFormat(pageLanguage, { numeric: 'auto' });
  const [unit, length] = units.find(([, least]) => Math.abs(seconds) >= least) ?? ['second', 1];
  return format.format(Math.round(seconds / length), unit);
}

/** The address of a message leads to it, in this page. */
function jumpLink(target: string, names: Names): Child {
  const [, channel, message = ''] =
    /^https:\/\/discord\.com\/channels\/(?:\d+|@me)\/(\d+)\/(\d+)$/.exec(target) ?? [];
  if (channel === undefined) return undefined;
  const jump = () => scrollTo(message);
  return h(
    'button',
    { type: 'button', class: 'mention', on: { click: jump } },
    `#${names.channel(channel)} › ${words.message}`,
  );
}

export const scrollTo = (messageId: string): void =>
  document
    .querySelector(`[data-id="${CSS.escape(messageId)}"]`)
    ?.scrollIntoView({ block: 'center' });

/** Links leave the page for the web, and for nothing else. */
function link(target: string, inside: Child[]): Child {
  if (!/^https?:\/\//i.test(target)) return inside;
  return h('a', { href: target, target: '_blank', rel: 'noreferrer noopener' }, inside);
}

function spoiler(inside: Child[]): HTMLElement {
  const cover = h(
    'button',
    { class: 'spoiler', type: 'button', 'aria-label': words.spoiler },
    inside,
  );
  const reveal = () => cover.replaceWith(h('span', { class: 'revealed' }, [...cover.childNodes]));
  cover.addEventListener('click', reveal);
  return cover;
}
