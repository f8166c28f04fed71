import { has, likelyIn, type Call, type Draw, type Facts } from '../facts/index.ts';
import { callsOf, drawsIn, isSet, trainingCalls } from './calls.ts';
import { addArgument } from './changes.ts';
import { once, type Found, type Rule } from './rule.ts';
import { sources } from './sources.ts';

const isUnseeded = ({ hasOwnSeed, seed }: Draw): boolean => !hasOwnSeed && seed === null;

/** What seeds a split by itself. */
const ownSeed = (path: string): string =>
  path.endsWith('random_split') ? 'generator=torch.Generator().manual_seed(0)' : 'random_state=0';

/** Which samples are trained on is drawn anew. */
const splits = ({ draws }: Facts): Found[] =>
  once(
    draws.filter((draw) => draw.purpose === 'split' && isUnseeded(draw)),
    ({ call }) => call.place,
  ).map(({ call }) => ({
    place: call.place,
    sure: 'sure',
    name: call.path.slice(call.path.lastIndexOf('.') + 1),
    changes: [addArgument(call, ownSeed(call.path))],
  }));

/** Data shuffled by hand. */
const shuffles = ({ draws }: Facts): Found[] =>
  once(
    draws.filter(
      (draw) =>
        draw.purpose === 'order' &&
        isUnseeded(draw) &&
        /(shuffle|permutation|randperm|permuted)$/.test(draw.call.path) &&
        !isOfPipeline(draw.call),
    ),
    ({ call }) => call.place,
  ).map(({ call }) => ({
    place: call.place,
    sure: 'sure',
    name: call.path.slice(call.path.lastIndexOf('.') + 1),
  }));

const isOfPipeline = ({ path }: Call): boolean => /^tensorflow\.data|Dataset/.test(path);

/** Batches in another order, where the weights are not what differs already. */
function batches({ draws, seeds, strangeSeeds }: Facts): Found[] {
  const found = draws.filter(
    (draw) => draw.purpose === 'order' && isUnseeded(draw) && draw.call.path.endsWith('DataLoader'),
  );
  const areWeightsSeen = draws.some(
    (draw) => draw.stream === 'torch' && draw.purpose === 'weights',
  );
  if (areWeightsSeen || seeds.some(({ streams }) => streams.includes('torch'))) return [];
  return once(found, ({ call }) => call.place).map(({ call }) => ({
    place: call.place,
    sure: strangeSeeds.length > 0 ? 'if' : 'sure',
    changes: [addArgument(call, 'generator=torch.Generator().manual_seed(0)')],
  }));
}

/** Several workers, and a data set that draws from numpy or random: each worker starts from the same state. */
function workers(facts: Facts): Found[] {
  const drawsItself = facts.draws.some(
    ({ stream, call }) =>
      (stream === 'numpy' || stream === 'python') &&
      [...call.at.functions, call.at.entry].some((name) =>
        /__getitem__|transform|augment/.test(name),
      ),
  );
  if (!drawsItself) return [];
  const loaders = callsOf(facts, /^torch\.utils\.data\.DataLoader$/).filter(({ args }) => {
    const count = likelyIn(args.get('num_workers', 5));
    return typeof count === 'number' && count > 0 && !args.has('worker_init_fn');
  });
  return once(loaders, ({ place }) => place).map(({ place }) => ({ place, sure: 'sure' }));
}

/** tf.data in whatever order its threads are ready, or shuffled without a seed. */
const pipelines = (facts: Facts): Found[] => [
  ...once(
    callsOf(facts, /\.(map|interleave|batch)$/).filter((call) =>
      isSet(call, 'deterministic', false),
    ),
    ({ place }) => place,
  ).map(({ place }) => ({ place, sure: 'sure' as const })),
  ...once(
    facts.draws.filter(
      (draw) => draw.purpose === 'order' && isUnseeded(draw) && isOfPipeline(draw.call),
    ),
    ({ call }) => call.place,
  ).map(({ call }) => ({
    place: call.place,
    sure: 'sure' as const,
    changes: [addArgument(call, 'seed=0')],
  })),
];

