import type * as z from 'zod/mini';

type Definition = z.core.$ZodTypes['_zod']['def'];
export type Path = readonly (string | number)[];

/** Where in `value` the schema takes a null: fields that are there, and fields that could be. */
export function nullsIn(schema: z.core.$ZodType, value: unknown, path: Path = []): Path[] {
  const def = (schema as z.ZodMiniType).def as Definition;
  switch (def.type) {
    case 'optional':
    case 'nullable':
      return nullsIn(def.innerType, value, path);
    case 'lazy':
      return nullsIn(def.getter(), value, path);
    case 'union':
      return nullsInUnion(def.options, value, path);
    case 'array':
      return entriesOf(value).flatMap(([at, inner]) =>
        nullsIn(def.element, inner, [...path, Number(at)]),
      );
    case 'record':
      return entriesOf(value).flatMap(([key, inner]) =>
        nullsIn(def.valueType, inner, [...path, key]),
      );
    case 'object':
      return Object.entries(def.shape).flatMap(([key, field]) => [
        ...(takes(field, null) ? [[...path, key]] : []),
        ...entriesOf(value)
          .filter(([name]) => name === key)
          .flatMap(([, inner]) => nullsIn(field, inner, [...path, key])),
      ]);
    default:
      return [];
  }
}

/** Of the members that fit: what the first of them says. */
function nullsInUnion(members: readonly z.core.$ZodType[], value: unknown, path: Path): Path[] {
  const member = members.find((one) => takes(one, value)) ?? members[0];
  return member ? nullsIn(member, value, path) : [];
}

const takes = (schema: z.core.$ZodType, value: unknown): boolean =>
  (schema as z.ZodMiniType).safeParse(value).success;

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

/** `value` with a null there. */
export function withNull(value: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) return null;
  if (Array.isArray(value))
    return value.map((inner: unknown, at) => (at === key ? withNull(inner, rest) : inner));
  const fields = value as Record<string, unknown>;
  return { ...fields, [key]: withNull(fields[key], rest) };
}
