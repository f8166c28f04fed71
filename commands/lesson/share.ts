/** A part of a class, rounded: `38%`. */
export const share = (part: number, all: number): string =>
  `${all === 0 ? 0 : Math.round((100 * part) / all)}%`;
