import { ComponentType, type APIMessage } from 'discord-api-types/v10';
import { clock } from './clock.ts';
import { h } from './dom.ts';
import { markdown, type Names } from './markdown.ts';
import { words } from './words/index.ts';

type Component = NonNullable<APIMessage['components']>[number];

/** A message in one line, without markdown. */
export const textOf = (message: APIMessage, names: Names): string =>
  [message.content, ...(message.components ?? []).flatMap(textsIn)]
    .filter((text) => text !== '')
    .map((text) => plain(text, names))
    .join(' ');

function textsIn(component: Component): string[] {
  switch (component.type) {
    case ComponentType.TextDisplay:
      return [component.content];
    case ComponentType.Container:
    case ComponentType.Section:
      return component.components.flatMap(textsIn);
    default:
      return [];
  }
}

function plain(source: string, names: Names): string {
  const box = h('div', {}, markdown(source, names));
  for (const end of box.querySelectorAll('br, [role="heading"], li, blockquote, pre, small'))
    end.after(' ');
  return (box.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

/** Two or three sentences: the title and what was found. The rest can be read in the message. */
const longestAnnouncement = 400;

/** What a screen reader says when a message comes, or has become another. */
export function announcement(message: APIMessage, names: Names): string {
  const text = textOf(message, names);
  const shown =
    text.length <= longestAnnouncement
      ? text
      : `${text.slice(0, text.lastIndexOf(' ', longestAnnouncement) + 1 || longestAnnouncement)}…`;
  return `${nameOf(message)}: ${shown}`;
}

/** What a screen reader says of a message that is come to: who, when, and all of it. */
export function messageLabel(message: APIMessage, names: Names): string {
  const pictures = message.attachments.flatMap(({ description }) =>
    description ? [`${words.picture}: ${description}`] : [],
  );
  const head = `${nameOf(message)}, ${clock(message.timestamp)}`;
  return [head, textOf(message, names), ...pictures].join('. ');
}

export const nameOf = ({ author }: APIMessage): string => author.global_name ?? author.username;
