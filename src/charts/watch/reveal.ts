/** How far each of so many pictures shows a line from `first` to `last`, both included. */
export const placesOf = (first: number, last: number, frames: number): number[] =>
  Array.from({ length: frames }, (_, frame) => first + ((last - first) * frame) / (frames - 1));

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A line up to a place; if that lies between two of its points, up to there on the way from one to the other. */
export function upTo(points: readonly Point[], place: number): Point[] {
  const shown = points.filter(({ x }) => x <= place);
  const [from, to] = [shown.at(-1), points[shown.length]];
  if (!from || !to || from.x === place) return shown;
  const share = (place - from.x) / (to.x - from.x);
  return [...shown, { x: place, y: from.y + share * (to.y - from.y) }];
}
