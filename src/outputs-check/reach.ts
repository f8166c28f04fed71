import type { SignatureId } from './signatures/index.ts';

/** How large a file must be for a signature to be found at all. */
const fewest: Partial<
  Readonly<Record<SignatureId, { readonly runs?: number; readonly values?: number }>>
> = {
  settled: { runs: 5 },
  versions: { runs: 5 },
  settling: { runs: 5 },
  ordered: { runs: 10 },
  reordered: { values: 4 },
  shifted: { values: 6 },
  rescaled: { values: 8 },
};

/** With so many, every signature is within reach, and a standard deviation is known to about 25%. */
const enough = { runs: 10, values: 12 } as const;

/** What a larger file would show. */
export interface Needs {
  /** Signatures that these outputs may have, though they could not be found. */
  readonly hidden: readonly SignatureId[];
  readonly runs?: number;
  readonly values?: number;
  /** All digits instead of the printed ones. */
  readonly digits?: true;
}

/** Signatures that end the search: where one of these was found, others may have been out of reach. */
const undecided: readonly SignatureId[] = [
  'identical',
  'last-bits',
  'independent',
  'whole-numbers',
];

/** Undefined where nothing is missing. `blur`: whether the printed digits hide what matters. */
export function needsOf(
  signature: SignatureId,
  size: { readonly runs: number; readonly values: number },
  blur: boolean,
): Needs | undefined {
  const hidden = undecided.includes(signature)
    ? (Object.keys(fewest) as SignatureId[]).filter(
        (each) =>
          (fewest[each]?.runs ?? 0) > size.runs || (fewest[each]?.values ?? 0) > size.values,
      )
    : [];
  // Equal runs have no order.
  const missed =
    signature === 'independent' ? hidden : hidden.filter((each) => fewest[each]?.runs === 5);
  if (missed.length === 0 && !blur) return undefined;
  const misses = (side: 'runs' | 'values') =>
    missed.some((each) => (fewest[each]?.[side] ?? 0) > size[side]);
  return {
    hidden: missed,
    ...(misses('runs') && { runs: signature === 'independent' ? enough.runs : 5 }),
    ...(misses('values') && { values: enough.values }),
    ...(blur && { digits: true }),
  };
}
