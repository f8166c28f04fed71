import type { Constant, FunctionShape, Span } from '../parse/tree.ts';

/** What is known about where a value comes from. */
export type Mark =
  /** The output of a model, or made from it. */
  | { readonly of: 'prediction'; readonly id: number }
  /** A recurrent state that came out of a call. */
  | { readonly of: 'state'; readonly id: number; readonly place: Span; readonly thing: Thing }
  | { readonly of: 'detached' }
  /** None or zeros: a state that is reset. */
  | { readonly of: 'reset' }
  | { readonly of: 'probability' }
  | { readonly of: 'random'; readonly id: number }
  | { readonly of: 'set' | 'files'; readonly place: Span; readonly isText: boolean | null }
  | { readonly of: 'hash' | 'clock'; readonly place: Span }
  | { readonly of: 'layer'; readonly thing: Thing }
  /** A parameter of a function that nothing in the text calls. */
  | { readonly of: 'parameter'; readonly name: string }
  /** Scaled by this scaler. */
  | { readonly of: 'scaled'; readonly thing: Thing; readonly place: Span }
  /** Brought to so many time steps. */
  | { readonly of: 'window'; readonly steps: number; readonly place: Span }
  /** A part of the data that a split made. */
  | { readonly of: 'part' }
  /** Shuffled in place or by a split. */
  | { readonly of: 'shuffled'; readonly id: number }
  /** What the script reads: a file, a download. */
  | { readonly of: 'data'; readonly place: Span; readonly isText: boolean | null };

export type MarkKind = Mark['of'];

export type Value = { readonly marks: readonly Mark[] } & (
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'constant';
      readonly value: Constant;
      /** A default that somebody may override: of argparse, of a function nobody calls. */
      readonly mayChange: boolean;
    }
  /** Something of a library, by its path. */
  | { readonly kind: 'library'; readonly path: string }
  | {
      readonly kind: 'function';
      readonly shape: FunctionShape;
      readonly scope: Scope;
      readonly self: Thing | null;
      readonly owner: ClassInfo | null;
    }
  | { readonly kind: 'class'; readonly info: ClassInfo }
  | { readonly kind: 'super'; readonly thing: Thing; readonly info: ClassInfo }
  | { readonly kind: 'object'; readonly thing: Thing }
  | {
      readonly kind: 'list';
      readonly form: 'list' | 'tuple' | 'set';
      readonly items: readonly Value[];
      /** There may be more: filled in a loop. */
      readonly isOpen: boolean;
    }
  | { readonly kind: 'dictionary'; readonly entries: ReadonlyMap<string, Value> }
);

export interface ClassInfo {
  readonly name: string;
  /** Library paths that it comes from. */
  readonly bases: readonly string[];
  readonly parents: readonly ClassInfo[];
  readonly fields: ReadonlyMap<string, Value>;
  readonly place: Span;
  /** A PyTorch module, a Keras model or layer, or another class. */
  readonly sort: 'torch' | 'lightning' | 'keras' | 'plain' | 'data-set';
}

/** The names of one function, or of the text itself. */
export interface Scope {
  readonly names: Map<string, Value>;
  readonly parent: Scope | null;
  /** Names that belong to a scope further out. */
  readonly shared: Set<string>;
}

/** An object that the script makes or is given. It has an identity: what happens to it under one name shows under another. */
export interface Thing {
  readonly id: number;
  /** `torch.nn.LSTM()`: what it was made by; a stranger's begins with `?`. */
  readonly path: string;
  readonly info: ClassInfo | null;
  readonly place: Span;
  /** A class of the script: its attributes. */
  readonly fields: Map<string, Value>;
  /** What it is as a layer, and those of a model that hold others. */
  readonly layers: Thing[];
  layer: Layer | null;
  /** `mode`, `isLoaded` and the like: they change, and two branches may leave them different. */
  readonly state: Map<string, Value>;
  readonly modes: Map<'mode' | 'undone', ModeChange>;
  /** A model, not some other object: something that only models have was seen. */
  isModel: boolean;
}

export type Mode = 'train' | 'eval' | 'unknown';

export interface ModeChange {
  readonly mode: Mode;
  readonly place: Span | null;
  readonly entry: string;
}

/** A layer of any framework. */
export interface Layer {
  readonly thing: Thing;
  readonly family: 'torch' | 'keras' | 'tfjs' | 'tf1';
  /** `lstm`, `dropout`, `batch-norm` ... */
  readonly type: LayerType;
  readonly name: string;
  readonly place: Span;
  /** Dropout rate; 'unknown' where the text doesn't say, null where there is none. */
  readonly rate: number | 'unknown' | null;
  readonly numLayers: number | 'unknown';
  readonly isStateful: boolean;
}

