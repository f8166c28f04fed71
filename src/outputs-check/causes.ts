import type { PageId } from '../ids.ts';
import type { ByVariant, DemoId } from '../demos/index.ts';
import type { SignatureId, Statistics } from './signatures/index.ts';

/** What the runs are: calls of one trained model, or each of a model trained anew. Undefined: nobody said. */
export type Trained = 'once' | 'each';

/** Why a cause does not fit; src/words has a sentence for each, with what was measured. */
export type WhyNot =
  /** It would have given at least one run a different output. */
  | 'would-differ'
  /** It moves outputs by far more. */
  | 'moves-more'
  /** It moves outputs by far less. */
  | 'moves-less'
  /** It goes on, and these runs stopped changing. */
  | 'never-settles'
  /** It changes numbers, and these only stand in different places. */
  | 'changes-numbers'
  /** It gives a new output every time, and these come again. */
  | 'always-new'
  /** It gives the same few outputs again, and all of these are new. */
  | 'comes-again'
  /** It moves each value on its own, and these moved together. */
  | 'not-on-a-line'
  /** It has no order, and these runs have one. */
  | 'has-no-order'
  /** It would show in the order of the runs, and these have none. */
  | 'no-order-here'
  /** It moves numbers, and makes none that is no number. */
  | 'stays-a-number'
  /** Nothing was trained between these runs. */
  | 'not-trained';

export interface Excluded {
  readonly page: PageId;
  readonly why: WhyNot;
}

/** Best first. */
export interface Causes {
  readonly fits: readonly PageId[];
  readonly excludes: readonly Excluded[];
}

const drawnAtEachCall = ['dropout', 'sampling-temperature'] as const;
const drawnAtEachTraining = ['initial-weights', 'batch-order'] as const;
const draws = [...drawnAtEachCall, ...drawnAtEachTraining] as const;
/** An order that is less likely by chance may be one, though too weak to be called found. */
const unclear = 0.05;
const lastBits = ['floating-point', 'gpu-kernels'] as const;

const because = (why: WhyNot, pages: readonly PageId[]): Excluded[] =>
  pages.map((page) => ({ page, why }));

/**
 * The causes that make such outputs, and those that can't. What stands in neither list is left open. `isBlurred`: the printed
 * digits end so early that small differences can't be seen.
 */
export function causesOf(
  signature: SignatureId,
  statistics: Statistics,
  trained: Trained | undefined,
  isBlurred: boolean,
): Causes {
  const { fits, excludes } = tellApart(signature, statistics, trained, isBlurred);
  const decided: readonly PageId[] = [...fits, ...excludes.map(({ page }) => page)];
  const untrained = trained === 'once' ? drawnAtEachTraining : [];
  const open = untrained.filter((page) => !decided.includes(page));
  return { fits, excludes: [...excludes, ...because('not-trained', open)] };
}

