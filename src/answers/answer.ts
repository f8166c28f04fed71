import type { Evidence, Places, RankedCause, RuledOut } from '../evidence/index.ts';
import type { FollowUpId, PageId } from '../ids.ts';

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
  /**
   * The pages to show, best first, at most three: a special case in the stead of its cause where that fits better. None of them
   * is ruled out, or impossible by what was read.
   */
  readonly candidates: readonly PageId[];
  /** What people ask next, such as "I set the seed and it still differs"; `causes` then ranks what may be behind it. */
  readonly followUp?: FollowUpId;
  /** Calibrated, 0 to 1: that the question is ours. */
  readonly onTopic: number;
  /** True if "same saved weights, or trained again?" decides between the first causes. */
  readonly askWeights: boolean;
  /** What was read in the question, sentence by sentence. */
  readonly evidence: Evidence;
  /** The sentence in which each piece of it stands. */
  readonly places: Places;
  /** The causes in `evidence.ruledOut`, each with what rules it out; they are the last of `causes`. */
  readonly ruledOut: readonly RuledOut[];
  /**
   * True for the question of all questions, "why does my LSTM give another output every time?", which says nothing more.
   * `causes` then begins with those that act on trained weights, followed by those that act when it is trained again.
   */
  readonly fork: boolean;
  /** What the words alone said: with it, the answer can be made anew when what was read is corrected. */
  readonly believed: Believed;
}

/** What words alone make of a question, apart from the evidence. */
export interface Believed {
  /** Calibrated, 0 to 1: that the question is ours. */
  readonly onTopic: number;
  /** Every page, with how likely it is; 1 over all of them. */
  readonly pages: readonly RankedCause[];
  /** Special cases whose symptoms are told. */
  readonly symptoms: readonly PageId[];
  readonly followUp?: FollowUpId;
  /** True if the follow-up is what is asked; false if it is asked beside the cause, or not at all. */
  readonly asksFollowUp: boolean;
}
