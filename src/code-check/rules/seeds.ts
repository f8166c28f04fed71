import { layersOf, type Draw, type Facts, type Seed, type Stream } from '../facts/index.ts';
import type { Span } from '../parse/tree.ts';
import { callsOf } from './calls.ts';
import { once, type Found, type Rule } from './rule.ts';
import { sources } from './sources.ts';

/** Draws that decide how a training goes. */
const decides = ({ purpose, hasOwnSeed }: Draw): boolean =>
  !hasOwnSeed && /^(weights|order)$/.test(purpose);

const seedLines: Readonly<Record<Stream, string>> = {
  torch: 'torch.manual_seed(0)',
  tensorflow: 'keras.utils.set_random_seed(0)',
  numpy: 'np.random.seed(0)',
  python: 'random.seed(0)',
  js: "seedrandom('1', { global: true });",
};

/** What is drawn in training and never seeded before, a place each; nothing where the text only loads weights and predicts. */
function unseededDraws(facts: Facts, stream: Stream): Draw[] {
  const draws = facts.draws.filter(
    (draw) => draw.stream === stream && decides(draw) && draw.seed === null,
  );
  const isLoaded =
    callsOf(facts, /load_state_dict$|load_weights$|load_model$|loadLayersModel$|^torch\.load$/)
      .length > 0;
  const isTrained = facts.trainings.length > 0;
  return isLoaded && !isTrained ? [] : once(draws, ({ place }) => place);
}

const seedsOf = (facts: Facts, stream: Stream): Seed[] =>
  facts.seeds.filter(({ streams }) => streams.includes(stream));

/** The line that makes the model, also where its layers are added to it below. */
function placesOf(facts: Facts, stream: Stream): Span[] {
  const isOrder = ({ purpose }: Draw) => Number(purpose !== 'weights');
  const draws = unseededDraws(facts, stream).toSorted((a, b) => isOrder(a) - isOrder(b));
  const places = draws.map(({ place }) => place);
  if (stream === 'torch') return places;
  const models = facts.trainings.flatMap(({ model }) =>
    model && model.layers.length > 0 ? [model] : [],
  );
  const made = models.filter((model) =>
    layersOf(model).some((layer) => places.some(({ from }) => from === layer.place.from)),
  );
  return once([...made.map(({ place }) => place), ...places], (place) => place).toSorted(
    (a, b) => a.from - b.from,
  );
}

/** No seed of any stream: one finding with all lines. */
function noSeed(facts: Facts, stream: Stream): Found[] {
  if (facts.seeds.length > 0) return [];
  const [place, ...others] = placesOf(facts, stream);
  if (!place || !facts.draws.some((draw) => draw.stream === stream && draw.purpose === 'weights'))
    return [];
  const isStrange = facts.strangeSeeds.length > 0;
  return [
    {
      place,
      others,
      sure: isStrange ? 'if' : 'sure',
      changes: [{ kind: 'top', lines: [seedLines[stream]] }],
    },
  ];
}

const weighing: readonly Stream[] = ['torch', 'tensorflow', 'js'];

/** Seeds there are, but none that this stream listens to. */
function otherSeed(facts: Facts): Found[] {
  return weighing.flatMap((stream): Found[] => {
    const [place, ...others] = placesOf(facts, stream);
    const [seed] = facts.seeds;
    if (!place || !seed || seedsOf(facts, stream).length > 0) return [];
    const isOld = stream === 'tensorflow' && !facts.frameworks.includes('tf.keras');
    return [
      {
        place: seed.place,
        other: place,
        others,
        name: seed.path,
        value: stream,
        sure: isOld || facts.strangeSeeds.length > 0 ? 'if' : 'sure',
        changes: [{ kind: 'after', place: seed.place, lines: [[seedLines[stream]]] }],
      },
    ];
  });
}

/** The right seed, after what it should decide, or in a function that nothing calls. */
function lateSeed(facts: Facts): Found[] {
  return weighing.flatMap((stream): Found[] => {
    const [draw] = unseededDraws(facts, stream).filter(({ purpose }) => purpose === 'weights');
    const seeds = seedsOf(facts, stream);
    if (!draw || seeds.length === 0) return [];
    const later = seeds.find(
      (seed) => seed.entry === draw.call.at.entry && seed.order > draw.call.order,
    );
    if (later) return [{ place: later.place, other: draw.place, value: 'late', sure: 'sure' }];
    const uncalled = seeds.find(
      (seed) => seed.entry !== 'main' && seed.entry !== draw.call.at.entry,
    );
    if (!uncalled) return [];
    return [
      {
        place: uncalled.place,
        other: draw.place,
        value: 'uncalled',
        name: uncalled.functions.at(-1) ?? '',
        sure: draw.call.at.entry === 'main' ? 'sure' : 'if',
      },
    ];
  });
}

/** One seed before several trainings. */
function oneSeedForMany(facts: Facts): Found[] {
  const draws = facts.draws.filter(
    ({ purpose, seed, call }) => purpose === 'weights' && seed !== null && call.at.loops.length > 0,
  );
  return once(draws, ({ place }) => place)
    .flatMap(({ call, seed, place }): Found[] => {
      const loop = call.at.loops.find(({ place: around }) =>
        facts.trainings.some((each) =>
          each.call.at.loops.some((other) => other.place.from === around.from),
        ),
      );
      if (!loop || !seed || seed.loops.some((each) => each.place.from === loop.place.from))
        return [];
      return [{ place: seed.place, other: place, sure: 'maybe' }];
    })
    .slice(0, 1);
}

/** TensorFlow 1: the seed belongs to a graph that is thrown away. */
function seedOfOldGraph(facts: Facts): Found[] {
  const seeds = callsOf(facts, /^tensorflow\.(set_random_seed|random\.set_seed)$/);
  const resets = callsOf(
    facts,
    /^tensorflow\.(reset_default_graph|keras\.backend\.clear_session|Graph)$/,
  );
  return once(seeds, ({ place }) => place).flatMap((seed): Found[] => {
    const reset = resets.find(
      ({ order, path }) => order > seed.order && path.endsWith('reset_default_graph'),
    );
    const again = seeds.some(({ order }) => reset && order > reset.order);
    return reset && !again ? [{ place: seed.place, other: reset.place, sure: 'sure' }] : [];
  });
}

const whenTrained = 'retraining' as const;

export const seeds: readonly Rule[] = [
  {
    id: 'C1',
    page: 'initial-weights',
    when: whenTrained,
    source: sources.torchRandomness,
    find: (facts) => noSeed(facts, 'torch'),
  },
  {
    id: 'C2',
    page: 'initial-weights',
    when: whenTrained,
    source: sources.kerasSeed,
    find: (facts) => noSeed(facts, 'tensorflow'),
  },
  {
    id: 'C3',
    page: 'initial-weights',
    when: whenTrained,
    source: sources.torchRandomness,
    find: otherSeed,
  },
  {
    id: 'C4',
    page: 'initial-weights',
    when: whenTrained,
    source: sources.torchRandomness,
    find: lateSeed,
  },
  {
    id: 'C5',
    page: 'initial-weights',
    when: whenTrained,
    source: sources.kerasSeedGenerator,
    find: oneSeedForMany,
  },
  {
    id: 'C10',
    page: 'initial-weights',
    when: whenTrained,
    source: sources.tensorflow1,
    find: seedOfOldGraph,
  },
  {
    id: 'C11',
    page: 'initial-weights',
    when: whenTrained,
    source: sources.tfjsSeed,
    find: (facts) => noSeed(facts, 'js'),
  },
];