function tellApart(
  signature: SignatureId,
  { orderP = 0, sameCounts, classes }: Statistics,
  trained: Trained | undefined,
  isBlurred: boolean,
): Causes {
  switch (signature) {
    case 'not-finite':
      return {
        fits: ['hyperparameters', 'data-set'],
        excludes: because('stays-a-number', [...drawnAtEachCall, 'time-steps', 'floating-point']),
      };
    case 'identical': {
      // A class can be so likely that it is drawn every time.
      const changing = classes === undefined ? draws : drawnAtEachTraining;
      return { fits: [], excludes: because('would-differ', [...changing, 'carried-state']) };
    }
    case 'last-bits':
      return {
        fits: lastBits,
        excludes: isBlurred
          ? []
          : because('moves-more', [...draws, 'data-set', 'reduced-precision']),
      };
    case 'settled':
      return {
        fits: ['carried-state'],
        excludes: [
          ...because('never-settles', [...draws, 'data-set']),
          ...because('moves-less', lastBits),
        ],
      };
    case 'whole-numbers':
      return {
        fits: [
          ...(sameCounts === true ? (['batch-order'] as const) : []),
          ...(trained === 'each' ? [] : (['sampling-temperature'] as const)),
          ...(trained === 'once' ? [] : (['initial-weights'] as const)),
        ],
        excludes: [],
      };
    case 'reordered':
      return {
        fits: ['batch-order'],
        excludes: because('changes-numbers', [
          ...drawnAtEachCall,
          'initial-weights',
          'carried-state',
          'saved-model',
          ...lastBits,
        ]),
      };
    case 'shifted':
      return {
        fits: ['time-steps'],
        excludes: because('changes-numbers', [
          ...draws,
          'carried-state',
          'saved-model',
          ...lastBits,
        ]),
      };
    case 'versions':
      return {
        fits: ['saved-model', 'reduced-precision'],
        excludes: [...because('always-new', draws), ...because('moves-less', lastBits)],
      };
    case 'rescaled':
      return {
        fits: ['saved-model'],
        excludes: [
          ...because('not-on-a-line', [
            ...draws,
            'carried-state',
            'time-steps',
            'reduced-precision',
          ]),
          ...because('moves-less', lastBits),
        ],
      };
    case 'settling':
      return {
        fits: ['carried-state', 'saved-model'],
        excludes: [...because('has-no-order', draws), ...because('moves-less', lastBits)],
      };
    case 'ordered':
      return {
        fits: ['saved-model', 'data-set', 'carried-state'],
        excludes: [...because('has-no-order', draws), ...because('moves-less', lastBits)],
      };
    case 'independent':
      return {
        fits: {
          // Weights that are not really loaded are drawn anew, too.
          once: [...drawnAtEachCall, 'batch-norm', 'data-set', 'saved-model'] as const,
          each: [...drawnAtEachTraining, 'dropout', 'data-set'] as const,
          unknown: [
            'dropout',
            ...drawnAtEachTraining,
            'sampling-temperature',
            'data-set',
            'batch-norm',
            'saved-model',
          ] as const,
        }[trained ?? 'unknown'],
        excludes: [
          ...because('no-order-here', orderP > unclear ? ['carried-state'] : []),
          // A retraining enlarges what rounding changes.
          ...because('moves-less', trained === 'once' ? lastBits : ['floating-point']),
          ...because('comes-again', trained === 'each' ? [] : ['reduced-precision']),
        ],
      };
  }
}

/** A demo whose chart looks like these outputs. */
type Lookalike = {
  readonly [Id in DemoId]: { readonly cause: Id; readonly variant: keyof ByVariant<unknown>[Id] };
}[DemoId];

const leftOn: Lookalike = { cause: 'dropout', variant: 'inference' };
const retrained: Lookalike = { cause: 'initial-weights', variant: 'retrain' };
const settles: Lookalike = { cause: 'carried-state', variant: 'within-predict' };

const lookalikes: Readonly<Record<SignatureId, readonly Lookalike[]>> = {
  'not-finite': [{ cause: 'data-set', variant: 'dirty' }],
  identical: [],
  'last-bits': [{ cause: 'floating-point', variant: 'batch-size' }],
  settled: [settles],
  'whole-numbers': [],
  reordered: [],
  shifted: [{ cause: 'time-steps', variant: 'alignment' }],
  versions: [{ cause: 'saved-model', variant: 'wrong-epoch' }],
  rescaled: [{ cause: 'saved-model', variant: 'scaler' }],
  settling: [settles],
  ordered: [{ cause: 'saved-model', variant: 'wrong-epoch' }],
  independent: [leftOn, retrained],
};

/** The demos whose charts look like these outputs; none where no demo makes such. */
export function lookalikesOf(
  signature: SignatureId,
  trained: Trained | undefined,
): readonly Lookalike[] {
  if (signature !== 'independent' || trained === undefined) return lookalikes[signature];
  return trained === 'once' ? [leftOn] : [retrained];
}
