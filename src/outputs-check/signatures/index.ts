import type { Measured } from '../measured.ts';
import { identical, lastBits, notFinite, versions } from './equal.ts';
import { independent } from './independent.ts';
import { ordered, settled, settling } from './order.ts';
import { reordered, rescaled, shifted, wholeNumbers } from './same-values.ts';
import { signatureIds, type Find, type SignatureId, type Statistics } from './signature.ts';

export { signatureIds, type SignatureId, type Statistics } from './signature.ts';

const finders: Readonly<Record<SignatureId, Find>> = {
  'not-finite': notFinite,
  identical,
  'last-bits': lastBits,
  settled,
  'whole-numbers': wholeNumbers,
  reordered,
  shifted,
  versions,
  rescaled,
  settling,
  ordered,
  independent,
};

/** The first signature that the runs have. */
export function findSignature(measured: Measured): {
  signature: SignatureId;
  statistics: Statistics;
} {
  for (const signature of signatureIds) {
    const statistics = finders[signature](measured);
    if (statistics) return { signature, statistics };
  }
  throw new Error('Every file has the last signature.');
}
