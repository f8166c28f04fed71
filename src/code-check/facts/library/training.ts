import { predict } from '../models.ts';
import { draw, noteUse } from '../record.ts';
import { thingsIn } from '../thing.ts';
import { fixedIn, has, object, unite, unknown, type Thing, type Value } from '../value.ts';
import type { Effect, LibraryCall } from './effect.ts';

/** Whether a receiver can be a Keras or TensorFlow.js model: one that is known to be, or one that we don't see made. */
function modelIn({ receiver, machine }: LibraryCall): Thing | null {
  if (receiver?.kind !== 'object') return null;
  const { thing } = receiver;
  if (thing.isModel && !thing.path.startsWith('torch')) return thing;
  const isStrange =
    thing.path.startsWith('?') &&
    !/scaler|encoder|pca|tokeni|vectori|clf|svm|svr|forest|regress|knn|tree|xgb|lgb|arima/i.test(
      thing.path,
    );
  return isStrange && (machine.language === 'javascript' || usesKeras(machine.noted.modules))
    ? thing
    : null;
}

const usesKeras = (modules: readonly string[]): boolean =>
  modules.some((each) => /keras|tensorflow/.test(each)) ||
  !modules.some((each) => /^(torch|sklearn)\b/.test(each));

function actFit(call: LibraryCall): Value | null {
  const model = modelIn(call);
  if (!model) return null;
  const { machine, args, name } = call;
  model.isModel = true;
  machine.noted.trainings.push({ call: call.call, model, how: 'fit' });
  const shuffle = fixedIn(args.get('shuffle'));
  if (/^fit(Dataset|_generator)?$/.test(name) && shuffle !== false)
    draw(machine, call.call, machine.language === 'javascript' ? 'js' : 'tensorflow', 'order');
  return null;
}

function actPredict(call: LibraryCall): Value | null {
  const model = modelIn(call);
  if (!model) return null;
  model.isModel = true;
  return predict(
    call.machine,
    call.call,
    model,
    /evaluate|test_on/i.test(call.name) ? 'evaluate' : 'predict',
    call.args,
  );
}

function actAdd(call: LibraryCall): Value | null {
  const { receiver, args } = call;
  if (receiver?.kind !== 'object') return null;
  const { thing } = receiver;
  if (!/^(keras\.Sequential|tfjs\.sequential)\(\)$|^\?/.test(thing.path)) return null;
  for (const layer of args.values.flatMap((value) => thingsIn(value)))
    if (layer.layer && !thing.layers.includes(layer)) {
      thing.layers.push(layer);
      thing.isModel = true;
    }
  return unknown;
}

/** `loss.backward()`, `accelerator.backward(loss)`, `tape.gradient(loss, ...)`, `optimizer.minimize(loss)`. */
function actBackward(call: LibraryCall): Value | null {
  const { machine, receiver, args, name } = call;
  noteUse(machine, [name === 'backward' ? receiver : null, ...args.values], 'isTrainedOn');
  machine.noted.trainings.push({ call: call.call, model: null, how: 'backward' });
  return null;
}

const sinks =
  /(^|\.)(print|append|item|numpy|tolist|argmax|max|topk|inverse_transform|plot|log|write|savetxt|to_csv|mean_squared_error|r2_score|concatenate|cat|vstack|hstack|stack|data|dataSync|arraySync|array|info|extend|squeeze|flatten|cpu|detach|add)$/;

/** Shown, kept or compared. */
function actSink({ machine, receiver, args }: LibraryCall): Value | null {
  noteUse(machine, [receiver, ...args.values], 'reachesOutput');
  return null;
}

const actDetach = ({ receiver, carried }: LibraryCall): Value => {
  const mark = { of: 'detached' } as const;
  return receiver?.kind === 'object'
    ? object(receiver.thing, [...carried, mark])
    : { kind: 'unknown', marks: [...carried, mark] };
};

/** TensorFlow 1: `sess.run(probs, feed_dict=...)`. */
function actRun(call: LibraryCall): Value | null {
  const { receiver, args, machine } = call;
  if (
    receiver?.kind !== 'object' ||
    !/^(tensorflow\.(Interactive)?Session\(\)|\?\w*sess(ion)?)$/.test(receiver.thing.path)
  )
    return null;
  const fetched = thingsIn(args.at(0) ?? unknown);
  if (
    fetched.some(({ path }) =>
      /(minimize|apply_gradients|initializer|train_op|optimizer)(\(\))?$/i.test(path),
    )
  ) {
    machine.noted.trainings.push({ call: call.call, model: receiver.thing, how: 'step' });
    return unknown;
  }
  return predict(machine, call.call, receiver.thing, 'predict', args, args.get('feed_dict', 1));
}

/** TensorFlow.js: `layer.apply(x)`, on a placeholder or on numbers. */
function actApply(call: LibraryCall): Value | null {
  const { receiver, args, machine, carried } = call;
  if (
    machine.language !== 'javascript' ||
    receiver?.kind !== 'object' ||
    (!receiver.thing.layer && !receiver.thing.isModel)
  )
    return null;
  const { thing } = receiver;
  if (has(args.at(0), 'layer'))
    return { kind: 'unknown', marks: unite(carried, [{ of: 'layer', thing }]) };
  return predict(machine, call.call, thing, 'call', args);
}

export const training: readonly Effect[] = [
  { paths: /\.apply$/, act: actApply },
  { paths: /\.(fit|fit_generator|train_on_batch|fitDataset|trainOnBatch)$/, act: actFit },
  {
    paths:
      /\.(predict|predict_generator|predict_on_batch|predict_classes|predictOnBatch|evaluate|evaluate_generator|test_on_batch|predict_proba|evaluateDataset)$/,
    act: actPredict,
  },
  { paths: /\.add$/, act: actAdd },
  { paths: /\.(backward|gradient|manual_backward|minimize)$/, act: actBackward },
  { paths: /\.(detach|detach_)$|^tensorflow\.stop_gradient$/, act: actDetach },
  { paths: /\.run$/, act: actRun },
];

/** Beside what else a call means. */
export const uses: readonly Effect[] = [{ paths: sinks, act: actSink }];
