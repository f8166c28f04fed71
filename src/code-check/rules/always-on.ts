import { fixedIn, likelyIn, type Call, type Facts, type ModelCall } from '../facts/index.ts';
import { callsOf, drawsIn, inferenceCalls, isSet, trainingCalls } from './calls.ts';
import { addArgument, setArgument } from './changes.ts';
import { once, type Found, type Rule } from './rule.ts';
import { sources } from './sources.ts';

/** Somebody wants the spread: a function says so by its name. */
export const isMonteCarlo = ({ at }: Call): boolean =>
  at.functions.some((name) =>
    /monte_?carlo|mc_?drop|mc_?pred|mc_?sampl|uncertain|bayes/i.test(name),
  );

/** `F.dropout(x)`: its own default is to drop. */
function functionDropout({ functionDropouts }: Facts): Found[] {
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

/** Keras: `model(x, training=True)`, a layer called so, the learning phase. */
function kerasTraining(facts: Facts): Found[] {
  const calls = callsOf(facts, /^keras\.layers\.\w+\(\)\(\)$/).filter(
    (call) =>
      isSet(call, 'training', true) && isModalLayer(call.path) && !isPassedDown(call, facts),
  );
  const models =
    facts.language === 'python'
      ? facts.modelCalls.filter((each) => isKerasCall(each) && fixedIn(each.training) === true)
      : [];
  const trained = new Set(trainingCalls(facts).map(({ call }) => call.place.from));
  const predicted = models
    .map(({ call }) => call)
    .filter(
      ({ at, place }) => !at.isTaped && !trained.has(place.from) && !isTrainStep(at.functions),
    );
  const phase = callsOf(facts, /^keras\.backend\.set_learning_phase$/).filter(
    ({ args }) => fixedIn(args.at(0)) === 1 || fixedIn(args.at(0)) === true,
  );
  return [
    ...once([...calls, ...predicted], ({ place }) => place).map((call) => ({
      place: call.place,
      sure: isMonteCarlo(call) ? ('maybe' as const) : ('sure' as const),
      changes: [setArgument(call, 'training', undefined, 'False')],
    })),
    ...once(phase, ({ place }) => place).map((call) => ({
      place: call.place,
      sure: 'sure' as const,
      changes: [setArgument(call, 'value', 0, '0')],
    })),
  ];
}

/** Inside a model that was itself called with `training=True`: the layer is handed what the model was. */
function isPassedDown({ at, order }: Call, { modelCalls }: Facts): boolean {
  const outer = modelCalls.findLast(({ call }) => call.order < order);
  return at.isInsideModel && fixedIn(outer?.training) === true;
}

const isModalLayer = (path: string): boolean => /dropout|batchnorm|lstm|gru|rnn|noise/i.test(path);
const isTrainStep = (functions: readonly string[]): boolean =>
  functions.some((name) => /train/i.test(name));
const isKerasCall = ({ model, how }: ModelCall): boolean =>
  how === 'call' &&
  (model.path.startsWith('keras') || model.info?.sort === 'keras' || model.path.startsWith('?'));

/** After eval(), the dropout layers alone are put back: Monte Carlo dropout. */
const wantedDropout = (facts: Facts): Found[] =>
  once(
    callsOf(facts, /^torch\.nn\.Module\.train$/).filter(
      ({ receiver, args }) =>
        receiver?.kind === 'object' &&
        receiver.thing.path.startsWith('?modules()') &&
        fixedIn(args.at(0)) !== false,
    ),
    ({ place }) => place,
  ).map(({ place }) => ({ place, sure: 'maybe' }));

/** TensorFlow 1: a part that is kept which the graph fixes, so that it holds for predictions too. */
function fixedKeepProbability(facts: Facts): Found[] {
  if (!facts.frameworks.includes('tf1')) return [];
  const calls = callsOf(facts, /^tensorflow\.(rnn\.DropoutWrapper|nn\.dropout)$/).filter(
    ({ at }) => !at.isConditional,
  );
  return once(calls, ({ place }) => place).flatMap((call): Found[] => {
    const kept = ['keep_prob', 'input_keep_prob', 'output_keep_prob', 'state_keep_prob'].map(
      (name) => call.args.get(name),
    );
    const given = [...kept, call.args.at(1)]
      .map((value) => likelyIn(value))
      .filter((each) => typeof each === 'number');
    const predicts = facts.modelCalls.some(({ model }) => /Session|sess/.test(model.path));
    return given.some((each) => each > 0 && each < 1) && predicts
      ? [{ place: call.place, sure: 'if' }]
      : [];
  });
}

/** TensorFlow.js: `apply(x, {training: true})` on numbers. */
const tfjsTraining = (facts: Facts): Found[] =>
  once(
    facts.modelCalls.filter(
      ({ call, training, how }) =>
        facts.language === 'javascript' &&
        how === 'call' &&
        call.path.endsWith('.apply') &&
        fixedIn(training) === true,
    ),
    ({ call }) => call.place,
  ).map(({ call }) => ({ place: call.place, sure: 'sure' }));

/** A first hidden state that is drawn. */
function randomState(facts: Facts): Found[] {
  const calls = callsOf(facts, /^torch\.nn\.(LSTM|GRU|RNN)\(\)\(\)$/);
  const trained = trainingCalls(facts);
  const onlyTrained = trained.length > 0 && inferenceCalls(facts).length === 0;
  const draws = calls
    .flatMap(({ args }) => drawsIn(args.get('hx', 1), facts))
    .filter(({ purpose, stream }) => purpose === 'numbers' && stream === 'torch');
  if (onlyTrained) return [];
  return once(draws, ({ call }) => call.place).map(({ call }) => ({
    place: call.place,
    sure: inferenceCalls(facts).length > 0 ? 'sure' : 'if',
    changes: [
      { kind: 'edit', from: call.callee.from, to: call.callee.to, text: [zerosFor(call.path)] },
    ],
  }));
}

const zerosFor = (path: string): string =>
  path.endsWith('_like') ? 'torch.zeros_like' : 'torch.zeros';

/** Noise that is added in each forward pass. */
function noiseInForward(facts: Facts): Found[] {
  const states = new Set(
    callsOf(facts, /^torch\.nn\.(LSTM|GRU|RNN)(Cell)?\(\)\(\)$/).flatMap(({ args }) =>
      drawsIn(args.get('hx', 1), facts),
    ),
  );
  const draws = facts.draws.filter(
    (draw) =>
      draw.stream === 'torch' &&
      draw.purpose === 'numbers' &&
      draw.call.at.isInsideModel &&
      !draw.call.at.isConditional &&
      !states.has(draw) &&
      /_like$|randn$|\.rand$|normal_?$/.test(draw.call.path),
  );
  const later = new Set([...states].map(({ call }) => call.place.from));
  return once(draws, ({ call }) => call.place)
    .filter(
      ({ call }) =>
        !later.has(call.place.from) &&
        !call.at.functions.some((name) => /__init__|init_/.test(name)),
    )
    .map(({ call }) => ({
      place: call.place,
      sure: call.at.functions.some((name) => /reparam|sampl|encod|diffus|noise/i.test(name))
        ? 'maybe'
        : 'sure',
    }));
}

export const alwaysOn: readonly Rule[] = [
  { id: 'A3', page: 'dropout', when: 'call', source: sources.torchDropout, find: functionDropout },
  { id: 'A4', page: 'dropout', when: 'call', source: sources.kerasCall, find: kerasTraining },
  { id: 'A5', page: 'dropout', when: 'call', source: sources.torchEval, find: wantedDropout },
  {
    id: 'A6',
    page: 'dropout',
    when: 'call',
    source: sources.tensorflow1,
    find: fixedKeepProbability,
  },
  { id: 'A9', page: 'dropout', when: 'call', source: sources.tfjs, find: tfjsTraining },
  { id: 'A10', page: 'carried-state', when: 'call', source: sources.torchLSTM, find: randomState },
  {
    id: 'A11',
    page: 'dropout',
    when: 'call',
    source: sources.torchRandomness,
    find: noiseInForward,
  },
];
