import type { Attachment } from '../../src/attachments/index.ts';
import type { Locale } from '../../src/words/index.ts';
import type { Read, Reader } from './record.ts';
import type { Choice } from './reply.ts';
import type { Services } from './services.ts';

/** What Discord sends for an option. */
export type Raw = Typed | Attachment;
type Typed = string | number | boolean;
export type RawInputs = Readonly<Record<string, Raw | undefined>>;
/** Those that are typed or chosen, files left out. */
export type TypedInputs = Readonly<Record<string, Typed | undefined>>;

/** An option of a slash command that gives a `Value` to `execute`. */
export interface Option<Value> extends Reader<Raw, Value> {
  readonly kind: 'text' | 'integer' | 'boolean' | 'file';
  readonly required: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly suggest?: Suggest;
  /** The only values; the command's words name each. */
  readonly choices?: readonly string[];
  /** Ends of names, such as `.py`: Discord's client offers no other files, and looks at nothing but the name. */
  readonly fileTypes?: readonly `.${string}`[];
}

/** The choices to offer while somebody types; `others` are the options filled in so far. */
export type Suggest = (
  typed: string,
  query: { readonly locale: Locale; readonly others: TypedInputs },
  services: Services,
) => readonly Choice[];

interface TextSettings {
  readonly suggest?: Suggest;
}

export function text(settings: TextSettings & { required: true }): Option<string>;
export function text(settings?: TextSettings): Option<string | undefined>;
export function text(
  settings: TextSettings & { required?: true } = {},
): Option<string | undefined> {
  return {
    kind: 'text',
    ...settings,
    required: settings.required ?? false,
    read: (raw) =>
      raw === undefined && settings.required
        ? undefined
        : optional(raw, (value) => typeof value === 'string'),
  };
}

export const integer = (range: { min: number; max: number }): Option<number | undefined> => ({
  kind: 'integer',
  required: false,
  ...range,
  read: (raw) => optional(raw, (value) => typeof value === 'number'),
});

export function boolean(settings: { required: true }): Option<boolean>;
export function boolean(): Option<boolean | undefined>;
export function boolean(settings: { required?: true } = {}): Option<boolean | undefined> {
  return {
    kind: 'boolean',
    required: settings.required ?? false,
    read: (raw) =>
      raw === undefined && settings.required
        ? undefined
        : optional(raw, (value) => typeof value === 'boolean'),
  };
}

/** One of a few. */
export const oneOf = <const Value extends string>(
  choices: readonly Value[],
): Option<Value | undefined> => ({
  kind: 'text',
  required: false,
  choices,
  read: (raw) => optional(raw, (value): value is Value => choices.some((each) => each === value)),
});

export const file = (fileTypes: readonly `.${string}`[]): Option<Attachment | undefined> => ({
  kind: 'file',
  required: false,
  fileTypes,
  read: (raw) => optional(raw, (value) => typeof value === 'object'),
});

function optional<Value extends Raw>(
  raw: Raw | undefined,
  fits: (raw: Raw) => raw is Value,
): Read<Value | undefined> {
  if (raw === undefined) return { value: undefined };
  return fits(raw) ? { value: raw } : undefined;
}
