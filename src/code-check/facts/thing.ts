import type { Layer, Thing, Value } from './value.ts';

/** With the layers of its layers. */
export function layersOf(thing: Thing, seen: ReadonlySet<Thing> = new Set()): Layer[] {
  if (seen.has(thing)) return [];
  const others = new Set([...seen, thing]);
  return [
    ...(thing.layer ? [thing.layer] : []),
    ...partsOf(thing).flatMap((part) => layersOf(part, others)),
  ];
}

/** The models and layers inside one: added to it, or in its attributes. */
export function partsOf(thing: Thing): Thing[] {
  return [
    ...new Set([
      ...thing.layers,
      ...[...thing.fields.values()].flatMap((field) => thingsIn(field)),
    ]),
  ];
}

export function thingsIn(value: Value, depth = 3): Thing[] {
  if (value.kind === 'object') return [value.thing];
  if (depth === 0) return [];
  if (value.kind === 'list') return value.items.flatMap((item) => thingsIn(item, depth - 1));
  if (value.kind === 'dictionary')
    return [...value.entries.values()].flatMap((entry) => thingsIn(entry, depth - 1));
  return [];
}
