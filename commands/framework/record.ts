/** A value that was read; undefined if it could not be. */
export type Read<Value> = { readonly value: Value } | undefined;

export interface Reader<Raw, Value> {
  read(raw: Raw | undefined): Read<Value>;
}

/** Reads a whole record, one reader a name; undefined if any part can't be read. */
export function readRecord<Raw, Values>(
  readers: { readonly [Name in keyof Values]: Reader<Raw, Values[Name]> },
  raw: Readonly<Record<string, Raw | undefined>>,
): Values | undefined {
  const values: Partial<Values> = {};
  for (const name in readers) {
    const read = readers[name].read(raw[name]);
    if (!read) return undefined;
    values[name] = read.value;
  }
  // Safe: every name is set by now. TypeScript can't see that in a loop.
  return values as Values;
}
