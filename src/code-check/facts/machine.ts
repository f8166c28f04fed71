import type { Language } from '../parse/index.ts';
import type { CallExpression, Expression, FunctionShape, Span, Statement } from '../parse/tree.ts';
import type { Args } from './args.ts';
import type {
  Call,
  CarriedState,
  Comparison,
  Draw,
  FunctionDropout,
  ModelCall,
  OrderUse,
  Seed,
  Setting,
  Stream,
  Surroundings,
  Training,
} from './facts.ts';
import { Journal } from './journal.ts';
import { newScope } from './scope.ts';
import type { Scope } from './value.ts';
import {
  join,
  type ClassInfo,
  type Layer,
  type ModeChange,
  type Thing,
  type Value,
} from './value.ts';

/** One function that is being read, or the text itself. */
export interface Frame {
  readonly scope: Scope;
  readonly self: Thing | null;
  readonly owner: ClassInfo | null;
  readonly returns: Value[];
  readonly at: Surroundings;
  /** The statement that is being read. */
  readonly statement: Span;
  /** Its value is kept by nobody. */
  readonly dropped: Expression | null;
}

/** So much is read of a script; a longer way through it gives facts about its beginning. */
export const mostSteps = 60_000;
export const deepestCalls = 7;

/**
 * Reads a script in program order without running it: functions at the place of their call, both branches of a condition that the
 * text doesn't decide, each loop twice. What it notes on the way are the facts.
 */
export interface Machine {
  readonly language: Language;
  readonly journal: Journal;
  readonly top: Scope;
  readonly noted: Noted;
  readonly seeds: Map<Stream, Seed>;
  /** Functions that are being read, so that none is read inside itself. */
  readonly stack: FunctionShape[];
  readonly called: Set<FunctionShape>;
  /** Everything that `from x import *` may have brought. */
  readonly stars: string[];
  steps: number;
  order: number;
  things: number;
  /** The line that makes the outermost object of a class of the script. */
  building: Span | null;
  /** The outermost call of a model that is being read. */
  modelCall: ModelCall | null;
  readonly evaluate: (expression: Expression, frame: Frame) => Value;
  /** True if nothing after the statements is reached. */
  readonly run: (statements: readonly Statement[], frame: Frame) => boolean;
  readonly invoke: (
    callee: Extract<Value, { kind: 'function' }>,
    args: Args,
    frame: Frame,
    change?: Partial<Surroundings>,
  ) => Value;
  readonly callLibrary: (
    path: string,
    receiver: Value | null,
    args: Args,
    node: CallExpression,
    frame: Frame,
  ) => Value;
}

export interface Noted {
  readonly modules: string[];
  readonly calls: Call[];
  readonly seeds: Seed[];
  readonly draws: Draw[];
  readonly layers: Layer[];
  readonly modelCalls: ModelCall[];
  readonly trainings: Training[];
  readonly orderUses: OrderUse[];
  readonly comparisons: Comparison[];
  readonly settings: Setting[];
  readonly functionDropouts: FunctionDropout[];
  readonly carriedStates: CarriedState[];
  readonly classes: Extract<Value, { kind: 'class' }>[];
  readonly instances: Map<ClassInfo, Thing>;
  readonly functions: Extract<Value, { kind: 'function' }>[];
  readonly modeChanges: (ModeChange & { readonly thing: Thing })[];
}

export function newMachine(
  language: Language,
  parts:
    | Pick<Machine, 'evaluate' | 'run' | 'invoke' | 'callLibrary'>
    | ((machine: () => Machine) => Pick<Machine, 'evaluate' | 'run' | 'invoke' | 'callLibrary'>),
): Machine {
  const machine: Machine = {
    language,
    journal: new Journal(),
    top: newScope(null),
    noted: {
      modules: [],
      calls: [],
      seeds: [],
      draws: [],
      layers: [],
      modelCalls: [],
      trainings: [],
      orderUses: [],
      comparisons: [],
      settings: [],
      functionDropouts: [],
      carriedStates: [],
      classes: [],
      instances: new Map(),
      functions: [],
      modeChanges: [],
    },
    seeds: new Map(),
    stack: [],
    called: new Set(),
    stars: [],
    steps: 0,
    order: 0,
    things: 0,
    building: null,
    modelCall: null,
    ...(typeof parts === 'function' ? parts(() => machine) : parts),
  };
  return machine;
}

export function newThing(
  machine: Machine,
  path: string,
  place: Span,
  info: ClassInfo | null = null,
): Thing {
  machine.things += 1;
  return {
    id: machine.things,
    path,
    info,
    place,
    fields: new Map(),
    layers: [],
    layer: null,
    state: new Map(),
    modes: new Map(),
    isModel: false,
  };
}

/** Reads each alternative from the same start, then goes on with what holds after any of them. True if none goes on. */
export function fork(machine: Machine, alternatives: readonly (() => boolean)[]): boolean {
  const { journal } = machine;
  const start = journal.position;
  let joined: ReturnType<Journal['undoTo']> | null = null;
  for (const alternative of alternatives) {
    const leaves = alternative();
    const written = journal.undoTo(start);
    if (leaves) continue;
    if (!joined) joined = written;
    else {
      journal.join(joined, written, joinTwo);
      joined = journal.undoTo(start);
    }
  }
  if (joined) journal.redo(joined);
  return joined === null;
}

function joinTwo(_map: Map<unknown, unknown>, a: unknown, b: unknown): unknown {
  if (a === b) return a;
  if (isModeChange(a) && isModeChange(b))
    return a.mode === b.mode ? b : { mode: 'unknown', place: b.place ?? a.place, entry: a.entry };
  if (isValue(a) && isValue(b)) return join(a, b);
  return b;
}

const isModeChange = (data: unknown): data is ModeChange =>
  data !== null && typeof data === 'object' && 'mode' in data;
const isValue = (data: unknown): data is Value =>
  data !== null && typeof data === 'object' && 'marks' in data;
