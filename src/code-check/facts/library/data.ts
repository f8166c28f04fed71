import { newThing } from '../machine.ts';
import { assign } from '../assign.ts';
import { forgetOrder, noteOrder } from '../orders.ts';
import { draw } from '../record.ts';
import {
  fixedIn,
  markOf,
  marksOf,
  object,
  unite,
  unknown,
  withMarks,
  without,
  type Mark,
  type Value,
} from '../value.ts';
import type { Effect, LibraryCall } from './effect.ts';

const list = (form: 'list' | 'tuple', items: readonly Value[]): Value => ({
  kind: 'list',
  form,
  items,
  isOpen: false,
  marks: [],
});

const isSeeded = ({ args }: LibraryCall, name: string): boolean => {
  const given = args.get(name);
  return given !== null && fixedIn(given) !== null;
};

/** train_test_split(X, y): a pair for each array. */
function actSplit(call: LibraryCall): Value {
  const { machine, args } = call;
  const isShuffled = fixedIn(args.get('shuffle')) !== false;
  const extra: Mark[] = [{ of: 'part' }];
  if (isShuffled)
    extra.push(draw(machine, call.call, 'numpy', 'split', isSeeded(call, 'random_state')));
  const items = args.positional.flatMap(({ value }) => {
    const part: Value = { kind: 'unknown', marks: unite(marksOf(value), extra) };
    return [part, part];
  });
  return list('list', items);
}

function actFolds(call: LibraryCall): Value | null {
  const { name, args, machine } = call;
  const isShuffled = name.endsWith('ShuffleSplit') || fixedIn(args.get('shuffle')) === true;
  if (isShuffled) draw(machine, call.call, 'numpy', 'split', isSeeded(call, 'random_state'));
  return null;
}

function actLoader(call: LibraryCall): Value {
  const { machine, args, path, carried } = call;
  const shuffle = args.get('shuffle', 2);
  const thing = newThing(machine, `${path}()`, call.call.place);
  const sampler = args.get('sampler');
  if (
    fixedIn(shuffle) === true ||
    (sampler?.kind === 'object' && /RandomSampler/.test(sampler.thing.path))
  )
    draw(machine, call.call, 'torch', 'order', args.has('generator'));
  const [first] = args.values;
  if (first?.kind === 'object') thing.fields.set('dataset', first);
  return object(thing, carried);
}

function actRandomSplit(call: LibraryCall): Value {
  const mark = draw(call.machine, call.call, 'torch', 'split', call.args.has('generator'));
  const part: Value = { kind: 'unknown', marks: unite(call.carried, [mark, { of: 'part' }]) };
  return list('list', [part, part, part].slice(0, partsIn(call.args.at(1))));
}

const partsIn = (sizes: Value | null): number => (sizes?.kind === 'list' ? sizes.items.length : 2);

/** tf.data: `.shuffle(n)`. */
function actDatasetShuffle(call: LibraryCall): Value | null {
  if (!/^tensorflow\.data|\.Dataset/.test(call.path) && !/dataset/i.test(call.path)) return null;
  const mark = draw(call.machine, call.call, 'tensorflow', 'order', isSeeded(call, 'seed'));
  return call.receiver ? withMarks(call.receiver, mark) : null;
}

function actSet({ args, call, carried }: LibraryCall): Value {
  const [first] = args.values;
  return {
    kind: 'unknown',
    marks: unite(carried, [
      { of: 'set', place: call.place, isText: first ? isTextOf(first) : null },
    ]),
  };
}

/** Whether what goes into a set is text: those of numbers keep their order. */
function isTextOf(value: Value): boolean | null {
  if (value.kind === 'constant') return typeof value.value === 'string';
  if (value.kind === 'object' && /^builtins\.(range|enumerate)/.test(value.thing.path))
    return false;
  const [item] = value.kind === 'list' ? value.items : [];
  if (item?.kind === 'constant') return typeof item.value === 'string';
  return markOf(value, 'data')?.isText ?? null;
}

const actFiles = ({ call, carried }: LibraryCall): Value => ({
  kind: 'unknown',
  marks: unite(carried, [{ of: 'files', place: call.place, isText: null }]),
});

/** In a fixed order again. */
function actSorted({ machine, call, args }: LibraryCall): Value {
  forgetOrder(machine, args.at(0) ?? unknown, call.place);
  return without({ kind: 'unknown', marks: marksOf(args.at(0) ?? unknown) }, 'set', 'files');
}

