import type { Language } from '../parse/index.ts';
import type { FunctionShape, Span } from '../parse/tree.ts';
import type { Args } from './args.ts';
import type { Layer, ModeChange, Thing, Value } from './value.ts';

/** Where a random number comes from: each has a seed of its own. `js` is Math.random. */
export type Stream = 'torch' | 'numpy' | 'python' | 'tensorflow' | 'js';

export type Framework =
  | 'torch'
  | 'lightning'
  | 'keras'
  | 'tf.keras'
  | 'tensorflow'
  | 'tf1'
  | 'tfjs'
  | 'sklearn'
  | 'numpy'
  | 'pandas';

/** What surrounds a call when it runs. */
export interface Surroundings {
  /** The text itself ('main'), or the function that nothing in the text calls and that is read on its own. */
  readonly entry: string;
  /** The functions on the way to it, from outside in. */
  readonly functions: readonly string[];
  /** The loops around it, those of the functions on the way included, from outside in. */
  readonly loops: readonly LoopFact[];
  /** Under a condition that the text doesn't decide. */
  readonly isConditional: boolean;
  /** Under no_grad or inference_mode. */
  readonly hasNoGradients: boolean;
  /** Under GradientTape. */
  readonly isTaped: boolean;
  /** Paths of what `with` holds open, such as `torch.autocast`. */
  readonly within: readonly string[];
  /** Inside `forward` or `call` of a model. */
  readonly isInsideModel: boolean;
}

export interface LoopFact {
  readonly place: Span;
  /** Over numbers (`range`), over what a loader gives, or over something else. */
  readonly over: 'range' | 'loader' | 'other';
}

/** A call whose callee has a name that is known: `torch.nn.LSTM`, or `torch.nn.LSTM().flatten_parameters` for a method of one. */
export interface Call {
  readonly path: string;
  readonly receiver: Value | null;
  readonly place: Span;
  /** The brackets with what stands in them. */
  readonly list: Span;
  readonly callee: Span;
  readonly args: Args;
  /** In program order; a body that is read twice counts on. */
  readonly order: number;
  readonly at: Surroundings;
  /** Statement whose value the call is, by itself or assigned: null if it stands inside another expression. */
  readonly statement: Span;
  /** Nothing keeps what it returns. */
  readonly isDropped: boolean;
  /** The seeds in force. */
  readonly seeds: ReadonlyMap<Stream, Seed>;
}

export interface Seed {
  readonly streams: readonly Stream[];
  readonly path: string;
  readonly place: Span;
  readonly order: number;
  readonly entry: string;
  /** Inside a function that is called, or not in one. */
  readonly functions: readonly string[];
  readonly loops: readonly LoopFact[];
}

export type Purpose = 'weights' | 'dropout' | 'order' | 'split' | 'pick' | 'numbers' | 'state';

/** A random draw. */
export interface Draw {
  readonly stream: Stream;
  readonly purpose: Purpose;
  readonly call: Call;
  /** The line that makes people's model, where the draw lies in its class. */
  readonly place: Span;
  /** A seed or a generator of its own: an argument says so. */
  readonly hasOwnSeed: boolean;
  /** The last seed of its stream before it. */
  readonly seed: Seed | null;
}

/** A model is called for outputs: `model(x)`, `model.predict(x)`, `session.run(...)`. */
export interface ModelCall {
  readonly call: Call;
  readonly model: Thing;
  readonly how: 'call' | 'predict' | 'evaluate';
  /** Mode of the model, and the change that brought it there. */
  readonly mode: ModeChange;
  /** An `eval()` before the change that is in force. */
  readonly undone: ModeChange | null;
  /** `training=True` and the like. */
  readonly training: Value | null;
  readonly input: Value;
  readonly state: Value | null;
  /** What becomes of the output; filled in while the rest is read. */
  use: { isTrainedOn: boolean; reachesOutput: boolean };
}

/** Weights are learned: `fit`, or `backward`. */
export interface Training {
  readonly call: Call;
  readonly model: Thing | null;
  readonly how: 'fit' | 'backward' | 'step';
}

/** A value whose order is not fixed becomes an order. */
export interface OrderUse {
  readonly source: 'set' | 'files';
  readonly origin: Span;
  readonly use: Span;
  readonly isText: boolean | null;
  /** What is given an order there: the expression. */
  readonly what: Span;
}

/** A random number is held against something: `if (r < sum)`. */
export interface Comparison {
  readonly drawn: Value;
  readonly other: Value;
  readonly place: Span;
}

/** `torch.backends.cudnn.benchmark = True` */
export interface Setting {
  readonly path: string;
  readonly value: Value;
  readonly place: Span;
}

/** `dropout(x)` in a forward pass, without a layer of its own. */
export interface FunctionDropout {
  readonly call: Call;
  readonly rate: Value | null;
  readonly training: Value | null;
}

/** A hidden state goes from one call of a model to the next. */
export interface CarriedState {
  /** The call that is fed it. */
  readonly call: ModelCall;
  /** The call it comes from. */
  readonly from: Span;
  readonly isDetached: boolean;
  /** The input of the call comes from an output of the model: one text or one forecast is going on. */
  readonly continues: boolean;
  /** It may also have been reset. */
  readonly mayBeReset: boolean;
}

export interface FunctionFact {
  readonly shape: FunctionShape;
  readonly name: string;
  readonly isCalled: boolean;
}

/** What a script says, whatever its language: all that rules see. */
export interface Facts {
  readonly language: Language;
  readonly frameworks: readonly Framework[];
  /** Modules that are imported, as written. */
  readonly modules: readonly string[];
  /** Those of them that are no library we know: files of the project, perhaps. */
  readonly strangers: readonly string[];
  /** Calls of functions that come from strangers and are named after a seed. */
  readonly strangeSeeds: readonly Call[];
  readonly calls: readonly Call[];
  readonly seeds: readonly Seed[];
  readonly draws: readonly Draw[];
  readonly layers: readonly Layer[];
  readonly modelCalls: readonly ModelCall[];
  readonly trainings: readonly Training[];
  readonly orderUses: readonly OrderUse[];
  readonly comparisons: readonly Comparison[];
  readonly settings: readonly Setting[];
  readonly functionDropouts: readonly FunctionDropout[];
  readonly carriedStates: readonly CarriedState[];
  readonly functions: readonly FunctionFact[];
  readonly modeChanges: readonly (ModeChange & { readonly thing: Thing })[];
  /** In a notebook: how often each code cell had run, or null. */
  readonly executionCounts: readonly (number | null)[];
  /** The reading ended before the text did. */
  readonly isCutShort: boolean;
}
