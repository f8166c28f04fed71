import { ComponentType } from 'discord-api-types/v10';
import type { ModalForm } from '../wire/form/modal.ts';
import { problemOfFile, type Picked } from './files.ts';

/** What somebody filled in, by the `custom_id` of the field. */
export type Inputs<File> = Readonly<Record<string, Input<File>>>;
type Input<File> = string | readonly string[] | readonly File[];

/** Makes an attachment of a file, and tells its id. */
type Attach<File> = (file: File) => string;

type Field = Extract<ModalForm['components'][number], { label: string }>['component'];

type ReadInputs =
  | { readonly ok: true; readonly components: readonly object[] }
  | { readonly ok: false; readonly problem: string };

/** What a filled-in form sends, checked as Discord's client does. */
export function readInputs<File extends Picked>(
  modal: ModalForm,
  inputs: Inputs<File>,
  attach: Attach<File>,
): ReadInputs {
  const problem = modal.components
    .flatMap(fieldsOf)
    .flatMap(({ label, field }) => problemOf(label, field, inputs[field.custom_id]) ?? [])[0];
  if (problem !== undefined) return { ok: false, problem };
  const answer = (field: Field) => answerTo(field, inputs[field.custom_id] ?? '', attach);
  return { ok: true, components: modal.components.map((part, at) => toSent(part, at + 1, answer)) };
}

type Part = ModalForm['components'][number];

function fieldsOf(part: Part): { label: string; field: Field }[] {
  if (part.type === ComponentType.Label) return [{ label: part.label, field: part.component }];
  if (part.type === ComponentType.ActionRow)
    return part.components.map((field) => ({ label: field.label, field }));
  return [];
}

function problemOf(label: string, field: Field, input: Input<Picked> = ''): string | undefined {
  const isRequired = field.required ?? true;
  if (input.length === 0) return isRequired ? `${label}: this field is required` : undefined;
  const problem = problemOfInput(field, input);
  return problem === undefined ? undefined : `${label}: ${problem}`;
}

function problemOfInput(field: Field, input: Input<Picked>): string | undefined {
  switch (field.type) {
    case ComponentType.StringSelect:
      return textsIn(input).every((value) => field.options.some((one) => one.value === value))
        ? undefined
        : 'choose one of the choices';
    case ComponentType.RadioGroup:
      return field.options.some(({ value }) => value === input)
        ? undefined
        : 'choose one of the choices';
    case ComponentType.FileUpload: {
      const { min_values: least = 1, max_values: most = 1, file_types: types } = field;
      const files = filesIn(input);
      if (files.length < least || files.length > most) return `${least} to ${most} files`;
      return files.flatMap((file) => problemOfFile(file, types) ?? [])[0];
    }
    case ComponentType.TextInput: {
      const { min_length: min = 0, max_length: max = 4000 } = field;
      return input.length < min || input.length > max ? `${min} to ${max} characters` : undefined;
    }
  }
}

const listIn = <File>(input: Input<File>): readonly (string | File)[] =>
  typeof input === 'string' ? [] : input;
const textsIn = (input: Input<Picked>): string[] =>
  listIn(input).filter((one) => typeof one === 'string');
const filesIn = <File extends Picked>(input: Input<File>): File[] =>
  listIn(input).filter((one): one is File => typeof one !== 'string');

type Answer = (field: Field) => object;

function toSent(part: Part, id: number, answer: Answer): object {
  if (part.type === ComponentType.Label)
    return { type: part.type, id, component: answer(part.component) };
  if (part.type === ComponentType.ActionRow)
    return { type: part.type, id, components: part.components.map(answer) };
  return { type: part.type, id };
}

function answerTo<File extends Picked>(
  { type, custom_id }: Field,
  input: Input<File>,
  attach: Attach<File>,
): object {
  switch (type) {
    case ComponentType.StringSelect:
      return { type, custom_id, values: textsIn(input) };
    case ComponentType.FileUpload:
      return { type, custom_id, values: filesIn(input).map(attach) };
    case ComponentType.RadioGroup:
      return { type, custom_id, value: typeof input === 'string' && input !== '' ? input : null };
    case ComponentType.TextInput:
      return { type, custom_id, value: typeof input === 'string' ? input : '' };
  }
}
