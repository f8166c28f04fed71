import { createHash } from 'node:crypto';

/** A person's own series, as replay codes and buttons name it: enough to tell whether a file holds the same one. */
export interface SeriesName {
  /** The first 8 hex digits of the SHA-256 of the values, each as JavaScript prints it, with line feeds between. */
  readonly hash: string;
  /** How many values it has. */
  readonly count: number;
}

/** Values travel with a job, and with nothing that is kept: results, codes and buttons only name them. */
export interface OwnSeries extends SeriesName {
  readonly values?: readonly number[];
}

export const fewestValues = 80;
export const mostValues = 5000;

export function nameSeries(values: readonly number[]): Required<OwnSeries> {
  const hash = createHash('sha256').update(values.join('\n')).digest('hex').slice(0, 8);
  return { hash, count: values.length, values };
}

/** `~0123abcd-500`. */
export const writeSeriesName = ({ hash, count }: SeriesName): string => `~${hash}-${count}`;

/** Undefined if the text is not one we could have written. */
export function readSeriesName(text: string): SeriesName | undefined {
  const [, hash, digits] = /^~([0-9a-f]{8})-([1-9]\d{1,3})$/.exec(text) ?? [];
  const count = Number(digits);
  if (hash === undefined || count < fewestValues || count > mostValues) return undefined;
  return { hash, count };
}

export const isSameSeries = (a: SeriesName, b: SeriesName): boolean =>
  a.hash === b.hash && a.count === b.count;
