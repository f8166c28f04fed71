/** Notes what is written into maps, so that two branches can both be read from the same start and then be joined. */
interface Write {
  readonly map: Map<unknown, unknown>;
  readonly key: unknown;
  readonly old: unknown;
}

export type Join = (map: Map<unknown, unknown>, a: unknown, b: unknown) => unknown;

export class Journal {
  private writes: Write[] = [];

  set<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): void {
    this.writes.push({ map, key, old: map.get(key) });
    map.set(key, value);
  }

  get position(): number {
    return this.writes.length;
  }

  /** Takes back what was written since, and returns it. */
  undoTo(position: number): Map<Map<unknown, unknown>, Map<unknown, unknown>> {
    const taken = new Map<Map<unknown, unknown>, Map<unknown, unknown>>();
    const undone = this.writes.splice(position);
    for (const { map, key } of undone) {
      const last = taken.get(map) ?? new Map<unknown, unknown>();
      taken.set(map, last.set(key, map.get(key)));
    }
    for (const { map, key, old } of undone.toReversed())
      if (old === undefined) map.delete(key);
      else map.set(key, old);
    return taken;
  }

  /** What holds after one of two branches. */
  join(a: ReturnType<Journal['undoTo']>, b: ReturnType<Journal['undoTo']>, joinTwo: Join): void {
    for (const map of new Set([...a.keys(), ...b.keys()]))
      for (const key of new Set([...(a.get(map)?.keys() ?? []), ...(b.get(map)?.keys() ?? [])])) {
        const old = map.get(key);
        const pick = (side: Map<unknown, unknown> | undefined) =>
          side?.has(key) ? side.get(key) : old;
        const [first, second] = [pick(a.get(map)), pick(b.get(map))];
        const value =
          first === undefined ? second : second === undefined ? first : joinTwo(map, first, second);
        this.set(map, key, value);
      }
  }

  /** What holds where only one of them goes on. */
  redo(taken: ReturnType<Journal['undoTo']>): void {
    for (const [map, entries] of taken)
      for (const [key, value] of entries) this.set(map, key, value);
  }
}
