import { draw, seed } from '../record.ts';
import {
  fixedIn,
  has,
  marksOf,
  object,
  unite,
  withMarks,
  type Mark,
  type Value,
} from '../value.ts';
import { newThing } from '../machine.ts';
import type { Purpose, Stream } from '../facts.ts';
import type { Effect, LibraryCall } from './effect.ts';

const seeds: Readonly<Record<string, readonly Stream[]>> = {
  'torch.manual_seed': ['torch'],
  'numpy.random.seed': ['numpy'],
  'random.seed': ['python'],
  'tensorflow.random.set_seed': ['tensorflow'],
  'tensorflow.set_random_seed': ['tensorflow'],
  'keras.utils.set_random_seed': ['python', 'numpy', 'tensorflow', 'torch'],
  'lightning.seed_everything': ['python', 'numpy', 'torch'],
  'transformers.set_seed': ['python', 'numpy', 'torch', 'tensorflow'],
  'transformers.trainer_utils.set_seed': ['python', 'numpy', 'torch', 'tensorflow'],
  'accelerate.utils.set_seed': ['python', 'numpy', 'torch'],
};

/** With nothing in the brackets, or None, these take the clock. */
function actSeed({ machine, call, path, args }: LibraryCall): null {
  const given = args.all[0]?.value;
  const isEmpty = !given || fixedIn(given) === null;
  if (!isEmpty || path === 'lightning.seed_everything') seed(machine, call, seeds[path] ?? []);
  return null;
}

/** Random numbers come out; `wanted` is what they are for. */
function drawn(
  { machine, call, carried }: LibraryCall,
  stream: Stream,
  wanted: Purpose,
  hasOwnSeed = false,
): Value {
  const mark = draw(machine, call, stream, wanted, hasOwnSeed);
  const kept = carried.filter(({ of }) => of !== 'state' && of !== 'reset');
  return { kind: 'unknown', marks: unite(kept, [mark]) };
}

const isSeeded = ({ args }: LibraryCall, name: string, position?: number): boolean => {
  const given = args.get(name, position);
  return given !== null && fixedIn(given) !== null;
};

const picks =
  /^(multinomial|categorical|choice|choices|randint|random_integers|integers|randrange|sample|bernoulli|searchsorted)$/;
const orders = /^(shuffle|permutation|permuted|randperm)$/;

const purposeOf = (name: string): Purpose =>
  orders.test(name) ? 'order' : picks.test(name) ? 'pick' : 'numbers';

/** `shuffle(data)` changes what it is given: the value stays, in another order. */
function actNumpy(call: LibraryCall): Value | null {
  const { name } = call;
  if (/^(seed|get_state|set_state|SeedSequence|PCG64|MT19937|Generator)$/.test(name)) return null;
  if (/^(default_rng|RandomState)$/.test(name)) return null;
  return drawn(call, 'numpy', purposeOf(name));
}

/** A generator that somebody made: seeded where it was made, or not at all. */
function actGenerator(call: LibraryCall): Value | null {
  const { receiver, name } = call;
  if (receiver?.kind !== 'object' || name === 'manual_seed') return null;
  const hasOwnSeed = receiver.thing.state.has('seeded');
  const { machine } = call;
  const mark = draw(machine, call.call, 'numpy', purposeOf(name), hasOwnSeed);
  if (!hasOwnSeed) {
    // np.random.seed doesn't reach it.
    const last = machine.noted.draws.at(-1);
    if (last) machine.noted.draws[machine.noted.draws.length - 1] = { ...last, seed: null };
  }
  return { kind: 'unknown', marks: unite(call.carried, [mark]) };
}

function makeGenerator({ machine, path, args, call }: LibraryCall): Value {
  const thing = newThing(machine, `${path}()`, call.place);
  const given = args.get('seed', 0);
  if (given && fixedIn(given) !== null) thing.state.set('seeded', given);
  return object(thing);
}

const torchDraws =
  /^torch\.(rand|randn|randint|rand_like|randn_like|randint_like|randperm|normal|bernoulli|multinomial|poisson)$/;

function actTorch(call: LibraryCall): Value {
  return drawn(
    call,
    'torch',
    call.name === 'multinomial' ? 'pick' : purposeOf(call.name),
    isSeeded(call, 'generator'),
  );
}

/** In place: `x.normal_()`, `x.uniform_()`. */
const actInPlace = (call: LibraryCall): Value | null =>
  call.machine.language === 'python'
    ? withMarks(
        call.receiver ?? { kind: 'unknown', marks: [] },
        ...marksOf(drawn(call, 'torch', 'numbers', isSeeded(call, 'generator'))),
      )
    : null;