/** `chars.sort()` */
function actSort({ machine, receiver, node, frame }: LibraryCall): Value | null {
  if (!receiver) return null;
  forgetOrder(machine, receiver, null);
  const sorted: Value = {
    kind: 'unknown',
    marks: marksOf(without({ kind: 'unknown', marks: marksOf(receiver) }, 'set', 'files')),
  };
  if (node.callee.kind === 'member') assign(machine, node.callee.object, sorted, frame, false);
  return null;
}

/** Gives a value an order, or numbers it. */
function actOrder({ machine, call, args, name }: LibraryCall): Value {
  const [first] = args.values;
  const what = args.all[0]?.argument.value.span;
  if (first && what) noteOrder(machine, first, what, call.place);
  const isCopy = name === 'list' || name === 'tuple';
  const inside = isCopy
    ? { kind: 'unknown' as const, marks: unite(...args.values.map((each) => marksOf(each))) }
    : without(
        { kind: 'unknown', marks: unite(...args.values.map((each) => marksOf(each))) },
        'set',
      );
  if (first?.kind === 'list' && name !== 'enumerate' && name !== 'zip') return first;
  if (name === 'enumerate' && first?.kind === 'list' && first.items.length > 0)
    return {
      kind: 'list',
      form: 'list',
      isOpen: true,
      marks: [],
      items: [
        list('tuple', [
          unknown,
          first.items.length === 1
            ? (first.items[0] ?? unknown)
            : { kind: 'unknown', marks: marksOf(first) },
        ]),
      ],
    };
  if (name === 'enumerate')
    return {
      kind: 'list',
      form: 'list',
      isOpen: true,
      marks: [],
      items: [list('tuple', [unknown, inside])],
    };
  return inside;
}

const actCount = (): Value => unknown;

const actHash = ({ call, args }: LibraryCall): Value | null => {
  const [first] = args.values;
  return typeof fixedIn(first) === 'number'
    ? null
    : { kind: 'unknown', marks: [{ of: 'hash', place: call.place }] };
};

const actClock = ({ call }: LibraryCall): Value => ({
  kind: 'unknown',
  marks: [{ of: 'clock', place: call.place }],
});

const actRead = ({ machine, path, call, carried }: LibraryCall): Value =>
  object(
    newThing(machine, `${path}()`, call.place),
    unite(carried, [
      { of: 'data', place: call.place, isText: path === 'builtins.open' ? true : null },
    ]),
  );

export const data: readonly Effect[] = [
  { paths: /^sklearn\.model_selection\.train_test_split$/, act: actSplit },
  { paths: /^sklearn\.model_selection\.(\w*KFold|\w*ShuffleSplit)$/, act: actFolds },
  { paths: /^torch\.utils\.data\.DataLoader$/, act: actLoader },
  { paths: /^torch\.utils\.data\.random_split$/, act: actRandomSplit },
  { paths: /\.shuffle$/, act: actDatasetShuffle },
  {
    paths: /^builtins\.(set|frozenset)$|^js\.Set$/,
    act: (call) => (call.machine.language === 'python' ? actSet(call) : null),
  },
  {
    paths:
      /^(os\.(listdir|scandir)|glob\.i?glob|pathlib\.Path\(\)\.(glob|rglob|iterdir))$|^\?\w*(dir|path|root|folder)\w*\.(glob|rglob|iterdir)$/i,
    act: actFiles,
  },
  { paths: /^(builtins\.sorted|natsort\.natsorted|numpy\.(sort|unique))$/, act: actSorted },
  {
    paths: /^builtins\.(enumerate|list|tuple|zip|iter|dict)$|^numpy\.(array|asarray)$/,
    act: actOrder,
  },
  { paths: /^builtins\.(len|isinstance|hasattr|type|id|bool|any|all)$/, act: actCount },
  { paths: /^builtins\.(hash)$/, act: actHash },
  {
    paths:
      /^(time\.(time|time_ns)|js\.Date\.now|datetime\.(datetime\.)?(now|today|utcnow)|datetime\.date\.today)$/,
    act: actClock,
  },
  {
    paths:
      /^(pandas\.read_\w+|numpy\.(load|loadtxt|genfromtxt)|builtins\.open|yfinance\.\w+|tfjs\.data\.csv)$/,
    act: actRead,
  },
  { paths: /\.sort$/, act: actSort },
];
