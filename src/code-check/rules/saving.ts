import { fixedIn, layersOf, type Call, type Facts } from '../facts/index.ts';
import { callAt, callsOf, inferenceCalls, isSet, objectsIn, ownerOf } from './calls.ts';
import { addArgument } from './changes.ts';
import { once, type Found, type Rule } from './rule.ts';
import { sources } from './sources.ts';

const fits = ({ trainings }: Facts): Call[] =>
  trainings.filter(({ how }) => how === 'fit').map(({ call }) => call);

/** Early stopping that keeps the last weights, or that watches what is never measured. */
function stopping(facts: Facts): Found[] {
  const stoppers = callsOf(facts, /^keras\.callbacks\.EarlyStopping$/);
  const saved = callsOf(facts, /^keras\.callbacks\.ModelCheckpoint$/).length > 0;
  return once(stoppers, ({ place }) => place).flatMap((call): Found[] => {
    const users = fits(facts).filter(({ args }) =>
      objectsIn(args.get('callbacks')).some(({ place }) => place.from === call.place.from),
    );
    const monitor = fixedIn(call.args.get('monitor', 0)) ?? 'val_loss';
    const isBlind =
      users.length > 0 &&
      users.every(
        ({ args }) => !args.isOpen && !args.has('validation_data') && !args.has('validation_split'),
      );
    if (String(monitor).startsWith('val_') && isBlind)
      return [{ place: call.place, other: users[0]?.place ?? null, sure: 'maybe', value: 'blind' }];
    if (saved || call.args.isOpen || call.args.has('restore_best_weights')) return [];
    return [
      {
        place: call.place,
        sure: 'sure',
        value: 'last',
        changes: [addArgument(call, 'restore_best_weights=True')],
      },
    ];
  });
}

/** The best weights are in a file, the last ones in use. */
function lastInUse(facts: Facts): Found[] {
  const loads = callsOf(facts, /load_weights$|load_model$/);
  const bests = callsOf(facts, /^keras\.callbacks\.ModelCheckpoint$/).filter((call) =>
    isSet(call, 'save_best_only', true),
  );
  return once(bests, ({ place }) => place).flatMap((call): Found[] => {
    const fit = fits(facts).find(({ args }) =>
      objectsIn(args.get('callbacks')).some(({ place }) => place.from === call.place.from),
    );
    const model = fit ? ownerOf(fit) : null;
    if (
      !fit ||
      !model ||
      loads.some(({ order, at }) => order > fit.order && at.entry === fit.at.entry)
    )
      return [];
    const uses = [
      ...facts.modelCalls.filter((each) => each.model === model).map((each) => each.call),
      ...callsOf(facts, /\.(save|save_weights)$/).filter((each) => ownerOf(each) === model),
    ];
    const use = uses.find(({ order, at }) => order > fit.order && at.entry === fit.at.entry);
    return use ? [{ place: call.place, other: use.place, sure: 'maybe' }] : [];
  });
}

/** Layers that don't fit keep their random weights, and nobody is told. */
function looseLoads(facts: Facts): Found[] {
  const loose = [
    ...callsOf(facts, /load_state_dict$/).filter(
      (call) => isSet(call, 'strict', false, 1) && call.isDropped,
    ),
    ...callsOf(facts, /load_weights$/).filter(
      (call) => isSet(call, 'by_name', true) || isSet(call, 'skip_mismatch', true),
    ),
    ...callsOf(facts, /\.expect_partial$/),
  ];
  return once(loose, ({ place }) => place).map((call) => ({
    place: call.place,
    sure: 'maybe',
    changes: call.path.endsWith('load_state_dict')
      ? [
          {
            kind: 'edit',
            from: call.statement.from,
            to: call.statement.from,
            text: ['missing = '],
          },
          { kind: 'after', place: call.statement, lines: [['print(missing)']] },
        ]
      : [],
  }));
}

const loading = /load|restore|from_pretrained|set_weights/i;
/** These load something else: data, a scaler, settings. */
const loadingOther =
  /^(joblib|pickle|json|yaml|numpy|pandas|scipy|sklearn|datasets|torchtext)\.|DataLoader|load_?(data|txt|csv|dataset)/i;
/** Trainers that take a model and train it. */
const trainer = /\.(fit|train|run|fine_?tune)$|trainer|learner|accelerat/i;

