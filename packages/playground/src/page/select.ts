import type { APIStringSelectComponent } from 'discord-api-types/v10';
import { h, truth } from './dom.ts';
import { dots } from './dots.ts';
import { icons } from './icons.ts';
import { createPopup } from './popup.ts';
import { words } from './words/index.ts';

/** A string select: one choice is sent at once, several when the menu closes. */
export function selectMenu(
  component: APIStringSelectComponent,
  isBusy: boolean,
  send: (values: readonly string[]) => void,
): HTMLElement {
  const {
    options,
    placeholder = words.makeSelection,
    max_values: most = 1,
    min_values: least = 1,
  } = component;
  const initial = options.filter((option) => option.default).map(({ value }) => value);
  let chosen = new Set(initial);
  const labels = () =>
    options
      .filter(({ value }) => chosen.has(value))
      .map(({ label }) => label)
      .join(', ');

  const shown = h('span', { class: labels() ? '' : 'muted' }, labels() || placeholder);
  const trigger = h(
    'button',
    {
      type: 'button',
      class: 'select-trigger',
      role: 'combobox',
      'aria-haspopup': 'listbox',
      'aria-label': labels() ? `${placeholder}: ${labels()}` : placeholder,
      'aria-busy': truth(isBusy),
      'data-key': component.custom_id,
      disabled: component.disabled ?? false,
    },
    shown,
    isBusy ? dots() : icons.down(),
  );

  const popup = createPopup({
    owner: trigger,
    label: placeholder,
    onPick(at) {
      const value = options[at]?.value;
      if (value === undefined) return;
      if (most === 1) {
        // Where none may be chosen, the same one again takes it back.
        chosen = new Set(least === 0 && chosen.has(value) ? [] : [value]);
        close();
        send([...chosen]);
        return;
      }
      if (!chosen.delete(value) && chosen.size < most) chosen.add(value);
      open(at);
    },
  });

  const open = (active: number) => {
    popup.show(
      options.map(({ label, description, value }) => ({
        title: label,
        ...(description && { detail: description }),
        isSelected: chosen.has(value),
      })),
      active,
    );
    // At the end of the channel it would open out of sight.
    popup.element.scrollIntoView({ block: 'nearest' });
  };
  const close = () => {
    popup.hide();
    const isChanged = most > 1 && [...chosen].join() !== initial.join();
    if (isChanged && chosen.size >= least) send([...chosen]);
  };

  trigger.addEventListener('click', () => {
    if (popup.isOpen()) return close();
    const first = options.findIndex(({ value }) => chosen.has(value));
    return isBusy ? undefined : open(Math.max(0, first));
  });
  trigger.addEventListener('blur', () => popup.isOpen() && close());
  trigger.addEventListener('keydown', (event) => {
    if (!popup.isOpen()) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        trigger.click();
      }
      return;
    }
    if (event.key === 'Escape') close();
    else if (!popup.handleKey(event.key, { space: true })) return;
    event.preventDefault();
    event.stopPropagation();
  });
  return h('div', { class: 'select' }, trigger, popup.element);
}
