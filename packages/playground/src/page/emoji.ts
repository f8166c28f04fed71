import { h, type Child } from './dom.ts';
import { icons } from './icons.ts';

/** Drawn here, because a machine without an emoji font shows a box. */
const drawings: Readonly<Record<string, () => Node>> = {
  '🌱': icons.sprout,
  '✅': icons.check,
};

const known = new RegExp(`(${Object.keys(drawings).join('|')})`, 'u');

/** A text whose emoji look the same on every machine, as far as they are known. */
export const withEmoji = (text: string): Child[] =>
  text.split(known).map((part) => {
    const draw = drawings[part];
    return draw ? h('span', { class: 'emoji', role: 'img', 'aria-label': part }, draw()) : part;
  });
