import {
  fixedIn,
  layersOf,
  type Facts,
  type Layer,
  type ModelCall,
  type Thing,
} from '../facts/index.ts';
import { addArgument, setArgument } from './changes.ts';
import { once, type Change, type Found, type Rule } from './rule.ts';
import { sources } from './sources.ts';

/** Calls for an output, not for learning; a place that is also trained on counts as training. */
export function inferenceCalls({ modelCalls }: Facts): ModelCall[] {
  const trained = new Set(
    modelCalls.filter(({ use }) => use.isTrainedOn).map(({ call }) => call.place.from),
  );
  return modelCalls.filter(
    ({ call, use, how }) =>
      how === 'call' &&
      use.reachesOutput &&
      !trained.has(call.place.from) &&
      !isStep(call.at.functions),
  );
}

/** Lightning switches the mode itself. */
const isStep = (functions: readonly string[]): boolean =>
  functions.some((name) => /^(training|validation|test|predict)_step$/.test(name));

/** A layer that acts differently in training mode. */
export function isModal({ type, rate, numLayers, name }: Layer): boolean {
  if (type === 'batch-norm') return true;
  if (type === 'dropout') return rate !== 0;
  if (type === 'recurrent' && rate !== null && rate !== 0)
    return numLayers !== 1 && !name.endsWith('Cell');
  return false;
}

const modalLayerOf = (model: Thing): Layer | undefined => {
  const modal = layersOf(model).filter((layer) => layer.family === 'torch' && isModal(layer));
  return modal.find((layer) => isCertain(layer)) ?? modal[0];
};

const isCertain = ({ type, rate, numLayers }: Layer): boolean =>
  type === 'batch-norm' || (rate !== 'unknown' && numLayers !== 'unknown');

/** Somebody wants the spread: many calls in a loop, in a function that says so. */
const isMonteCarlo = ({ call }: ModelCall): boolean =>
  call.at.functions.some((name) => /monte_?carlo|mc_?drop|mc_?pred|uncertain/i.test(name));

const evalBefore = ({ call }: ModelCall): Change[] => [
  { kind: 'before', place: call.statement, lines: [[call.callee, '.eval()']] },
];

function inTrainingMode(facts: Facts, isUndone: boolean): Found[] {
  const calls = once(inferenceCalls(facts), ({ call }) => call.place);
  const last = new Map(inferenceCalls(facts).map((each) => [each.call.place.from, each]));
  return calls.flatMap((first): Found[] => {
    const each = last.get(first.call.place.from) ?? first;
    const layer = modalLayerOf(each.model);
    if (
      each.mode.mode !== 'train' ||
      !layer ||
      isMonteCarlo(each) ||
      (each.undone !== null) !== isUndone
    )
      return [];
    const switched = facts.modeChanges.some(
      ({ thing, mode, entry }) =>
        thing === each.model && mode === 'eval' && entry !== each.call.at.entry,
    );
    return [
      {
        place: each.call.place,
        sure: isCertain(layer) && !switched ? 'sure' : 'if',
        page: layer.type === 'batch-norm' ? 'batch-norm' : 'dropout',
        other: layer.place,
        third: isUndone ? each.mode.place : null,
        name: layer.name,
        changes: evalBefore(each),
      },
    ];
  });
}

/** `F.dropout(x)`: its own default is to drop. */
function alwaysDropping({ functionDropouts }: Facts): Found[] {
  return once(functionDropouts, ({ call }) => call.place).flatMap(
    ({ call, rate, training }): Found[] => {
      if (fixedIn(rate) === 0 || !call.at.isInsideModel) return [];
      if (training !== null && fixedIn(training) !== true) return [];
      const changes = [
        training === null
          ? addArgument(call, 'training=self.training')
          : setArgument(call, 'training', 2, 'self.training'),
      ];
      return [{ place: call.place, sure: call.at.isConditional ? 'maybe' : 'sure', changes }];
    },
  );
}

export const mode: readonly Rule[] = [
  {
    id: 'A1',
    page: 'dropout',
    when: 'call',
    source: sources.torchEval,
    find: (facts) => inTrainingMode(facts, false),
  },
  {
    id: 'A2',
    page: 'dropout',
    when: 'call',
    source: sources.torchEval,
    find: (facts) => inTrainingMode(facts, true),
  },
  { id: 'A3', page: 'dropout', when: 'call', source: sources.torchDropout, find: alwaysDropping },
];