/** A script that makes a model, never trains it, never loads weights, and predicts. */
function neverLoaded(facts: Facts): Found[] {
  if (
    facts.trainings.length > 0 ||
    facts.calls.some(({ path }) => loading.test(path) && !loadingOther.test(path))
  )
    return [];
  const isHandedOn = facts.calls.some(
    ({ path, args }) =>
      (path.startsWith('?') || trainer.test(path)) &&
      args.values.some((value) =>
        objectsIn(value).some(({ isModel, layer }) => isModel || layer !== null),
      ),
  );
  const isElsewhere = facts.calls.some(
    ({ path, args }) =>
      facts.strangers.some((name) => path.startsWith(name)) &&
      args.values.some((value) => objectsIn(value).some(({ isModel }) => isModel)),
  );
  if (isHandedOn || isElsewhere) return [];
  const calls = inferenceCalls(facts).filter(
    ({ call, model }) => call.at.entry === 'main' && layersOf(model).length > 0,
  );
  const unseeded = facts.draws.some(
    ({ purpose, seed, hasOwnSeed }) => purpose === 'weights' && seed === null && !hasOwnSeed,
  );
  return once(calls, ({ call }) => call.place)
    .slice(0, unseeded ? 1 : 0)
    .map(({ call, model }) => ({ place: call.place, other: model.place, sure: 'sure' }));
}

/** Saved under one name, loaded under another. */
function otherName(facts: Facts): Found[] {
  const nameIn = (call: Call, position: number): string | undefined => {
    const name = fixedIn(call.args.at(position));
    return typeof name === 'string' ? name : undefined;
  };
  const saves = callsOf(facts, /^torch\.save$|\.(save|save_weights)$|^keras\.save_model$/).flatMap(
    (call) => nameIn(call, /^(torch|keras)\.save/.test(call.path) ? 1 : 0) ?? [],
  );
  const loads = callsOf(facts, /^(torch\.load|keras\.load_model)$|\.load_weights$/);
  if (saves.length === 0) return [];
  return once(loads, ({ place }) => place).flatMap((call): Found[] => {
    const name = nameIn(call, 0);
    return name === undefined ||
      saves.includes(name) ||
      saves.every((each) => extension(each) !== extension(name))
      ? []
      : [{ place: call.place, name, value: saves[0] ?? '', sure: 'maybe' }];
  });
}

const extension = (name: string): string => name.slice(name.lastIndexOf('.'));

/** A whole module comes out of a file in the mode in which it was saved. */
const modeOfFile = (facts: Facts): Found[] =>
  once(
    inferenceCalls(facts).filter(
      ({ model, mode, how }) =>
        how === 'call' && model.path === 'torch.load()' && mode.mode === 'unknown',
    ),
    ({ call }) => call.place,
  ).map(({ call, model }) => ({
    place: call.place,
    other: callAt(facts, model.place)?.place ?? model.place,
    sure: 'maybe',
    changes: [{ kind: 'before', place: call.statement, lines: [[call.callee, '.eval()']] }],
  }));

/** The model is saved, the scaler that belongs to it isn't. */
function scalerNotSaved(facts: Facts): Found[] {
  const saves = callsOf(facts, /^torch\.save$|\.(save|save_weights)$|^keras\.save_model$/).filter(
    (call) => !call.path.startsWith('?plt') && !/pyplot|numpy|Image/.test(call.path),
  );
  const dumps = callsOf(facts, /^(joblib|pickle|dill|cloudpickle)\.dumps?$/);
  const scalers = callsOf(facts, /^sklearn\.preprocessing\.\w*Scaler\(\)\.(fit|fit_transform)$/);
  const [save] = saves;
  const [scaler] = scalers;
  return save && scaler && dumps.length === 0
    ? [{ place: scaler.place, other: save.place, sure: 'maybe' }]
    : [];
}

const whenTrained = 'retraining' as const;

export const saving: readonly Rule[] = [
  {
    id: 'C12',
    page: 'saved-model',
    when: whenTrained,
    source: sources.kerasStopping,
    find: stopping,
  },
  {
    id: 'C13',
    page: 'saved-model',
    when: whenTrained,
    source: sources.kerasStopping,
    find: lastInUse,
  },
  {
    id: 'D3',
    page: 'saved-model',
    when: whenTrained,
    source: sources.sklearn,
    find: scalerNotSaved,
  },
  {
    id: 'E1',
    page: 'saved-model',
    when: whenTrained,
    source: sources.torchSaving,
    find: looseLoads,
  },
  {
    id: 'E2',
    page: 'saved-model',
    when: 'process',
    source: sources.torchSaving,
    find: neverLoaded,
  },
  {
    id: 'E3',
    page: 'saved-model',
    when: whenTrained,
    source: sources.torchSaving,
    find: otherName,
  },
  { id: 'E4', page: 'saved-model', when: 'call', source: sources.torchSaving, find: modeOfFile },
];