/** Data up to now. */
function endsToday(facts: Facts): Found[] {
  const calls = callsOf(
    facts,
    /^(yfinance\.(download|Ticker\(\)\.history)|pandas_datareader\..*DataReader|pandas_datareader\.(data\.)?get_data_\w+)$|\.DataReader$/,
  );
  return once(calls, ({ place }) => place).flatMap((call): Found[] => {
    const position = call.path.endsWith('DataReader')
      ? 3
      : call.path.endsWith('download')
        ? 2
        : undefined;
    const end = call.args.get('end', position);
    const isOpen = end === null && !call.args.isOpen;
    return isOpen || has(end, 'clock')
      ? [
          {
            place: call.place,
            sure: 'sure',
            changes: isOpen ? [addArgument(call, "end='2024-12-31'")] : [],
          },
        ]
      : [];
  });
}

/** The best of a search that goes differently each time. */
function searches(facts: Facts): Found[] {
  const unseeded = [
    ...callsOf(
      facts,
      /^sklearn\.model_selection\.(RandomizedSearchCV|HalvingRandomSearchCV)$/,
    ).filter(({ args }) => !args.has('random_state')),
    ...callsOf(
      facts,
      /^(keras_tuner|kerastuner)(\.tuners)?\.(RandomSearch|BayesianOptimization|Hyperband)$/,
    ).filter(({ args }) => !args.has('seed')),
    ...callsOf(facts, /^optuna\.create_study$/).filter(({ args }) => !args.has('sampler')),
  ];
  const isSeeded = facts.seeds.some(({ streams }) => streams.includes('numpy'));
  return once(unseeded, ({ place }) => place)
    .filter(({ path }) => !(path.startsWith('sklearn') && isSeeded))
    .map((call) => ({
      place: call.place,
      sure: 'sure',
      changes: [
        addArgument(
          call,
          call.path.startsWith('sklearn')
            ? 'random_state=0'
            : call.path.startsWith('optuna')
              ? 'sampler=optuna.samplers.TPESampler(seed=0)'
              : 'seed=0',
        ),
      ],
    }));
}

/** The training data themselves are drawn. */
function drawnData(facts: Facts): Found[] {
  const inputs = [
    ...trainingCalls(facts).map(({ input }) => input),
    ...facts.trainings
      .filter(({ how }) => how === 'fit')
      .flatMap(({ call }) => call.args.values.slice(0, 2)),
  ];
  const draws = inputs
    .flatMap((input) => drawsIn(input, facts))
    .filter((draw) => draw.purpose === 'numbers' && isUnseeded(draw));
  return once(draws, ({ call }) => call.place).map(({ call }) => ({
    place: call.place,
    sure: 'sure',
  }));
}

const whenTrained = 'retraining' as const;

export const data: readonly Rule[] = [
  { id: 'C6', page: 'batch-order', when: whenTrained, source: sources.torchData, find: batches },
  { id: 'C7', page: 'batch-order', when: whenTrained, source: sources.torchData, find: workers },
  {
    id: 'C8',
    page: 'data-set',
    when: whenTrained,
    source: sources.sklearn,
    find: (facts) => [...splits(facts), ...shuffles(facts)],
  },
  {
    id: 'C9',
    page: 'batch-order',
    when: whenTrained,
    source: sources.tensorflowDeterminism,
    find: pipelines,
  },
  { id: 'C15', page: 'data-set', when: whenTrained, source: '', find: endsToday },
  {
    id: 'C16',
    page: 'hyperparameters',
    when: whenTrained,
    source: sources.sklearn,
    find: searches,
  },
  {
    id: 'C17',
    page: 'data-set',
    when: whenTrained,
    source: sources.torchRandomness,
    find: drawnData,
  },
];
