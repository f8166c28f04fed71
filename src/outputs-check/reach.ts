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

/** What may hide behind each signature; behind all others nothing. */
const behind: Partial<Readonly<Record<SignatureId, readonly SignatureId[]>>> = {
  identical: ['settled', 'versions', 'settling'],
  'last-bits': ['settled', 'versions', 'settling'],
  'whole-numbers': ['settled', 'versions', 'settling'],
  versions: ['reordered', 'shifted'],
  independent: Object.keys(fewest) as SignatureId[],
};

/** Undefined where nothing is missing. `isBlurred`: whether the printed digits hide what matters. */
export function needsOf(
  signature: SignatureId,
  size: { readonly runs: number; readonly values: number },
  isBlurred: boolean,
): Needs | undefined {
  const misses = (side: 'runs' | 'values') => (each: SignatureId) =>
    (fewest[each]?.[side] ?? 0) > size[side];
  const candidates = behind[signature] ?? [];
  const hidden = candidates.filter((each) => misses('runs')(each) || misses('values')(each));
  if (hidden.length === 0 && !isBlurred) return undefined;
  return {
    hidden,
    ...(hidden.some(misses('runs')) && { runs: signature === 'independent' ? enough.runs : 5 }),
    ...(hidden.some(misses('values')) && { values: enough.values }),
    ...(isBlurred && { digits: true }),
  };
}
