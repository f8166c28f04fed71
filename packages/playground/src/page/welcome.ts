import type { PageChannel, PageState } from '../protocol.ts';
import { h, type Child } from './dom.ts';
import { icons } from './icons.ts';
import { words } from './words/index.ts';

/** Above the first message. */
export const welcome = ({ bot, server }: PageState, { where, name }: PageChannel): HTMLElement =>
  h(
    'div',
    { class: 'welcome' },
    h(
      'span',
      { class: 'welcome-mark', 'aria-hidden': 'true' },
      where === 'dm' ? icons.sprout() : icons.hash(),
    ),
    h('h2', {}, where === 'dm' ? name : words.welcome(name)),
    h(
      'p',
      {},
      where === 'dm'
        ? words.welcomeToBot(name)
        : withKeys(words.welcomeToChannel(name, server.name, bot.name), bot.name),
    ),
  );

const withKeys = (text: string, bot: string): Child[] =>
  text.split(/(\{\w+\})/).map((part) => {
    if (part === '{slash}') return h('kbd', {}, '/');
    return part === '{mention}' ? h('kbd', {}, `@${bot}`) : part;
  });
