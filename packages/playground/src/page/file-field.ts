import type { OptionForm } from '../wire/form/command.ts';
import { h } from './dom.ts';
import { fileInput } from './files.ts';
import type { FieldSettings, OptionField } from './option-field.ts';

type Settings = Omit<FieldSettings, 'suggest'>;

/** An option of a command that is a file. */
export function createFileField(settings: Settings): OptionField {
  const { option, name, description } = settings;
  const input = fileInput({
    fileTypes: typesOf(option),
    'aria-label': name,
    'aria-description': description,
  });
  input.addEventListener('change', () => settings.onDone());
  input.addEventListener('keydown', (event) => {
    const { key } = event;
    if (key === 'Escape') settings.onEscape();
    // Without a file, Enter opens the list of files.
    else if (key === 'Enter' && input.files?.length) settings.onSend();
    else if (key === 'Backspace' && input.files?.length) input.value = '';
    else if (key === 'Backspace') settings.onRemove();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return {
    option,
    element: h('label', { class: 'option' }, h('span', { class: 'option-name' }, name), input),
    popup: h('div', { hidden: true }),
    value: () => input.files?.[0],
    focus: () => input.focus(),
  };
}

const typesOf = (option: OptionForm) => ('file_types' in option ? option.file_types : undefined);
