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
  // Every name is filled now; TypeScript can't follow a record that is built name by name.
  return values as Values;
}
