import {
  layersOf,
  type Call,
  type CarriedState,
  type Facts,
  type Layer,
  type ModelCall,
  type Thing,
} from '../facts/index.ts';
import { callsOf, inferenceCalls, trainingCalls } from './calls.ts';
import { once, type Change, type Found, type Rule } from './rule.ts';
import { sources } from './sources.ts';

const statefulLayerOf = (model: Thing): Layer | undefined =>
  layersOf(model).find(({ isStateful }) => isStateful);

interface Run {
  readonly model: Thing;
  readonly call: Call;
  readonly isFit: boolean;
}

/** Everything that moves the state of a model on, in program order. */
const runsOf = ({ modelCalls, trainings }: Facts): Run[] =>
  [
    ...modelCalls
      .filter(({ how }) => how !== 'call')
      .map(({ model, call }) => ({ model, call, isFit: false })),
    ...trainings.flatMap(({ model, call, how }) =>
      model && how === 'fit' ? [{ model, call, isFit: true }] : [],
    ),
  ].toSorted((a, b) => a.call.order - b.call.order);

/** A function that the text doesn't call: somebody calls it again and again. */
const isAskedAgain = ({ at }: Call): boolean => at.entry !== 'main';

const firstOf = ({ at }: Call, { calls }: Facts): number =>
  (calls.find((each) => each.at.entry === at.entry)?.order ?? 1) - 1;

const resets = /\.(reset_states?|resetStates)$/;

/** A stateful layer, and two runs without a reset between. */
function statefulRuns(facts: Facts, language: Facts['language']): Found[] {
  if (facts.language !== language) return [];
  const cleared = callsOf(facts, resets);
  const runs = runsOf(facts);
  const found = runs.flatMap(({ model, call, isFit }, at): (Found & { order: number })[] => {
    const layer = statefulLayerOf(model);
    const before = runs.slice(0, at).findLast((run) => run.model === model);
    if (!layer || isFit || (!before && !isAskedAgain(call))) return [];
    const since = before?.call.order ?? firstOf(call, facts);
    if (cleared.some(({ order }) => order > since && order < call.order)) return [];
    const isSame = !before || before.call.place.from === call.place.from;
    return [
      {
        place: call.place,
        other: layer.place,
        third: isSame ? null : before.call.place,
        sure: isSame ? 'if' : 'sure',
        order: call.order,
        changes: resetBefore(call, language),
      },
    ];
  });
  return once(found, ({ place }) => place);
}

function resetBefore(call: Call, language: Facts['language']): Change[] {
  const { from, line, endLine } = call.callee;
  const name = call.path.slice(call.path.lastIndexOf('.'));
  const receiver = { from, to: call.callee.to - name.length, line, endLine };
  return [
    {
      kind: 'before',
      place: call.statement,
      lines: [[receiver, language === 'python' ? '.reset_states()' : '.resetStates();']],
    },
  ];
}

/** Prediction after prediction, and what came out of the last as a state goes into the next. */
function carriedByCaller(facts: Facts): Found[] {
  const predicted = new Set(inferenceCalls(facts));
  const carried = facts.carriedStates.filter(
    (each) => predicted.has(each.call) && !each.continues && !each.mayBeReset,
  );
  return once(carried, ({ call }) => call.call.place).flatMap((each): Found[] => {
    const over = each.call.call.at.loops.at(-1)?.over;
    if (over === 'range') return [];
    return [
      {
        place: each.call.call.place,
        other: differentPlace(each),
        sure: over === 'loader' ? 'sure' : 'if',
      },
    ];
  });
}

const differentPlace = ({ call, from }: CarriedState) =>
  call.call.place.line === from.line ? null : from;

/** In training: the history of all batches hangs on the state. */
function notDetached(facts: Facts): Found[] {
  const trained = new Set(trainingCalls(facts));
  const carried = facts.carriedStates.filter(
    (each) =>
      trained.has(each.call) &&
      !each.isDetached &&
      !each.mayBeReset &&
      each.call.call.at.loops.length > 0,
  );
  return once(carried, ({ call }) => call.call.place).map(({ call }) => ({
    place: call.call.place,
    sure: 'if',
  }));
}

/** A function that is asked for a prediction and trains on. */
function trainsWhilePredicting(facts: Facts): Found[] {
  const asks = /predict|infer|forecast|serve|answer/i;
  const fits = facts.trainings.filter(
    ({ call, how, model }) =>
      how === 'fit' && model && call.at.functions.some((name) => asks.test(name)),
  );
  return once(fits, ({ call }) => call.place).flatMap(({ call, model }): Found[] => {
    const asked = call.at.functions.findLast((name) => asks.test(name));
    const predicts = facts.modelCalls.some(
      (each) => each.model === model && sameFunction(each, asked),
    );
    const isOwn =
      model !== null &&
      facts.draws.some(
        ({ purpose, call: drawn }) =>
          purpose === 'weights' &&
          drawn.at.functions.includes(asked ?? '') &&
          drawn.at.entry === call.at.entry,
      );
    return predicts && !isOwn ? [{ place: call.place, sure: 'if' }] : [];
  });
}

const sameFunction = ({ call }: ModelCall, name: string | undefined): boolean =>
  name !== undefined && call.at.functions.includes(name);

export const state: readonly Rule[] = [
  {
    id: 'B1',
    page: 'carried-state',
    when: 'later-call',
    source: sources.kerasFaq,
    find: (facts) => statefulRuns(facts, 'python'),
  },
  {
    id: 'B2',
    page: 'carried-state',
    when: 'later-call',
    source: sources.torchLSTM,
    find: carriedByCaller,
  },
  {
    id: 'B3',
    page: 'carried-state',
    when: 'retraining',
    source: sources.torchLSTM,
    find: notDetached,
  },
  {
    id: 'B4',
    page: 'carried-state',
    when: 'later-call',
    source: sources.tfjs,
    find: (facts) => statefulRuns(facts, 'javascript'),
  },
  {
    id: 'B5',
    page: 'carried-state',
    when: 'later-call',
    source: sources.kerasFaq,
    find: trainsWhilePredicting,
  },
];
