import type { CallExpression, Expression } from '../parse/tree.ts';
import type { Args } from './args.ts';
import { attributeOf } from './invoke.ts';
import type { Call, ModelCall } from './facts.ts';
import type { Frame, Machine } from './machine.ts';
import { noteUse, record } from './record.ts';
import { layersOf } from './thing.ts';
import { has, marksOf, unite, withMarks, type Mark, type Thing, type Value } from './value.ts';

type ObjectValue = Extract<Value, { kind: 'object' }>;

const containers =
  /^(torch\.nn\.(Sequential|DataParallel)|keras\.(Sequential|Model|load_model|model_from_json|clone_model))\(\)$/;
const namedLikeModel =
  /^\?(\w*_)?(\w*model|\w*net|\w*lstm|\w*rnn|\w*gru|network|encoder|decoder|generator|regressor|predictor)\d*$/i;
const namedLikeVerb =
  /^\?(save|load|build|create|get|make|train|test|eval|evaluate|define|init|compile|fit|run|plot|export|restore|summary|setup)(_|[A-Z])/;

/** Whether calling it is calling a model or a layer. */
export function isCalledAsModel(thing: Thing): boolean {
  if (thing.layer && thing.layer.name.endsWith('Loss')) return false;
  if (thing.info)
    return methodOf(thing) !== undefined || (thing.isModel && thing.info.sort !== 'plain');
  if (thing.layer !== null || containers.test(thing.path)) return true;
  return thing.isModel || (namedLikeModel.test(thing.path) && !namedLikeVerb.test(thing.path));
}

const methodOf = (thing: Thing): Extract<Value, { kind: 'function' }> | undefined => {
  for (const name of ['forward', 'call', '__call__']) {
    const method = attributeOf(thing, name);
    if (method?.kind === 'function') return method;
  }
  return undefined;
};

/** `model(x)`, or a layer on some input. */
export function callModel(
  machine: Machine,
  value: ObjectValue,
  args: Args,
  node: CallExpression,
  frame: Frame,
): Value {
  const { thing } = value;
  const call = record(machine, `${thing.path}()`, value, args, node, frame);
  if (isSymbolic(thing, args)) return symbolic(thing, args);
  const isOutermost = !frame.at.isInsideModel;
  const fact = isOutermost ? noteModelCall(machine, call, thing, 'call', args) : null;
  const outer = machine.modelCall;
  if (fact) machine.modelCall = fact;
  const result = resultOf(machine, thing, call, args, node, frame);
  machine.modelCall = outer;
  return fact ? asPrediction(machine, fact, result) : result;
}

/** Keras' functional style: layers are laid on a placeholder, nothing is computed yet. */
const isSymbolic = (thing: Thing, args: Args): boolean =>
  (thing.layer !== null && thing.layer.family !== 'torch') ||
  (thing.path.startsWith('keras.') && has(args.at(0), 'layer'));

function symbolic(thing: Thing, args: Args): Value {
  const marks: readonly Mark[] = unite(...args.values.map((each) => marksOf(each)), [
    { of: 'layer', thing },
  ]);
  return { kind: 'unknown', marks };
}

function noteModelCall(
  machine: Machine,
  call: Call,
  model: Thing,
  how: ModelCall['how'],
  args: Args,
  input: Value | null = args.at(0),
): ModelCall {
  const undone = model.modes.get('undone');
  const fact: ModelCall = {
    call,
    model,
    how,
    mode: model.modes.get('mode') ?? { mode: 'unknown', place: null, entry: call.at.entry },
    undone: undone?.place ? undone : null,
    training: args.get('training'),
    input: input ?? { kind: 'unknown', marks: [] },
    state: args.at(1),
    use: { isTrainedOn: call.at.isTaped, reachesOutput: call.at.hasNoGradients || how !== 'call' },
  };
  machine.noted.modelCalls.push(fact);
  for (const state of args.all.slice(1)) noteCarried(machine, fact, model, state.value);
  return fact;
}

/** A state that came out of the same model or layer, in an earlier call, goes into this one. */
function noteCarried(machine: Machine, fact: ModelCall, model: Thing, state: Value): void {
  const marks = marksOf(state);
  for (const mark of marks)
    if (mark.of === 'state' && mark.id < fact.call.order && isPartOf(mark.thing, model))
      machine.noted.carriedStates.push({
        call: fact,
        from: mark.place,
        isDetached: marks.some(({ of }) => of === 'detached'),
        continues: has(fact.input, 'prediction'),
        mayBeReset: marks.some(({ of }) => of === 'reset'),
      });
}

const isPartOf = (part: Thing, model: Thing): boolean =>
  part === model || layersOf(model).some((layer) => layer.thing === part);

/** What comes out, with what it carries. */
function resultOf(
  machine: Machine,
  thing: Thing,
  call: Call,
  args: Args,
  node: CallExpression,
  frame: Frame,
): Value {
  const carried = unite(...args.values.map((each) => marksOf(each))).filter(
    ({ of }) => of !== 'state' && of !== 'reset' && of !== 'detached',
  );
  const plain: Value = { kind: 'unknown', marks: carried };
  const method = thing.info ? methodOf(thing) : undefined;
  if (method) return machine.invoke(method, args, frame, { isInsideModel: true });
  const state: Mark = { of: 'state', id: call.order, place: call.place, thing };
  if (thing.layer?.type === 'recurrent') {
    const fed = args.get('hx', 1);
    if (fed && machine.modelCall) noteCarried(machine, machine.modelCall, thing, fed);
    const inner: Value = { kind: 'unknown', marks: [state] };
    // One state of a GRU, two of an LSTM: taken apart either way.
    return { kind: 'list', form: 'tuple', items: [plain, inner], isOpen: false, marks: [] };
  }
  if (thing.path.startsWith('?') && isFedState(node))
    return {
      kind: 'list',
      form: 'tuple',
      items: [plain, { kind: 'unknown', marks: [...carried, state] }],
      isOpen: false,
      marks: [],
    };
  return plain;
}

/** `model(x, hidden)` of a model whose class we don't see. */
function isFedState({ args }: CallExpression): boolean {
  const name = (expression: Expression | undefined): string =>
    expression?.kind === 'name' || expression?.kind === 'member' ? expression.name : '';
  return /hidden|state|cell|^h\d?$|^hc?$/i.test(name(args[1]?.value));
}

/** What comes out of a model is a prediction, and whatever is made from it. */
function asPrediction(machine: Machine, fact: ModelCall, value: Value): Value {
  const mark: Mark = { of: 'prediction', id: machine.noted.modelCalls.indexOf(fact) };
  if (value.kind !== 'list') return withMarks(value, mark);
  const [first, ...others] = value.items;
  return first ? { ...value, items: [withMarks(first, mark), ...others] } : value;
}

/** Keras and TensorFlow.js: `model.predict(x)`. */
export function predict(
  machine: Machine,
  call: Call,
  model: Thing,
  how: ModelCall['how'],
  args: Args,
  input: Value | null = args.at(0),
): Value {
  const fact = noteModelCall(machine, call, model, how, args, input);
  noteUse(machine, [fact.input], 'reachesOutput');
  return asPrediction(machine, fact, {
    kind: 'unknown',
    marks: marksOf(fact.input).filter(({ of }) => of === 'scaled' || of === 'random'),
  });
}
