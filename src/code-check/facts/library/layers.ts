import { newThing } from '../machine.ts';
import { draw } from '../record.ts';
import { thingsIn } from '../thing.ts';
import {
  fixedIn,
  likelyIn,
  object,
  unite,
  type Layer,
  type LayerType,
  type Value,
} from '../value.ts';
import type { Stream } from '../facts.ts';
import type { Effect, LibraryCall } from './effect.ts';

const types: readonly (readonly [RegExp, LayerType])[] = [
  [/^(Spatial|Alpha|Feature|FeatureAlpha)*Dropout(\dd)?$/i, 'dropout'],
  [/^(Lazy|Sync)?BatchNorm(\dd|alization)?$/i, 'batch-norm'],
  [/^(Cu[dD][nN][nN])?(LSTM|GRU|RNN|SimpleRNN|ConvLSTM\dD|simpleRNN|lstm|gru)$/, 'recurrent'],
  [/^Gaussian(Noise|Dropout)$/i, 'noise'],
];

const typeOf = (name: string): LayerType =>
  types.find(([pattern]) => pattern.test(name))?.[1] ?? 'other';

/** Layers without weights draw nothing when they are made. */
const weightless =
  /^(activation|re_?lu|leaky_?re_?lu|tanh|sigmoid|softmax|flatten|reshape|dropout|input|input_?layer|identity|permute|repeat_?vector|lambda|concatenate|add|masking|.*pool.*|.*loss|.*noise|softplus|gelu|elu|silu|zeropad.*|upsampl.*|cropping.*|.*dropout.*|unflatten|pixelshuffle|constantpad.*|parameter(list|dict)?|module(list|dict)?|sequential|dataparallel|timedistributed|bidirectional|multiply|average|cosinesimilarity)(\dd)?$/i;

type Reading = Omit<Layer, 'thing' | 'family' | 'type' | 'name' | 'place'>;
const numberOr = <Other>(value: Value | null, other: Other): number | 'unknown' | Other => {
  if (!value) return other;
  const found = likelyIn(value);
  return typeof found === 'number' ? found : 'unknown';
};

function readTorch({ args, name }: LibraryCall, type: LayerType): Reading {
  if (type === 'dropout')
    return { rate: numberOr(args.get('p', 0), 0.5), numLayers: 1, isStateful: false };
  if (type !== 'recurrent') return { rate: null, numLayers: 1, isStateful: false };
  // nn.RNN(input, hidden, layers); dropout is a keyword only, or stands at 5.
  return {
    rate: numberOr(args.get('dropout', 5), null),
    numLayers: numberOr(args.get('num_layers', 2), 1),
    isStateful: name === '',
  };
}

function readKeras({ args }: LibraryCall, type: LayerType): Reading {
  const rates = [args.get('dropout'), args.get('recurrent_dropout'), args.get('recurrentDropout')];
  const rate =
    type === 'dropout' || type === 'noise'
      ? numberOr(args.get('rate', 0) ?? args.get('stddev'), 0.5)
      : type === 'recurrent'
        ? largest(rates)
        : null;
  return { rate, numLayers: 1, isStateful: fixedIn(args.get('stateful')) === true };
}

function largest(rates: readonly (Value | null)[]): number | 'unknown' | null {
  const read = rates.map((each) => numberOr(each, null)).filter((each) => each !== null);
  if (read.length === 0) return null;
  return read.includes('unknown') ? 'unknown' : Math.max(...read.map(Number));
}

const streams: Readonly<Record<Layer['family'], Stream>> = {
  torch: 'torch',
  keras: 'tensorflow',
  tf1: 'tensorflow',
  tfjs: 'js',
};

function makeLayer(
  call: LibraryCall,
  family: Layer['family'],
  read: (call: LibraryCall, type: LayerType) => Reading,
): Value {
  const { machine, name, path } = call;
  const thing = newThing(machine, `${path}()`, call.call.place);
  const type = typeOf(name);
  const layer: Layer = {
    thing,
    family,
    type,
    name,
    place: call.call.place,
    ...read(call, type),
  };
  thing.layer = layer;
  thing.modes.set('mode', { mode: 'train', place: null, entry: call.frame.at.entry });
  machine.noted.layers.push(layer);
  for (const value of call.args.values)
    thing.layers.push(...thingsIn(value).filter((each) => each.layer !== null || each.isModel));
  if (!weightless.test(name)) {
    const hasOwnSeed = family === 'tfjs' && isSeededInitializer(call.args.get('kernelInitializer'));
    const place = family === 'torch' ? (machine.building ?? call.call.place) : call.call.place;
    draw(machine, call.call, streams[family], 'weights', hasOwnSeed, place);
  }
  return object(thing);
}

