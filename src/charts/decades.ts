/** A logarithmic scale made of a linear one: Chart.js' own can't be told which powers to name, and has no zero. */
export interface Decades {
  /** Exponents of the powers of ten that are named, from the top. */
  readonly marks: readonly number[];
  readonly highest: number;
  /** Where zero is drawn: one step below the lowest power. */
  readonly floor: number;
  /** Of an amount on the scale. */
  readonly place: (value: number) => number;
}

/** All powers of ten around the values that are not 0. */
export function decadesOf(rows: readonly Float32Array[]): Decades {
  const exponents = rows
    .flatMap((row) => Array.from(row))
    .filter((value) => value > 0 && Number.isFinite(value))
    .map(Math.log10);
  const lowest = exponents.length > 0 ? Math.floor(Math.min(...exponents)) : -8;
  const highest = exponents.length > 0 ? Math.ceil(Math.max(...exponents)) : 0;
  const floor = lowest - 1;
  return {
    marks: Array.from({ length: highest - lowest + 1 }, (_, step) => highest - step),
    highest,
    floor,
    place: (value) => (value > 0 ? Number(Math.log10(value).toPrecision(6)) : floor),
  };
}

/** 100, 10, 1, 0.1, 0.01, then 1e-3 and so on. */
export const markOf = (exponent: number): string =>
  exponent >= -2 ? String(Number(`1e${exponent}`)) : `1e${exponent}`;
