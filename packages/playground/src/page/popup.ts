import { h, truth } from './dom.ts';

export interface PopupItem {
  readonly title: string;
  readonly detail?: string;
  readonly isSelected?: boolean;
}

interface PopupSettings {
  /** Keeps the focus while the popup is open, and is described by it. */
  readonly owner: HTMLElement;
  readonly label: string;
  readonly onPick: (at: number) => void;
}

let count = 0;

/** A list of options under control of the field it belongs to: arrows move, Enter or Tab picks, a click too. */
export function createPopup({ owner, label, onPick }: PopupSettings) {
  const id = `popup-${++count}`;
  const element = h('div', {
    class: 'popup',
    role: 'listbox',
    id,
    'aria-label': label,
    hidden: true,
  });
  let items: readonly PopupItem[] = [];
  let active = 0;

  owner.setAttribute('aria-controls', id);
  owner.setAttribute('aria-expanded', 'false');

  const draw = () => {
    element.replaceChildren(
      ...items.map(({ title, detail, isSelected }, at) =>
        h(
          'div',
          {
            role: 'option',
            id: `${id}-${at}`,
            class: at === active ? 'active' : '',
            'aria-selected': truth(isSelected ?? at === active),
            on: {
              // Before the field loses the focus.
              mousedown: (event) => event.preventDefault(),
              click: () => onPick(at),
              mousemove: () => at !== active && move(at),
            },
          },
          h('span', { class: 'title' }, title),
          detail !== undefined && h('span', { class: 'detail' }, detail),
        ),
      ),
    );
    owner.setAttribute('aria-activedescendant', `${id}-${active}`);
    element.children[active]?.scrollIntoView({ block: 'nearest' });
  };

  const move = (to: number) => {
    active = (to + items.length) % items.length;
    draw();
  };

  const hide = () => {
    element.hidden = true;
    element.replaceChildren();
    items = [];
    owner.setAttribute('aria-expanded', 'false');
    owner.removeAttribute('aria-activedescendant');
  };

  return {
    element,
    isOpen: () => !element.hidden,
    hide,
    show(shown: readonly PopupItem[], at = 0) {
      if (shown.length === 0) return hide();
      items = shown;
      active = Math.min(at, items.length - 1);
      element.hidden = false;
      owner.setAttribute('aria-expanded', 'true');
      draw();
    },
    /** True if the popup used the key. */
    handleKey(key: string, { space = false } = {}): boolean {
      if (element.hidden) return false;
      if (key === 'ArrowDown') move(active + 1);
      else if (key === 'ArrowUp') move(active - 1);
      else if (key === 'Enter' || key === 'Tab' || (space && key === ' ')) onPick(active);
      else return false;
      return true;
    },
  };
}

export type Popup = ReturnType<typeof createPopup>;