const isSeededInitializer = (value: Value | null): boolean =>
  value?.kind === 'object' && value.thing.state.has('seeded');

/** A model that holds layers: they are given to it in a list, or as what the last one gives. */
function makeContainer(call: LibraryCall): Value {
  const { machine, path, carried } = call;
  const thing = newThing(machine, `${path}()`, machine.building ?? call.call.place);
  thing.isModel = true;
  thing.modes.set('mode', { mode: 'train', place: null, entry: call.frame.at.entry });
  const given = call.args.values.flatMap((value) => thingsIn(value));
  const laid = carried.flatMap((mark) => (mark.of === 'layer' ? [mark.thing] : []));
  thing.layers.push(...new Set([...given, ...laid]));
  return object(thing);
}

/** Another wrapping of the same model. */
const actWrap = ({ args }: LibraryCall): Value | null => args.at(0);

/** What is loaded has its own mode and layers: unknown here. */
function actLoad(call: LibraryCall): Value {
  const thing = newThing(call.machine, `${call.path}()`, call.call.place);
  thing.isModel = true;
  thing.state.set('loaded', { kind: 'unknown', marks: [] });
  return object(thing);
}

function actInitializer({ machine, path, call, args }: LibraryCall): Value {
  const thing = newThing(machine, `${path}()`, call.place);
  const seed = args.get('seed');
  if (seed && fixedIn(seed) !== null) thing.state.set('seeded', seed);
  return object(thing);
}

/** `F.dropout(x)` and its kin. */
function actFunctionDropout({ machine, call, args, path, carried }: LibraryCall): Value {
  const isFunctional = path.startsWith('torch.nn.functional');
  const training = isFunctional ? args.get('training', 2) : args.get('train', 2);
  machine.noted.functionDropouts.push({ call, rate: args.get('p', 1), training });
  return { kind: 'unknown', marks: carried };
}

const actKerasInput = ({ machine, path, call }: LibraryCall): Value => {
  const thing = newThing(machine, `${path}()`, call.place);
  return { kind: 'unknown', marks: unite([{ of: 'layer', thing }]) };
};

export const layers: readonly Effect[] = [
  { paths: /^torch\.nn\.(Sequential|ModuleList|ModuleDict)$/, act: makeContainer },
  {
    paths:
      /^torch\.nn\.(parallel\.)?(DataParallel|DistributedDataParallel)$|^torch\.(compile|jit\.script)$|^tensorflow\.function$/,
    act: actWrap,
  },
  {
    paths: /^torch\.nn\.(?!Module|Parameter|utils|init)[A-Z]\w*$/,
    act: (call) => makeLayer(call, 'torch', readTorch),
  },
  {
    paths:
      /^torch\.nn\.functional\.(alpha_|feature_alpha_)?dropout\dd?$|^torch\.nn\.functional\.(alpha_)?dropout$|^torch\.dropout$/,
    act: actFunctionDropout,
  },
  { paths: /^keras\.(layers\.)?Input$|^tfjs\.input$/, act: actKerasInput },
  { paths: /^keras\.(Sequential|Model)$|^tfjs\.(sequential|model)$/, act: makeContainer },
  {
    paths:
      /^keras\.(load_model|model_from_json|model_from_yaml)$|^tfjs\.(loadLayersModel|loadModel|loadGraphModel)$|^torch\.(load|jit\.load)$|^keras\.saving\.load_model$|^tensorflow\.saved_model\.load$/,
    act: actLoad,
  },
  {
    paths: /^keras\.layers\.(?!Layer$)[A-Z]\w*$/,
    act: (call) => makeLayer(call, 'keras', readKeras),
  },
  { paths: /^tfjs\.layers\.\w+$/, act: (call) => makeLayer(call, 'tfjs', readKeras) },
  { paths: /^tfjs\.initializers\.\w+$|^keras\.initializers\.\w+$/, act: actInitializer },
];
