import { h } from './dom.ts';

/** Three dots that say "wait". */
export const dots = (): HTMLElement =>
  h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i'));
