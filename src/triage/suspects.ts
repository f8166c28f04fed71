import type { PageId } from '../ids.ts';
import type { Answers, Given, QuestionId } from './questions.ts';

/**
 * One way in which a cause makes outputs differ: what one would then answer. A question that isn't named may get any
 * answer. `likely` orders what is left, 3 (look here first) to 1 (rare).
 */
export type Way = { readonly likely: 1 | 2 | 3 } & {
  readonly [Id in QuestionId]?: readonly Answers[Id][];
};

/** Calls of one trained model, straight after each other: equal, or (on a GPU) equal up to rounding. */
const steady = ['equal', 'last-digits'] as const;
/** More than rounding. */
const visible = ['small', 'clear'] as const;
const fromFirstLoss = ['first-loss', 'later'] as const;

const onSameWeights = { weights: ['same'] } as const;
const inOneProcess = { ...onSameWeights, where: ['one-process'] } as const;
/** Other outputs with every call, whatever the state. */
const random = {
  ...onSameWeights,
  calls: ['clear'],
  reset: ['differs'],
  size: visible,
} as const;
const reloaded = { ...onSameWeights, where: ['reloaded'] } as const;
const trained = { weights: ['trained'], calls: steady } as const;

/**
 * What can explain what. Initial weights, the order of the batches, settings of the training and its data act in
 * training only; on weights that are trained already act the mode, the state, the input, the loading and the
 * arithmetic. Of equal likelihood the first named comes first.
 */
const waysOf: Readonly<Record<PageId, readonly Way[]>> = {
  'initial-weights': [{ ...trained, likely: 3, start: ['weights'], size: visible }],
  'batch-order': [
    { ...trained, likely: 3, start: ['first-loss'], size: visible },
    // Something else draws from the same generator after the first epoch.
    { ...trained, likely: 1, start: ['later'], size: visible },
  ],
  dropout: [
    // Left on.
    { ...random, likely: 3, dropout: ['yes'] },
    // Masks of the training.
    { ...trained, likely: 3, start: ['first-loss'], size: visible, dropout: ['yes'] },
    { ...trained, likely: 1, start: ['later'], size: visible, dropout: ['yes'] },
  ],
  'saved-model': [
    { ...reloaded, likely: 3, calls: steady, size: ['clear'] },
    { ...reloaded, likely: 2, calls: steady, size: ['small'] },
  ],
  'time-steps': [
    // Another window, alignment or padding, or an input that isn't really the same.
    { ...inOneProcess, likely: 3, calls: ['equal'], size: visible },
    { ...reloaded, likely: 2, calls: steady, size: visible },
    {
      ...trained,
      likely: 1,
      changed: ['setting', 'data'],
      start: fromFirstLoss,
      size: visible,
    },
  ],
  'carried-state': [
    { ...onSameWeights, likely: 2, calls: ['clear'], reset: ['equal'], size: visible },
  ],
  'data-set': [
    { ...trained, likely: 2, changed: ['data'], start: fromFirstLoss, size: visible },
    // A random split or subset, drawn anew.
    { ...trained, likely: 2, start: ['first-loss'], size: visible },
    { ...trained, likely: 1, start: ['later'], size: visible },
  ],
  hyperparameters: [{ ...trained, likely: 2, changed: ['setting'], size: visible }],
  'floating-point': [
    { ...inOneProcess, likely: 2, calls: ['last-digits'], size: ['last-digits'] },
    // Another batch size; the last digits may grow where outputs are fed back in.
    { ...inOneProcess, likely: 2, calls: ['equal'], size: ['last-digits'] },
    { ...inOneProcess, likely: 1, calls: ['equal'], size: visible },
    // Another machine or backend.
    { ...reloaded, likely: 2, calls: steady, size: ['last-digits'] },
    { ...reloaded, likely: 1, calls: steady, size: visible },
    // Training can make a last digit grow to another model, or not.
    { ...trained, likely: 3, start: ['later'] },
    { ...trained, likely: 1, start: ['first-loss'] },
    // Another backend computes even the seeded start with other rounding.
    { ...trained, likely: 1, changed: ['setting'], start: ['weights'] },
  ],
  'gpu-kernels': [
    { ...inOneProcess, likely: 3, calls: ['last-digits'], size: ['last-digits'] },
    { ...reloaded, likely: 1, calls: steady },
    { ...trained, likely: 2, start: ['later'] },
    { ...trained, likely: 1, start: ['first-loss'] },
  ],
  'reduced-precision': [
    { ...reloaded, likely: 3, calls: steady, size: ['small'] },
    { ...reloaded, likely: 1, calls: steady, size: ['clear'] },
    { ...trained, likely: 1, start: fromFirstLoss },
  ],
  'batch-norm': [
    // In training mode: equal among equal batches, not among different ones.
    { ...inOneProcess, likely: 2, calls: ['equal'], size: visible },
    // Calls in training mode in between moved the stored averages.
    { ...random, likely: 1 },
    // Averages that were not saved.
    { ...reloaded, likely: 1, calls: steady, size: visible },
  ],
  'sampling-temperature': [{ ...random, likely: 2 }],
  'hash-and-file-order': [
    { ...reloaded, likely: 2, calls: steady, size: visible },
    { ...trained, likely: 1, start: fromFirstLoss, size: visible },
  ],
};

/**
 * The causes that can explain what was answered, the likeliest first: a change that was named before all, and ties in
 * the order of `preferred`, then of the table.
 */
export function remaining(given: Given, preferred: readonly PageId[] = []): PageId[] {
  const place = (id: PageId) => {
    const at = preferred.indexOf(id);
    return at < 0 ? preferred.length : at;
  };
  return [...likelihoods(given)]
    .toSorted(([a, likelyA], [b, likelyB]) => likelyB - likelyA || place(a) - place(b))
    .map(([id]) => id);
}

/** How likely each cause is that can explain what was answered, 1 to 3, and more if it was named as changed. */
export function likelihoods(given: Given): ReadonlyMap<PageId, number> {
  return new Map(
    suspects.flatMap((id) => {
      const fitting = waysOf[id].filter((way) => fits(way, given));
      return fitting.length > 0 ? [[id, likelihood(fitting, given)]] : [];
    }),
  );
}

const likelihood = (ways: readonly Way[], { changed }: Given): number => {
  const isNamed = changed !== undefined && changed !== 'unknown';
  return Math.max(...ways.map((way) => way.likely + (isNamed && way.changed ? 2 : 0)));
};

// A record's keys keep their order.
const suspects = Object.keys(waysOf) as PageId[];

function fits(way: Way, given: Given): boolean {
  return (Object.keys(given) as QuestionId[]).every((question) => {
    const answer = given[question];
    const possible: readonly string[] | undefined = way[question];
    return answer === 'unknown' || answer === undefined || (possible?.includes(answer) ?? true);
  });
}
