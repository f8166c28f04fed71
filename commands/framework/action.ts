import { locales, type Locale } from '../../src/words/index.ts';
import type { OwnedPress } from './context.ts';
import { readRecord, type Read, type Reader } from './record.ts';
import type { Services } from './services.ts';

/** One part of a `custom_id`: written when the button is made, read strictly when it is pressed. */
export interface Field<Value> extends Reader<string, Value> {
  write(value: Value): string;
}

/**
 * A button or a menu. Its `custom_id` holds everything that it needs, so that it works after a restart:
 * `name:owner:field:field`, at most 100 characters.
 */
export interface Action<Values> {
  readonly name: string;
  /** `owner`: the one person (staff apart) who may press it, see `ownerOf`. */
  id(owner: string, values: Values): string;
  read(parts: readonly string[]): Values | undefined;
}

export function defineAction<Values>(
  name: string,
  fields: { readonly [Name in keyof Values]: Field<Values[Name]> },
): Action<Values> {
  const names = Object.keys(fields);
  return {
    name,
    id(owner, values) {
      const parts = [name, owner];
      for (const field in fields) parts.push(fields[field].write(values[field]));
      return parts.join(':');
    },
    read(parts) {
      if (parts.length !== names.length) return undefined;
      return readRecord(fields, Object.fromEntries(names.map((key, at) => [key, parts[at]])));
    },
  };
}

/** What the ids of a message hold for one action. */
export const valuesIn = <Values>(action: Action<Values>, customIds: readonly string[]): Values[] =>
  customIds.flatMap((customId) => {
    const [name, , ...parts] = customId.split(':');
    return name === action.name ? (action.read(parts) ?? []) : [];
  });

/** Who owns the buttons of a message, by one of them: see `ownerOf`. */
export const ownerIn = (
  { name: wanted }: Pick<Action<unknown>, 'name'>,
  customIds: readonly string[],
): string | undefined =>
  customIds.map((id) => id.split(':')).find(([name]) => name === wanted)?.[1];

/** A Discord id in base 36: a replay code of 73 characters fits beside it. */
export const shortId = (id: string): string => BigInt(id).toString(36);

const languages = { en: 'e', 'zh-CN': 's', 'zh-TW': 't' } as const satisfies Record<Locale, string>;

/** `shortId`, and the language of the message, so that it stays the same under every button. */
export const ownerOf = (id: string, locale: Locale): string =>
  `${shortId(id)}-${languages[locale]}`;

/** A `shortId` as Discord writes it. */
export function longId(short: string): string {
  let id = 0n;
  for (const digit of short) id = id * 36n + BigInt(Number.parseInt(digit, 36));
  return String(id);
}

/** Undefined if the text is none of ours. */
export function readOwner(text: string): { id: string; locale?: Locale } | undefined {
  const [, id = '', language] = /^([0-9a-z]{1,13})(?:-([est]))?$/.exec(text) ?? [];
  const locale = locales.find((it) => languages[it] === language);
  return id ? { id, ...(locale && { locale }) } : undefined;
}

/** What an action does. A command lists its handlers. */
export interface Handler {
  readonly name: string;
  /** The work, ready to start; undefined if the parts of the `custom_id` can't be read. */
  prepare(
    parts: readonly string[],
  ): ((press: OwnedPress, services: Services) => Promise<void>) | undefined;
}

export const on = <Values>(
  action: Action<Values>,
  run: (values: Values, press: OwnedPress, services: Services) => Promise<void>,
): Handler => ({
  name: action.name,
  prepare(parts) {
    const values = action.read(parts);
    return values && ((press, services) => run(values, press, services));
  },
});

/** A field whose text is its value, where `isValue` says so. */
export const word = <Value extends string>(
  isValue: (text: string) => text is Value,
): Field<Value> => ({
  write: (value) => value,
  read: (text) => (text !== undefined && isValue(text) ? { value: text } : undefined),
});

export const field = <Value>(
  write: (value: Value) => string,
  parse: (text: string) => Value | undefined,
): Field<Value> => ({
  write,
  read(text): Read<Value> {
    const value = text === undefined ? undefined : parse(text);
    // We write each value in one spelling only, so any other spelling is forged.
    return value !== undefined && write(value) === text ? { value } : undefined;
  },
});
