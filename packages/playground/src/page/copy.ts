import { h } from './dom.ts';
import { icons } from './icons.ts';
import { words } from './words/index.ts';

const shownMs = 2000;

/** Copies a text: on a phone, code is hard to select. */
export function copyButton(text: string): HTMLElement {
  const button = h(
    'button',
    { type: 'button', class: 'icon-button copy', 'aria-label': words.copy, title: words.copy },
    icons.copy(),
  );
  const show = (label: string, icon: Node) => {
    button.setAttribute('aria-label', label);
    button.replaceChildren(icon);
  };
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    show(words.copied, icons.check());
    setTimeout(() => show(words.copy, icons.copy()), shownMs);
  };
  button.addEventListener('click', () => {
    void copy();
  });
  return button;
}