export type LayerType = 'recurrent' | 'dropout' | 'batch-norm' | 'noise' | 'other';

export const unknown: Value = { kind: 'unknown', marks: [] };

export const constant = (value: Constant, marks: readonly Mark[] = []): Value => ({
  kind: 'constant',
  value,
  mayChange: false,
  marks,
});

export const library = (path: string): Value => ({ kind: 'library', path, marks: [] });
export const object = (thing: Thing, marks: readonly Mark[] = []): Value => ({
  kind: 'object',
  thing,
  marks,
});

/** Of a script that passes everything through everything; more would only cost time. */
const mostMarks = 40;

const isSame = (a: Mark, b: Mark): boolean =>
  a === b ||
  (a.of === b.of &&
    (!('id' in a) || a.id === (b as typeof a).id) &&
    (!('thing' in a) || a.thing === (b as typeof a).thing) &&
    (!('name' in a) || a.name === (b as typeof a).name) &&
    (!('place' in a) || a.place.from === (b as typeof a).place.from));

export function unite(...lists: readonly (readonly Mark[])[]): readonly Mark[] {
  let [all = []] = lists;
  for (const list of lists.slice(1))
    for (const mark of list)
      if (all.length < mostMarks && !all.some((each) => isSame(each, mark))) all = [...all, mark];
  return all;
}

export const withMarks = (value: Value, ...marks: readonly Mark[]): Value =>
  marks.length === 0 ? value : { ...value, marks: unite(value.marks, marks) };

export const without = (value: Value, ...kinds: readonly MarkKind[]): Value =>
  value.marks.some(({ of }) => kinds.includes(of))
    ? { ...value, marks: value.marks.filter(({ of }) => !kinds.includes(of)) }
    : value;

/** Its own marks and those of what it holds. */
export function marksOf(value: Value, depth = 3): readonly Mark[] {
  if (depth === 0) return value.marks;
  if (value.kind === 'list')
    return unite(value.marks, ...value.items.slice(0, 50).map((item) => marksOf(item, depth - 1)));
  if (value.kind === 'dictionary')
    return unite(
      value.marks,
      ...[...value.entries.values()].slice(0, 50).map((entry) => marksOf(entry, depth - 1)),
    );
  return value.marks;
}

export function markOf<Kind extends MarkKind>(
  value: Value | null,
  kind: Kind,
): Extract<Mark, { of: Kind }> | undefined {
  if (!value) return undefined;
  return marksOf(value).find((mark): mark is Extract<Mark, { of: Kind }> => mark.of === kind);
}

export const has = (value: Value | null, kind: MarkKind): boolean =>
  markOf(value, kind) !== undefined;

/** What a value is where two ways meet. */
export function join(a: Value, b: Value): Value {
  if (a === b) return a;
  const marks = unite(resetOf(a), resetOf(b));
  if (a.kind === 'object' && b.kind === 'object' && a.thing === b.thing) return { ...a, marks };
  if (a.kind === 'constant' && b.kind === 'constant' && a.value === b.value) return { ...a, marks };
  if (a.kind === 'list' && b.kind === 'list' && a.items.length === b.items.length)
    return { ...a, items: a.items.map((item, at) => join(item, b.items[at] ?? item)), marks };
  if (isNothing(a) && b.kind !== 'constant') return { ...b, marks };
  if (isNothing(b) && a.kind !== 'constant') return { ...a, marks };
  // A model that is built or loaded: the one that the text shows more of.
  if (a.kind === 'object' && b.kind !== 'object') return { ...a, marks };
  if (b.kind === 'object' && a.kind !== 'object') return { ...b, marks };
  if (a.kind === 'object' && b.kind === 'object') {
    const better = b.thing.info || b.thing.layers.length > a.thing.layers.length ? b : a;
    return { ...better, marks };
  }
  return { kind: 'unknown', marks };
}

const isNothing = (value: Value): boolean => value.kind === 'constant' && value.value === null;

const resetOf = (value: Value): readonly Mark[] =>
  isNothing(value) ? unite(value.marks, [{ of: 'reset' }]) : marksOf(value);

/** A constant that the text fixes, or undefined. */
export function fixedIn(value: Value | null | undefined): Constant | undefined {
  return value?.kind === 'constant' && !value.mayChange ? value.value : undefined;
}

/** The same, also where it is a default that may be overridden. */
export function likelyIn(value: Value | null | undefined): Constant | undefined {
  return value?.kind === 'constant' ? value.value : undefined;
}
