import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import type { OptionForm } from '../wire/form/command.ts';
import { h } from './dom.ts';
import { createPopup } from './popup.ts';
import { words } from './words/index.ts';

type Value = string | number | boolean;

export interface Choice {
  readonly name: string;
  readonly value: Value;
}

export interface FieldSettings {
  readonly option: OptionForm;
  readonly name: string;
  readonly description: string;
  /** Asks the bot; undefined if that failed. */
  readonly suggest: () => Promise<readonly Choice[] | undefined>;
  readonly onDone: () => void;
  readonly onSend: () => void;
  readonly onEscape: () => void;
  /** Backspace in the empty field. */
  readonly onRemove: () => void;
}

export interface OptionField {
  readonly option: OptionForm;
  readonly element: HTMLElement;
  readonly popup: HTMLElement;
  /** Undefined while the field is empty. */
  readonly value: () => Value | File | undefined;
  focus(): void;
}

const patience = 150;

/** One option of a command as Discord shows it: its name, and a field with suggestions. */
export function createOptionField(settings: FieldSettings): OptionField {
  const { option, name, description } = settings;
  const input = h('input', {
    type: 'text',
    role: 'combobox',
    'aria-label': name,
    'aria-autocomplete': 'list',
    'aria-description': description,
    autocomplete: 'off',
    spellcheck: 'false',
    maxlength: 6000,
    inputmode: isNumeric(option) ? 'decimal' : undefined,
  });
  const element = h('label', { class: 'option' }, h('span', { class: 'option-name' }, name), input);
  let choices: readonly Choice[] = [];
  let picked: Choice | undefined;
  let asked = 0;

  const popup = createPopup({
    owner: input,
    label: `${name}: ${description}`,
    onPick(at) {
      picked = choices[at];
      if (!picked) return;
      input.value = picked.name;
      resize();
      popup.hide();
      settings.onDone();
    },
  });

  const resize = () => input.style.setProperty('--length', String(Math.max(4, width(input.value))));

  const offer = (offered: readonly Choice[]) => {
    choices = offered;
    if (document.activeElement === input)
      popup.show(offered.map((choice) => ({ title: choice.name })));
  };

  const refresh = async () => {
    const fixed = fixedChoices(option);
    if (fixed) {
      const typed = input.value.toLowerCase();
      return offer(fixed.filter((choice) => choice.name.toLowerCase().includes(typed)));
    }
    if (!('autocomplete' in option) || !option.autocomplete) return undefined;
    const turn = ++asked;
    await new Promise((resolve) => setTimeout(resolve, patience));
    if (turn !== asked) return undefined;
    const suggestions = await settings.suggest();
    // An older answer must not replace a newer one.
    if (turn === asked && !picked) offer(suggestions ?? []);
    return undefined;
  };

  input.addEventListener('input', () => {
    picked = undefined;
    resize();
    void refresh();
  });
  input.addEventListener('focus', () => !picked && void refresh());
  input.addEventListener('blur', () => {
    asked += 1;
    popup.hide();
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const { key } = event;
    if (key === 'Escape') {
      if (popup.isOpen()) popup.hide();
      else settings.onEscape();
    } else if (key === 'Tab' && event.shiftKey) return;
    else if (popup.handleKey(key)) {
      // The popup did it.
    } else if (key === 'Enter') settings.onSend();
    else if (key === 'Backspace' && input.value === '') settings.onRemove();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  resize();

  return {
    option,
    element,
    popup: popup.element,
    value: () => (input.value === '' ? undefined : (picked?.value ?? parse(option, input.value))),
    focus: () => input.focus(),
  };
}

const isNumeric = ({ type }: OptionForm): boolean => type === Type.Integer || type === Type.Number;

function fixedChoices(option: OptionForm): readonly Choice[] | undefined {
  if (option.type === Type.Boolean)
    return [
      { name: words.yes, value: true },
      { name: words.no, value: false },
    ];
  return 'choices' in option && option.choices?.length ? option.choices : undefined;
}

/** What was typed instead of chosen; what is no number stays text, and is refused with a reason. */
function parse(option: OptionForm, text: string): Value {
  if (isNumeric(option) && text.trim() !== '' && !Number.isNaN(Number(text))) return Number(text);
  const fixed = fixedChoices(option)?.find(({ name }) => name.toLowerCase() === text.toLowerCase());
  return fixed ? fixed.value : text;
}

/** In `ch`: characters of East Asian scripts are twice as wide. */
const width = (text: string): number =>
  text.length + (text.match(/[\u2E80-\uFFEF]/gu)?.length ?? 0);
