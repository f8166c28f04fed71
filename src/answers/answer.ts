import type { FollowUpId, PageId } from '../ids.ts';

export interface RankedCause {
  /** A page that stands for itself: what is special about it is in `Answer.page`. */
  readonly id: PageId;
  /** Calibrated, 0 to 1: that this is a right cause, if the question is ours at all. */
  readonly probability: number;
}

/**
 * `answer`: the first cause is the one. `unsure`: one of the first three, a question back tells them apart.
 * `unknown`: not about this, or no word known.
 */
export interface Answer {
  readonly question: string;
  readonly verdict: 'answer' | 'unsure' | 'unknown';
  /** All of them, best first, also of an `unknown` question (for those who count what is missing); none if no word is known. */
  readonly causes: readonly RankedCause[];
  /** A special case of the first cause that fits better than its page, such as `gpu-kernels` under `floating-point`. */
  readonly page?: PageId;
  /** What people ask next, such as "I set the seed and it still differs"; `causes` then ranks what may be behind it. */
  readonly followUp?: FollowUpId;
  /** Calibrated, 0 to 1: that the question is ours. */
  readonly onTopic: number;
  /** True if "same saved weights, or trained again?" decides between the first causes. */
  readonly askWeights: boolean;
}
