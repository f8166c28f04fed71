import { layersOf, likelyIn } from '../facts/index.ts';
import { callsOf, inferenceCalls } from './calls.ts';
import { isModal } from './mode.ts';
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
  const calls = once(inferenceCalls(facts), ({ call }) => call.place).filter(
    ({ mode, model, how }) => {
      if (how !== 'call') return false;
      const layers = layersOf(model);
      return (
        mode.mode === 'train' &&
        layers.length > 0 &&
        layers.every(({ family }) => family === 'torch') &&
        !layers.some(isModal)
      );
    },
  );
  const [first] = calls;
  return first ? [{ place: first.call.place, sure: 'sure' }] : [];
}

/** The fourth place of nn.LSTM is `bias`. */
function dropoutAtPlaceOfBias(facts: Facts): Found[] {
  const calls = callsOf(facts, /^torch\.nn\.(LSTM|GRU|RNN)$/).filter(({ args }) => {
    const fourth = likelyIn(args.at(3));
    return typeof fourth === 'number' && fourth > 0 && fourth < 1;
  });
  return once(calls, ({ place }) => place).map(({ place, path }) => ({
    place,
    name: path.slice(path.lastIndexOf('.') + 1),
    sure: 'sure',
  }));
}

/** TensorFlow 1: a wrapper that is not told how much to keep keeps all. */
const emptyWrapper = (facts: Facts): Found[] =>
  once(
    callsOf(facts, /^tensorflow\.rnn\.DropoutWrapper$/).filter(({ args }) => args.all.length === 1),
    ({ place }) => place,
  ).map(({ place }) => ({ place, sure: 'sure' }));

export const withoutEffect: readonly Rule[] = [
  { id: 'N1', page: null, when: 'never', source: sources.torchLSTM, find: dropoutOfOneLayer },
  { id: 'N2', page: null, when: 'never', source: sources.torchLSTM, find: dropoutAtPlaceOfBias },
  { id: 'N3', page: null, when: 'never', source: sources.kerasCall, find: dropoutWithPredict },
  { id: 'N4', page: null, when: 'never', source: sources.torchEval, find: noEvalNeeded },
  { id: 'N5', page: null, when: 'never', source: sources.tensorflow1, find: emptyWrapper },
];
