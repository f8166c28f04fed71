import { h } from './dom.ts';

export interface MenuEntry {
  readonly label: string;
  /** A heading above it, where that differs from the one before. */
  readonly group?: string;
  readonly onPick: () => void;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

let close = () => {};

/** A menu at a point of the window: arrows move, Enter picks, Escape and a press elsewhere close it. */
export function openMenu(label: string, at: Point, entries: readonly MenuEntry[]): void {
  close();
  const opener = document.activeElement;
  const items = entries.map(({ label: text, onPick }) =>
    h(
      'button',
      {
        type: 'button',
        role: 'menuitem',
        tabindex: -1,
        on: {
          click: () => {
            close();
            onPick();
          },
        },
      },
      text,
    ),
  );
  const element = h(
    'div',
    { class: 'menu', role: 'menu', 'aria-label': label },
    entries.map(({ group }, place) => [
      group !== undefined && group !== entries[place - 1]?.group && h('p', {}, group),
      items[place],
    ]),
  );
  const leave = new AbortController();
  close = () => {
    close = () => {};
    leave.abort();
    element.remove();
    if (opener instanceof HTMLElement) opener.focus();
  };
  const move = (by: number) => {
    const now = items.findIndex((item) => item === document.activeElement);
    items[(now + by + items.length) % items.length]?.focus();
  };
  element.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Escape' || event.key === 'Tab') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.addEventListener(
    'pointerdown',
    (event) => {
      if (!element.contains(event.target as Node)) close();
    },
    { signal: leave.signal },
  );
  document.body.append(element);
  const { width, height } = element.getBoundingClientRect();
  element.style.left = `${Math.max(8, Math.min(at.x, innerWidth - width - 8))}px`;
  element.style.top = `${Math.max(8, Math.min(at.y, innerHeight - height - 8))}px`;
  items[0]?.focus();
}
