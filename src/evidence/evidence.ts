import type { PageId } from '../ids.ts';

/**
 * What the outputs that differ lie apart by: two calls of one model, before and after loading, two trainings, two machines,
 * versions or backends, the size of the batch at prediction, lengths or padding, the order of inputs, what others asked
 * before, or something that was changed. Append only: codes count in this order.
 */
export const differences = [
  'calls',
  'reload',
  'trainings',
  'machines',
  'batch-size',
  'length',
  'order',
  'other-requests',
  'change',
] as const;

/** What stays the same, as the asker says. Append only. */
export const heldThings = [
  'seed',
  'eval',
  'weights',
  'data',
  'settings',
  'machine',
  'cpu',
  'no-dropout',
  'state-reset',
] as const;

/** How big the difference is: last digits, some thousandths to hundredths, or more. Append only. */
export const sizes = ['bits', 'small', 'large'] as const;

/** Append only. */
export const frameworks = ['pytorch', 'keras', 'tfjs'] as const;

export type Between = (typeof differences)[number];
export type Held = (typeof heldThings)[number];
export type Size = (typeof sizes)[number];
export type Framework = (typeof frameworks)[number];

/** The same in every language. */
export const frameworkNames: Readonly<Record<Framework, string>> = {
  pytorch: 'PyTorch',
  keras: 'Keras',
  tfjs: 'TensorFlow.js',
};

export const isFramework = (text: string): text is Framework =>
  frameworks.some((known) => known === text);

/** One thing that was read in a question, and that the asker can take back. No two kinds share an id. */
export type PieceId = Between | Held | Size | Framework;

export const pieceIds: readonly PieceId[] = [
  ...differences,
  ...heldThings,
  ...sizes,
  ...frameworks,
];

export const isPieceId = (text: string): text is PieceId =>
  pieceIds.some((known) => known === text);

/** What a question says, read by wordings; plain data. */
export interface Evidence {
  /** True if two outputs that should agree do not. */
  readonly difference: boolean;
  readonly between: readonly Between[];
  readonly held: readonly Held[];
  /** Causes that the asker excludes, in words or by what is held. */
  readonly ruledOut: readonly PageId[];
  /** Causes that the asker suspects. */
  readonly suspect: readonly PageId[];
  readonly size?: Size;
  readonly framework?: Framework;
}

export const nothingRead: Evidence = {
  difference: false,
  between: [],
  held: [],
  ruledOut: [],
  suspect: [],
};

/** Where a sentence stands in the question as it was asked: from `start` up to, not with, `end`. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** The sentence in which each piece was read. */
export type Places = { readonly [Piece in PieceId]?: Place };

/** A cause that is excluded: by something held ("eval() is on"), or because the asker says so in other words. */
export interface RuledOut {
  readonly id: PageId;
  readonly why: Held | 'said';
  /** The sentence that says it; none after a press on a button. */
  readonly at?: Place;
}

export interface RankedCause {
  /** A page that stands for itself: what is special about it is in `Answer.page`. */
  readonly id: PageId;
  /** Calibrated, 0 to 1: that this is a right cause, if the question is ours at all. */
  readonly probability: number;
}
