import {
  fixedIn,
  has,
  marksOf,
  type Call,
  type Facts,
  type Mark,
  type Value,
} from '../facts/index.ts';
import type { Span } from '../parse/tree.ts';
import { callAt, callsOf, inferenceCalls, ownerOf, trainingCalls } from './calls.ts';
import { once, type Found, type Rule } from './rule.ts';
import { sources } from './sources.ts';

type Scaled = Extract<Mark, { of: 'scaled' }>;

const scaledIn = (values: readonly Value[]): Scaled[] =>
  values.flatMap((value) => marksOf(value).filter((mark): mark is Scaled => mark.of === 'scaled'));

const trainedOn = (facts: Facts): Value[] => [
  ...trainingCalls(facts).map(({ input }) => input),
  ...facts.trainings
    .filter(({ how }) => how === 'fit')
    .flatMap(({ call }) => call.args.values.slice(0, 2)),
];

const fitting = /\.fit(_transform)?$/;
const scalerFits = (facts: Facts): Call[] =>
  callsOf(facts, /(sklearn\.preprocessing\.\w+\(\)|\?\w*scaler\w*)\.fit(_transform)?$/i);

/** A scaler that comes out of a file was fitted before. */
const isFromFile = (call: Call): boolean => /^(joblib|pickle|dill|cloudpickle)\./.test(call.path);

/** What a prediction gets is scaled by its own smallest and largest value. */
function fittedAgain(facts: Facts): Found[] {
  const predicted = scaledIn(inferenceCalls(facts).map(({ input }) => input));
  const trained = scaledIn(trainedOn(facts));
  const isLoaded =
    facts.trainings.length === 0 &&
    facts.calls.some(({ path }) =>
      /load_model|load_state_dict|load_weights|loadLayersModel/.test(path),
    );
  const again = predicted.flatMap(({ place, thing }): Found[] => {
    const call = callAt(facts, place);
    if (!call || !fitting.test(call.path) || trained.some((mark) => mark.place.from === place.from))
      return [];
    const before = scalerFits(facts).find(
      (each) =>
        ownerOf(each) === thing && each.place.from !== place.from && each.order < call.order,
    );
    if (!before && !isLoaded && !isFromFile(call)) return [];
    return [
      {
        place,
        other: before?.place ?? null,
        sure: before || isFromFile(call) ? 'sure' : 'if',
        changes: [toTransform(call)],
      },
    ];
  });
  return once(again, ({ place }) => place);
}

/** `.fit_transform(` -> `.transform(` */
function toTransform({ callee, path }: Call) {
  const name = path.slice(path.lastIndexOf('.') + 1);
  return {
    kind: 'edit',
    from: callee.to - name.length,
    to: callee.to,
    text: ['transform'],
  } as const;
}

/** A scaler that has seen the rows it is tested on. */
function fittedOnAll(facts: Facts): Found[] {
  const trained = scaledIn(trainedOn(facts));
  const calls = scalerFits(facts).filter((call) => {
    const [data] = call.args.values;
    return (
      data !== undefined &&
      !has(data, 'part') &&
      trained.some(({ thing }) => thing === ownerOf(call))
    );
  });
  return once(calls, ({ place }) => place).map(({ place }) => ({ place, sure: 'maybe' }));
}

/** One scaler for several things, turned back with what it learned last. */
function fittedSeveralTimes(facts: Facts): Found[] {
  const fits = once(scalerFits(facts), ({ place }) => place);
  return fits.flatMap((call): Found[] => {
    const owner = ownerOf(call);
    const others = fits.filter((each) => ownerOf(each) === owner && each !== call);
    const [first] = others;
    const inverse = callsOf(facts, /\.inverse_transform$/).find(
      (each) => ownerOf(each) === owner && each.order > call.order && !isInOneLoop(each, call),
    );
    return first && first.order < call.order && inverse
      ? [{ place: call.place, other: first.place, third: inverse.place, sure: 'maybe' }]
      : [];
  });
}

const isInOneLoop = (a: Call, b: Call): boolean =>
  a.at.loops.some(({ place }) => b.at.loops.some((loop) => loop.place.from === place.from));

/** Windows that share most of their values, on both sides of a random split. */
function splitWindows(facts: Facts): Found[] {
  const splits = callsOf(facts, /train_test_split$/).filter(
    ({ args }) =>
      fixedIn(args.get('shuffle')) !== false && args.values.some((value) => has(value, 'part')),
  );
  return once(splits, ({ place }) => place).map(({ place }) => ({ place, sure: 'maybe' }));
}

/** As many time steps as the model was made for? */
function otherWindow(facts: Facts): Found[] {
  const expected = stepsOf(facts);
  if (!expected) return [];
  const calls = inferenceCalls(facts).flatMap(({ call, input }) => {
    const window = marksOf(input).find((mark) => mark.of === 'window');
    return window?.of === 'window' && window.steps !== expected.steps ? [{ call, window }] : [];
  });
  return once(calls, ({ window }) => window.place).map(({ window }) => ({
    place: window.place,
    other: expected.place,
    value: window.steps,
    name: String(expected.steps),
    sure: 'sure',
  }));
}

/** `input_shape=(60, 1)` of the first layer that says so. */
function stepsOf({ layers, calls }: Facts): { steps: number; place: Span } | null {
  for (const { place } of layers) {
    const call = calls.find((each) => each.place.from === place.from);
    const shape = call?.args.get('input_shape') ?? call?.args.get('inputShape');
    const steps = shape?.kind === 'list' ? fixedIn(shape.items[0]) : undefined;
    if (shape?.kind === 'list' && shape.items.length >= 2 && typeof steps === 'number')
      return { steps, place };
  }
  return null;
}

const whenTrained = 'retraining' as const;

export const scaling: readonly Rule[] = [
  { id: 'D1', page: 'saved-model', when: 'later-call', source: sources.sklearn, find: fittedAgain },
  { id: 'D2', page: 'data-set', when: whenTrained, source: sources.sklearn, find: fittedOnAll },
  {
    id: 'D4',
    page: 'saved-model',
    when: whenTrained,
    source: sources.sklearn,
    find: fittedSeveralTimes,
  },
  { id: 'D5', page: 'time-steps', when: 'call', source: '', find: otherWindow },
  { id: 'D6', page: 'data-set', when: whenTrained, source: sources.sklearn, find: splitWindows },
];
