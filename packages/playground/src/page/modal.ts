import {
  ComponentType,
  TextInputStyle,
  type APIStringSelectComponent,
} from 'discord-api-types/v10';
import type { PageInteraction } from '../protocol.ts';
import type { ModalForm } from '../wire/form/modal.ts';
import type { Act, Doing } from './connection.ts';
import { h, type Child } from './dom.ts';
import { fileInput } from './files.ts';
import { markdown, type Names } from './markdown.ts';
import { words } from './words/index.ts';

type Part = ModalForm['components'][number];
type Field = Extract<Part, { label: string }>['component'];
type RadioGroup = Extract<Field, { type: ComponentType.RadioGroup }>;
type TextInput = Extract<Field, { type: ComponentType.TextInput }>;

/** Opens the form the bot answered with. */
export function openModal({ id }: PageInteraction, modal: ModalForm, names: Names, act: Act): void {
  const problem = h('p', { class: 'problem', role: 'alert' });
  const form = h(
    'form',
    { method: 'dialog' },
    h('h2', {}, modal.title),
    modal.components.map((part) => drawPart(part, names)),
    problem,
    h(
      'footer',
      {},
      h(
        'button',
        { type: 'button', class: 'button', on: { click: () => dialog.close() } },
        words.cancel,
      ),
      h('button', { type: 'submit', class: 'button primary' }, words.submit),
    ),
  );
  const dialog = h(
    'dialog',
    { class: 'modal', 'aria-label': modal.title, on: { close: () => dialog.remove() } },
    form,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void act({ do: 'submit', opener: id, inputs: inputsOf(form) }).then((answer) =>
      answer.ok ? dialog.close() : problem.replaceChildren(answer.problem),
    );
  });
  document.body.append(dialog);
  dialog.showModal();
}

function drawPart(part: Part, names: Names): Child {
  switch (part.type) {
    case ComponentType.TextDisplay:
      return h('div', { class: 'text' }, markdown(part.content, names));
    case ComponentType.Label:
      return labelled(part.label, part.description, part.component);
    case ComponentType.ActionRow:
      return part.components.map((field) => labelled(field.label, undefined, field));
  }
}

function labelled(label: string, description: string | undefined, field: Field): HTMLElement {
  const isGroup = field.type === ComponentType.RadioGroup;
  return h(
    isGroup ? 'fieldset' : 'label',
    {},
    h(
      isGroup ? 'legend' : 'span',
      {},
      label,
      (field.required ?? true) && h('span', { class: 'required' }, ' *'),
    ),
    description !== undefined && h('small', {}, description),
    drawField(field),
  );
}

function drawField(field: Field): HTMLElement {
  switch (field.type) {
    case ComponentType.StringSelect:
      return selectField(field);
    case ComponentType.RadioGroup:
      return radioGroup(field);
    case ComponentType.FileUpload:
      return fileInput({
        name: field.custom_id,
        fileTypes: field.file_types,
        most: field.max_values,
        required: field.required ?? true,
      });
    case ComponentType.TextInput:
      return textField(field);
  }
}

const radioGroup = ({ custom_id: name, options, required = true }: RadioGroup): HTMLElement =>
  h(
    'div',
    { class: 'radios' },
    options.map(({ value, label, description, default: checked = false }) =>
      h(
        'label',
        { class: 'radio' },
        h('input', { type: 'radio', name, value, checked, required }),
        h('span', {}, label),
        description !== undefined && h('small', {}, description),
      ),
    ),
  );

function textField(field: TextInput): HTMLElement {
  const shared = {
    name: field.custom_id,
    maxlength: field.max_length ?? 4000,
    placeholder: field.placeholder,
    required: field.required ?? true,
  };
  if (field.style === TextInputStyle.Short)
    return h('input', { ...shared, type: 'text', value: field.value });
  return h('textarea', { ...shared, rows: 4 }, field.value);
}

const selectField = (
  field: Pick<APIStringSelectComponent, 'custom_id' | 'options' | 'max_values'>,
) =>
  h(
    'select',
    { name: field.custom_id, multiple: (field.max_values ?? 1) > 1 },
    field.options.map(({ label, value, default: selected }) =>
      h('option', { value, selected: selected ?? false }, label),
    ),
  );

type Inputs = Extract<Doing, { do: 'submit' }>['inputs'];

function inputsOf(form: HTMLFormElement): Inputs {
  const inputs: Record<string, Inputs[string]> = {};
  for (const field of form.elements)
    if (field instanceof HTMLSelectElement)
      inputs[field.name] = [...field.selectedOptions].map(({ value }) => value);
    else if (field instanceof HTMLTextAreaElement) inputs[field.name] = field.value;
    else if (!(field instanceof HTMLInputElement)) continue;
    else if (field.type === 'file') inputs[field.name] = [...(field.files ?? [])];
    else if (field.type !== 'radio' || field.checked) inputs[field.name] = field.value;
  return inputs;
}
