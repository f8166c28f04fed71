/** Those who wait, first come, first served. Each is told its place (1 is next), again whenever it changes. */
export interface Queue<Item> {
  readonly length: () => number;
  /** 0 if it doesn't wait here. */
  placeOf(item: Item): number;
  /** False if the queue is full. */
  join(item: Item): boolean;
  /** Takes out the one whose turn it is. */
  next(): Item | undefined;
  leave(item: Item): void;
}

export function createQueue<Item>(
  maxLength: number,
  tellPlace: (item: Item, place: number) => void,
): Queue<Item> {
  const items: Item[] = [];
  const tellFrom = (index: number) =>
    items.slice(index).forEach((item, i) => tellPlace(item, index + i + 1));
  const removeAt = (index: number): Item | undefined => {
    const [item] = items.splice(index, 1);
    tellFrom(index);
    return item;
  };
  return {
    length: () => items.length,
    placeOf: (item) => items.indexOf(item) + 1,
    join(item) {
      if (items.length >= maxLength) return false;
      items.push(item);
      tellFrom(items.length - 1);
      return true;
    },
    next: () => removeAt(0),
    leave(item) {
      const index = items.indexOf(item);
      if (index >= 0) removeAt(index);
    },
  };
}
