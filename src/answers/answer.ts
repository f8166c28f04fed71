import type { CauseId } from '../causes.ts';

export interface RankedCause {
  readonly id: CauseId;
  /** Calibrated, 0 to 1. */
  readonly probability: number;
}

/**
 * `answer`: the first cause is the one. `unsure`: one of the first three, a question back tells them apart.
 * `unknown`: not about this, or no word known; `causes` is empty then.
 */
export interface Answer {
  readonly question: string;
  readonly verdict: 'answer' | 'unsure' | 'unknown';
  /** Best first. */
  readonly causes: readonly RankedCause[];
  /** True if "same saved weights, or trained again?" decides between the first causes. */
  readonly askWeights: boolean;
}