function actDistribution(call: LibraryCall): Value {
  return drawn(call, call.path.startsWith('tensorflow') ? 'tensorflow' : 'torch', 'pick');
}

function actTensorFlow(call: LibraryCall): Value | null {
  if (/stateless/.test(call.path)) return null;
  return drawn(
    call,
    'tensorflow',
    /multinomial|categorical/.test(call.name) ? 'pick' : purposeOf(call.name),
    isSeeded(call, 'seed'),
  );
}

function actTfjs(call: LibraryCall): Value {
  const position = {
    multinomial: 2,
    randomNormal: 4,
    randomUniform: 4,
    truncatedNormal: 4,
    randomUniformInt: 3,
  }[call.name];
  return drawn(
    call,
    'js',
    call.name === 'multinomial' ? 'pick' : /shuffle/i.test(call.name) ? 'order' : 'numbers',
    isSeeded(call, 'seed', position),
  );
}

/** seedrandom('x', {global: true}) seeds Math.random; without it, it makes a generator of its own. */
function actSeedrandom({ machine, call, args }: LibraryCall): null {
  if (fixedIn(args.get('global')) === true || call.path === 'js.Math.seedrandom')
    seed(machine, call, ['js']);
  return null;
}

/** `df.sample(frac=1)`: pandas draws from numpy. */
function actSample(call: LibraryCall): Value | null {
  const isPandas =
    call.path.startsWith('pandas.') || call.args.has('frac') || call.args.has('random_state');
  if (!isPandas) return null;
  return drawn(call, 'numpy', 'split', isSeeded(call, 'random_state'));
}

/** Drawing something by a cumulated sum of probabilities. */
function actSearchSorted({ receiver, args }: LibraryCall): Value | null {
  const marks: readonly Mark[] = unite(
    ...[receiver, ...args.values].map((each) => (each ? marksOf(each) : [])),
  );
  return {
    kind: 'unknown',
    marks: has(args.at(1), 'random') ? unite(marks, [{ of: 'probability' }]) : marks,
  };
}

/** TensorFlow 1 draws weights where variables and cells are made. */
const actVariables = ({ machine, call }: LibraryCall): null => {
  draw(machine, call, 'tensorflow', 'weights');
  return null;
};

export const chance: readonly Effect[] = [
  {
    paths:
      /^tensorflow\.(rnn\.\w+Cell|get_variable|global_variables_initializer|initialize_all_variables|layers\.\w+|contrib\.layers\.fully_connected)$/,
    act: actVariables,
  },
  {
    paths: new RegExp(
      `^(${Object.keys(seeds)
        .join('|')
        .replaceAll('.', String.raw`\.`)})$`,
    ),
    act: actSeed,
  },
  { paths: /^numpy\.random\.(default_rng|RandomState)$/, act: makeGenerator },
  { paths: /^random\.Random$/, act: makeGenerator },
  {
    paths: /^(numpy\.random\.(default_rng|RandomState)|random\.Random)\(\)\.\w+$/,
    act: actGenerator,
  },
  { paths: /^numpy\.random\.\w+$/, act: actNumpy },
  {
    paths:
      /^random\.(random|uniform|gauss|randint|randrange|choice|choices|sample|shuffle|normalvariate)$/,
    act: (call) => drawn(call, 'python', purposeOf(call.name)),
  },
  { paths: torchDraws, act: actTorch },
  { paths: /\.(normal_|uniform_|random_|bernoulli_)$/, act: actInPlace },
  {
    paths: /^\?[\w.]*\.multinomial$/,
    act: (call) =>
      call.machine.language === 'python'
        ? drawn(call, 'torch', 'pick', isSeeded(call, 'generator'))
        : null,
  },
  { paths: /^(torch\.distributions|tensorflow_probability).*\.r?sample$/, act: actDistribution },
  {
    paths: /^tensorflow\.(random\.\w+|multinomial|random_normal|random_uniform|truncated_normal)$/,
    act: actTensorFlow,
  },
  { paths: /^keras\.random\.\w+$/, act: actTensorFlow },
  {
    paths:
      /^tfjs\.(multinomial|randomNormal|randomUniform|randomUniformInt|truncatedNormal|rand|randomGamma)$/,
    act: actTfjs,
  },
  { paths: /^tfjs\.util\.(shuffle|shuffleCombo|createShuffledIndices)$/, act: actTfjs },
  { paths: /^js\.Math\.random$/, act: (call) => drawn(call, 'js', 'numbers') },
  { paths: /^(seedrandom(\.default)?|js\.Math\.seedrandom)$/, act: actSeedrandom },
  { paths: /^(?!random\.|numpy\.random).*\.sample$/, act: actSample },
  { paths: /^numpy\.searchsorted$|^\?\.searchsorted$/, act: actSearchSorted },
];
