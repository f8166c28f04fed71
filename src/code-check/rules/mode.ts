import { layersOf, type Facts, type Layer, type ModelCall, type Thing } from '../facts/index.ts';
import { isMonteCarlo } from './always-on.ts';
import { callsOf, inferenceCalls } from './calls.ts';
import { once, type Change, type Found, type Rule } from './rule.ts';
import { sources } from './sources.ts';

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

const evalBefore = ({ call }: ModelCall): Change[] => [
  { kind: 'before', place: call.statement, lines: [[call.callee, '.eval()']] },
];

/** An `eval()` that is put before `first` is still in force at `later`: nothing between them can be skipped or undoes it. */
const coversToo = (first: ModelCall, later: ModelCall): boolean =>
  first.model === later.model &&
  first.mode.place?.from === later.mode.place?.from &&
  first.call.order < later.call.order &&
  !first.call.at.isConditional &&
  first.call.at.entry === later.call.at.entry &&
  first.call.at.functions.join() === later.call.at.functions.join() &&
  first.call.at.loops.every(({ place }, at) => place.from === later.call.at.loops[at]?.place.from);

type Why = 'never' | 'undone' | 'made again';

function inTrainingMode(facts: Facts, why: Why): Found[] {
  const calls = once(inferenceCalls(facts), ({ call }) => call.place);
  const last = new Map(inferenceCalls(facts).map((each) => [each.call.place.from, each]));
  const mended: ModelCall[] = [];
  return calls.flatMap((first): Found[] => {
    const each = last.get(first.call.place.from) ?? first;
    const layer = modalLayerOf(each.model);
    if (each.how !== 'call' || each.mode.mode !== 'train' || !layer || isMonteCarlo(each.call))
      return [];
    const reason: Why = isMadeAgain(facts, each) ? 'made again' : each.undone ? 'undone' : 'never';
    if (reason !== why) return [];
    const switched = facts.modeChanges.some(
      ({ thing, mode, entry }) =>
        thing === each.model && mode === 'eval' && entry !== each.call.at.entry,
    );
    const isMended = mended.some((earlier) => coversToo(earlier, each));
    if (!isMended) mended.push(each);
    return [
      {
        place: each.call.place,
        sure: isCertain(layer) && !switched ? 'sure' : 'if',
        page: layer.type === 'batch-norm' ? 'batch-norm' : 'dropout',
        other: layer.place,
        third: why === 'never' ? null : each.mode.place,
        name: layer.name,
        changes: isMended ? [] : evalBefore(each),
      },
    ];
  });
}

/** `self.__init__()` makes the model anew: in training mode. */
const isMadeAgain = (facts: Facts, { mode }: ModelCall): boolean =>
  callsOf(facts, /^torch\.nn\.Module\.__init__$/).some(
    ({ place }) => place.from === mode.place?.from,
  );

export const mode: readonly Rule[] = [
  {
    id: 'A1',
    page: 'dropout',
    when: 'call',
    source: sources.torchEval,
    find: (facts) => inTrainingMode(facts, 'never'),
  },
  {
    id: 'A2',
    page: 'dropout',
    when: 'call',
    source: sources.torchEval,
    find: (facts) => inTrainingMode(facts, 'undone'),
  },
  {
    id: 'A12',
    page: 'dropout',
    when: 'call',
    source: sources.torchEval,
    find: (facts) => inTrainingMode(facts, 'made again'),
  },
];
