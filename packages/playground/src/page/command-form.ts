import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { readOptions } from '../people/options.ts';
import type { SlashCommand } from '../people/slash.ts';
import type { OptionForm } from '../wire/form/command.ts';
import type { Act } from './connection.ts';
import { h } from './dom.ts';
import { createFileField } from './file-field.ts';
import { createOptionField, type OptionField } from './option-field.ts';
import { createPopup } from './popup.ts';
import { descriptionIn, nameIn } from './localized.ts';
import { words } from './words/index.ts';

interface FormSettings {
  readonly command: SlashCommand;
  readonly locale: string;
  readonly act: Act;
  /** The command was sent, or given up. */
  readonly onClose: () => void;
  readonly onProblem: (problem: string | undefined) => void;
}

/** A command being filled in: required options are there at once, the others can be added. */
export function createCommandForm({ command, locale, act, onClose, onProblem }: FormSettings) {
  const { options } = command;
  let fields: OptionField[] = [];

  const more = h('input', {
    type: 'text',
    role: 'combobox',
    class: 'more',
    'aria-label': words.moreOptions,
    autocomplete: 'off',
    readonly: true,
  });
  const chips = h(
    'div',
    { class: 'chips' },
    h('span', { class: 'command-name' }, `/${nameIn(command, locale)}`),
    more,
  );
  const popups = h('div', { class: 'popups' });
  const element = h(
    'div',
    { class: 'command-form', role: 'group', 'aria-label': `/${command.name}` },
    popups,
    chips,
  );

  const rest = () => options.filter((option) => !fields.some((field) => field.option === option));
  const morePopup = createPopup({
    owner: more,
    label: words.options,
    onPick: (at) => {
      const option = rest()[at];
      if (option) add(option).focus();
    },
  });
  popups.append(morePopup.element);

  const values = () =>
    Object.fromEntries(
      fields.flatMap((field) => {
        const value = field.value();
        return value === undefined ? [] : [[field.option.name, value] as const];
      }),
    );

  const send = async () => {
    const read = readOptions(options, values());
    if (!read.ok) {
      onProblem(read.problem);
      fields.find(({ option }) => option.name === read.option)?.focus();
      return;
    }
    const request = { do: 'command', name: command.name, options: values() } as const;
    // At once: what is typed next is not part of this command.
    onClose();
    const answer = await act(request);
    if (!answer.ok) onProblem(answer.problem);
  };

  const suggest = async ({ name }: OptionForm) => {
    const typed = values()[name] ?? '';
    const asked = await act({
      do: 'autocomplete',
      name: command.name,
      options: { ...values(), [name]: typed },
      focused: name,
    });
    return asked.ok ? asked.choices : undefined;
  };

  const next = () => {
    const empty = fields.find(({ option, value }) => option.required && value() === undefined);
    if (empty) empty.focus();
    else more.focus();
  };

  const remove = (field: OptionField) => {
    if (field.option.required) return onClose();
    fields = fields.filter((other) => other !== field);
    field.element.remove();
    field.popup.remove();
    label();
    more.focus();
  };

  const add = (option: OptionForm): OptionField => {
    const settings = {
      option,
      name: nameIn(option, locale),
      description: descriptionIn(option, locale),
      onDone: next,
      onSend: () => void send(),
      onEscape: onClose,
      onRemove: () => remove(field),
    };
    const field: OptionField =
      option.type === ApplicationCommandOptionType.Attachment
        ? createFileField(settings)
        : createOptionField({ ...settings, suggest: () => suggest(option) });
    fields.push(field);
    more.before(field.element);
    popups.append(field.popup);
    label();
    return field;
  };

  const label = () => {
    const count = rest().length;
    more.placeholder = count > 0 ? words.optional(count) : '';
  };

  const offerMore = () =>
    morePopup.show(
      rest().map((option) => ({
        title: nameIn(option, locale),
        detail: descriptionIn(option, locale),
      })),
    );
  more.addEventListener('click', offerMore);
  more.addEventListener('blur', () => morePopup.hide());
  more.addEventListener('keydown', (event) => {
    const { key } = event;
    if (key === 'Tab' && (event.shiftKey || !morePopup.isOpen())) return;
    if (key === 'Escape') {
      if (morePopup.isOpen()) morePopup.hide();
      else onClose();
    } else if (morePopup.handleKey(key)) {
      // The popup did it.
    } else if (key === 'Enter') void send();
    else if (key === 'ArrowDown' || key === 'ArrowUp' || key === ' ') offerMore();
    else if (key === 'Backspace') {
      const last = fields.at(-1);
      if (last) last.focus();
      else onClose();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });

  for (const option of options) if (option.required) add(option);
  label();
  return { element, focus: next, send };
}
