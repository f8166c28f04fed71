import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { OptionForm } from '../wire/form/command.ts';
import { problemOfFile, type Picked } from './files.ts';

/** `File`: what stands for a file where it is filled in. */
export type OptionValue<File> = string | number | boolean | File;
export type OptionValues<File> = Readonly<Record<string, OptionValue<File>>>;

export interface SentOption<File> {
  readonly name: string;
  readonly type: ApplicationCommandOptionType;
  readonly value: OptionValue<File>;
  readonly focused?: true;
}

type ReadOptions<File> =
  | { readonly ok: true; readonly options: readonly SentOption<File>[] }
  /** `option`: the one to look at. */
  | { readonly ok: false; readonly problem: string; readonly option?: string };

/** Checks options as Discord's client does before it sends a command. The option `focused` is still being typed, so it may be anything. */
export function readOptions<File extends Picked>(
  definitions: readonly OptionForm[],
  values: OptionValues<File>,
  focused?: string,
): ReadOptions<File> {
  const stranger = Object.keys(values).find((name) => !definitions.some((it) => it.name === name));
  if (stranger !== undefined)
    return { ok: false, problem: `The command has no option ${stranger}.` };
  const options: SentOption<File>[] = [];
  for (const definition of definitions) {
    const { name, type } = definition;
    const value = values[name];
    const problem =
      name === focused ? undefined : problemOf(definition, value, focused !== undefined);
    if (problem !== undefined) return { ok: false, problem: `${name}: ${problem}`, option: name };
    if (name === focused)
      options.push({
        name,
        type,
        value: typeof value === 'object' ? '' : String(value ?? ''),
        focused: true,
      });
    else if (value !== undefined) options.push({ name, type, value });
  }
  return { ok: true, options };
}

function problemOf(
  definition: OptionForm,
  value: OptionValue<Picked> | undefined,
  isIncomplete: boolean,
): string | undefined {
  if (value === undefined)
    return definition.required && !isIncomplete ? 'this option is required' : undefined;
  switch (definition.type) {
    case ApplicationCommandOptionType.String:
      return problemOfText(definition, value);
    case ApplicationCommandOptionType.Integer:
    case ApplicationCommandOptionType.Number:
      return problemOfNumber(definition, value);
    case ApplicationCommandOptionType.Boolean:
      return typeof value === 'boolean' ? undefined : 'choose True or False';
    case ApplicationCommandOptionType.Attachment:
      return typeof value === 'object'
        ? problemOfFile(value, definition.file_types)
        : 'choose a file';
    case ApplicationCommandOptionType.User:
    case ApplicationCommandOptionType.Channel:
    case ApplicationCommandOptionType.Role:
    case ApplicationCommandOptionType.Mentionable:
      return 'the playground has no such options';
  }
}

type TextForm = Extract<OptionForm, { type: ApplicationCommandOptionType.String }>;
type NumberForm = Extract<OptionForm, { min_value?: number }>;

function problemOfText(definition: TextForm, value: OptionValue<Picked>): string | undefined {
  if (typeof value !== 'string') return 'write some text';
  const { min_length: min = 0, max_length: max = 6000, choices } = definition;
  if (value.length === 0 && definition.required) return 'this option is required';
  if (value.length < min) return `at least ${min} characters`;
  if (value.length > max) return `at most ${max} characters`;
  return problemOfChoice(choices, value);
}

function problemOfNumber(definition: NumberForm, value: OptionValue<Picked>): string | undefined {
  const isWhole = definition.type === ApplicationCommandOptionType.Integer;
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'write a number';
  if (isWhole && !Number.isSafeInteger(value)) return 'write a whole number';
  const { min_value: min = -(2 ** 53), max_value: max = 2 ** 53, choices } = definition;
  if (value < min) return `at least ${min}`;
  if (value > max) return `at most ${max}`;
  return problemOfChoice(choices, value);
}

const problemOfChoice = (
  choices: readonly { value: string | number }[] | undefined,
  value: string | number,
): string | undefined =>
  choices?.length && !choices.some((choice) => choice.value === value)
    ? 'choose one of the choices'
    : undefined;
