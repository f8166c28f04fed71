import { ComponentType } from 'discord-api-types/v10';
import type { ModalForm } from '../wire/form/modal.ts';

/** What somebody filled in, by the `custom_id` of the field. */
export type Inputs = Readonly<Record<string, string | readonly string[]>>;

type Field = Extract<ModalForm['components'][number], { label: string }>['component'];

type ReadInputs =
  | { readonly ok: true; readonly components: readonly object[] }
  | { readonly ok: false; readonly problem: string };

/** What a filled-in form sends, checked as Discord's client does. */
export function readInputs(modal: ModalForm, inputs: Inputs): ReadInputs {
  const problem = modal.components
    .flatMap(fieldsOf)
    .flatMap(({ label, field }) => problemOf(label, field, inputs[field.custom_id]) ?? [])[0];
  if (problem !== undefined) return { ok: false, problem };
  return { ok: true, components: modal.components.map((part, at) => toSent(part, at + 1, inputs)) };
}

type Part = ModalForm['components'][number];

function fieldsOf(part: Part): { label: string; field: Field }[] {
  if (part.type === ComponentType.Label) return [{ label: part.label, field: part.component }];
  if (part.type === ComponentType.ActionRow)
    return part.components.map((field) => ({ label: field.label, field }));
  return [];
}

function problemOf(
  label: string,
  field: Field,
  input: string | readonly string[] = '',
): string | undefined {
  const isRequired = field.required ?? true;
  if (input.length === 0) return isRequired ? `${label}: this field is required` : undefined;
  if (field.type === ComponentType.StringSelect)
    return Array.isArray(input) &&
      input.every((value) => field.options.some((option) => option.value === value))
      ? undefined
      : `${label}: choose one of the choices`;
  const { min_length: min = 0, max_length: max = 4000 } = field;
  return input.length < min || input.length > max
    ? `${label}: ${min} to ${max} characters`
    : undefined;
}

function toSent(part: Part, id: number, inputs: Inputs): object {
  if (part.type === ComponentType.Label)
    return { type: part.type, id, component: answerTo(part.component, inputs) };
  if (part.type === ComponentType.ActionRow)
    return { type: part.type, id, components: part.components.map((it) => answerTo(it, inputs)) };
  return { type: part.type, id };
}

function answerTo({ type, custom_id }: Field, inputs: Inputs): object {
  const input = inputs[custom_id];
  return type === ComponentType.StringSelect
    ? { type, custom_id, values: Array.isArray(input) ? input : [] }
    : { type, custom_id, value: typeof input === 'string' ? input : '' };
}
