import { layersOf } from '../facts/index.ts';
import { inferenceCalls, isModal } from './mode.ts';
import { once, type Found, type Rule } from './rule.ts';
import { sources } from './sources.ts';
import type { Facts } from '../facts/index.ts';

/** PyTorch drops between the layers of an LSTM: with one there is no between. */
function dropoutOfOneLayer({ layers }: Facts): Found[] {
  return once(layers, ({ place }) => place).flatMap(
    ({ family, type, rate, numLayers, place, name }): Found[] =>
      family === 'torch' &&
      type === 'recurrent' &&
      !name.endsWith('Cell') &&
      rate !== null &&
      rate !== 0 &&
      numLayers !== 'unknown' &&
      numLayers <= 1
        ? [{ place, sure: rate === 'unknown' ? 'if' : 'sure', name }]
        : [],
  );
}

/** `predict` switches dropout off by itself. */
function dropoutWithPredict({ layers, modelCalls }: Facts): Found[] {
  const predicted = modelCalls.find(
    ({ how, model }) => how === 'predict' && !/Session|sess/.test(model.path),
  );
  const dropped = layers.find(
    ({ family, type, rate }) =>
      family !== 'torch' &&
      (type === 'dropout' || (type === 'recurrent' && rate !== null)) &&
      rate !== 0,
  );
  return predicted && dropped
    ? [{ place: dropped.place, sure: 'sure', other: predicted.call.place }]
    : [];
}

/** No eval(), and nothing that it would switch. */
function noEvalNeeded(facts: Facts): Found[] {
  const calls = once(inferenceCalls(facts), ({ call }) => call.place).filter(({ mode, model }) => {
    const layers = layersOf(model);
    return (
      mode.mode === 'train' &&
      layers.length > 0 &&
      layers.every(({ family }) => family === 'torch') &&
      !layers.some(isModal)
    );
  });
  const [first] = calls;
  return first ? [{ place: first.call.place, sure: 'sure' }] : [];
}

export const withoutEffect: readonly Rule[] = [
  { id: 'N1', page: null, when: 'never', source: sources.torchLSTM, find: dropoutOfOneLayer },
  { id: 'N3', page: null, when: 'never', source: sources.kerasCall, find: dropoutWithPredict },
  { id: 'N4', page: null, when: 'never', source: sources.torchEval, find: noEvalNeeded },
];
