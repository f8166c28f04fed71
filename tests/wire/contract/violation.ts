/** Something in a request that Discord would refuse, or that we promised not to do. */
export interface Violation {
  /** Where it is in the body, e.g. `data.components.0.content`; empty for the request as a whole. */
  readonly path: readonly PropertyKey[];
  readonly problem: string;
}

/** A request as it went over the wire. */
export interface WireRequest {
  readonly method: string;
  /** Below the version: `/channels/1/messages`, without the query. */
  readonly path: string;
  readonly json: unknown;
  /** The `files[n]` of a multipart body. */
  readonly files: readonly WireFile[];
}

export interface WireFile {
  /** The `n` of `files[n]`. */
  readonly index: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const wrong = (path: readonly PropertyKey[], problem: string): Violation => ({
  path,
  problem,
});

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The fields of the objects in a list, each with its place. */
export const entriesOf = (value: unknown): readonly (readonly [number, Fields])[] =>
  [...listOf(value).entries()].flatMap(([at, one]) => (isFields(one) ? [[at, one] as const] : []));
