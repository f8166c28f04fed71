import { fixedIn, unite, unknown, type Mark, type Value } from '../value.ts';
import type { Effect, LibraryCall } from './effect.ts';

/** A scaler learns from what it is given, or turns it to its scale. */
function actScaler({ machine, call, receiver, name, args, carried }: LibraryCall): Value | null {
  if (receiver?.kind !== 'object') return null;
  const { thing } = receiver;
  if (name === 'fit' || name === 'fit_transform' || name === 'partial_fit')
    machine.journal.set(thing.state, 'fitted', args.at(0) ?? unknown);
  if (name === 'fit') return receiver;
  const mark: Mark = { of: 'scaled', thing, place: call.place };
  return /transform/.test(name)
    ? { kind: 'unknown', marks: unite(carried, name === 'inverse_transform' ? [] : [mark]) }
    : null;
}

const zeros = /^(torch|numpy|tensorflow|tfjs)\.(zeros|zeros_like|zerosLike)$|\.new_zeros$/;
const actZeros = (): Value => ({ kind: 'unknown', marks: [{ of: 'reset' }] });

/** `x.reshape(1, 60, 1)`: samples, time steps, features. */
function actReshape({ args, carried, call, receiver }: LibraryCall): Value {
  const shape = args.values.findLast((value) => value.kind === 'list');
  const sizes =
    shape?.kind === 'list'
      ? shape.items
      : args.positional.map(({ value }) => value).slice(receiver ? 0 : 1);
  const steps = sizes.length === 3 ? fixedIn(sizes[1]) : undefined;
  const kept = carried.filter(({ of }) => of !== 'window');
  return {
    kind: 'unknown',
    marks:
      typeof steps === 'number' && steps > 0
        ? unite(kept, [{ of: 'window', steps, place: call.place }])
        : kept,
  };
}

const actSoftmax = ({ carried }: LibraryCall): Value => ({
  kind: 'unknown',
  marks: unite(carried, [{ of: 'probability' }]),
});

/** What happens to numbers on their way into a model. */
export const arrays: readonly Effect[] = [
  {
    paths:
      /^sklearn\.preprocessing\.\w+\(\)\.(fit|fit_transform|partial_fit|transform|inverse_transform)$|^(joblib|pickle|dill|cloudpickle)\.loads?\(\)\.(fit|fit_transform|partial_fit|transform|inverse_transform)$|^\?\w*scaler\w*\.(fit|fit_transform|partial_fit|transform|inverse_transform)$/i,
    act: actScaler,
  },
  { paths: /\.reshape$/, act: actReshape },
  { paths: zeros, act: actZeros },
  { paths: /\.(softmax|log_softmax|sigmoid|exp)$/, act: actSoftmax },
];
