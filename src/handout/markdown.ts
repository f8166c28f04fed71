import { parse } from 'discord-markdown-parser';
import { html, type Html } from './html.ts';

/** A node of the parser's tree, which has no types of its own. */
interface Node {
  readonly type: string;
  readonly content?: string | readonly Node[];
  readonly target?: string;
}

/** Discord's markdown as HTML, as far as our own words use it; what is anything else stays its text. */
export const markdown = (source: string): Html => inside(parse(source, 'extended'));

const inside = (content: Node['content']): Html =>
  typeof content === 'string' ? html`${content}` : html`${(content ?? []).map(render)}`;

function render({ type, content, target = '' }: Node): Html {
  switch (type) {
    case 'strong':
      return html`<strong>${inside(content)}</strong>`;
    case 'em':
      return html`<em>${inside(content)}</em>`;
    case 'inlineCode':
      return html`<code>${inside(content)}</code>`;
    case 'subtext':
      return html`<small>${inside(content)}</small>`;
    case 'br':
    case 'newline':
      return html`<br />`;
    case 'link':
    case 'url':
      return link(target, inside(content));
    default:
      return inside(content);
  }
}

/** Leads to the web, and nowhere else. */
export const link = (url: string, words: Html | string): Html =>
  /^https?:\/\//i.test(url) ? html`<a href="${url}">${words}</a>` : html`${words}`;
