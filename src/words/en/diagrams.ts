import { scale } from '../../triage/index.ts';
import { list } from './phrases.ts';

/** The pictures of the pages. What stands beside shapes is short: the pictures are read on phones too. */
export const diagrams = {
  /** Between sentences. */
  space: ' ',

  overview: {
    subtitle: ['From top to bottom in the order in which they act.'],
    /** Above the columns, in two lines. */
    cases: {
      'same-weights': ['called', 'again'],
      reloaded: ['reloaded, or', 'new machine'],
      retrained: ['trained', 'again'],
      'changed-settings': ['trained with', 'changes'],
    },
    onlyInTraining: 'Only if you train again',
    alsoOnSameWeights: 'Also with the same weights',
    /** What the sizes of the dots mean, the largest first. */
    likely: ['look here first', 'possible', 'rare'],
    /** `most`: what to look for first. */
    alt: (onlyInTraining: readonly string[], also: readonly string[]) =>
      `A table of causes and cases, in the order in which the causes act. Only if you train again: ${list(onlyInTraining)}. Also with the same weights: ${list(also)}.`,
    altCase: (name: string, first: readonly string[]) =>
      `Where to look first if ${name}: ${list(first)}.`,
  },

  twoValleys: {
    title: 'Two starts, two valleys',
    subtitle: [
      'Training walks downhill from where the random weights put it.',
      'Here there is one weight; a network has thousands, and more valleys.',
    ],
    weight: 'One weight',
    error: 'Error',
    start: (seed: number) => `seed ${seed}`,
    end: (weight: string) => `weight ${weight}`,
    alt: (starts: readonly string[], ends: readonly string[], errors: readonly string[]) =>
      `A curve of the error with two valleys. Two trainings start close together on the hill between them, at the weights ${list(starts)}, and walk down to different sides: they end at ${list(ends)}, with the errors ${list(errors)}.`,
  },

  dropoutMasks: {
    title: 'Dropout draws a new mask for every call',
    subtitle: (rate: string, factor: string) => [
      `Rate ${rate}: each value becomes 0 with probability ${rate},`,
      `and what is kept is multiplied by 1 / (1 − ${rate}) = ${factor}.`,
    ],
    training: (call: number) => `Training mode, call ${call}`,
    inference: 'Inference mode, every call',
    output: 'Sum',
    average: (sum: string) =>
      `Over all masks the average is ${sum} too; single calls scatter around it.`,
    alt: (values: readonly string[], calls: readonly string[], inference: string) =>
      `Four values, ${list(values)}, whose sum is the output. In training mode two calls draw different masks and give ${list(calls)}; in inference mode nothing is dropped and every call gives ${inference}.`,
  },

  padding: {
    title: 'Where is the last time step?',
    subtitle: [
      'A sequence of three values, padded with two zeros.',
      'The LSTM goes on through the zeros, and its state h changes.',
    ],
    padded: 'padding',
    masked: 'with a mask',
    unmasked: 'without one',
    alt: (values: readonly string[], masked: string, unmasked: string) =>
      `An LSTM unrolled over five time steps with the inputs ${list(values)}; the last two are padding. Read at the last real value, with a mask, the state is ${masked}; read at the end, without a mask, it is ${unmasked}.`,
  },

  startState: {
    title: 'The same input, two start states',
    subtitle: [
      'Each step passes its state on: h, and c, which is not shown here.',
      'What the first step starts with changes every output.',
    ],
    zero: 'Starts at 0',
    leftOver: 'Starts with what an earlier call left',
    input: (value: string) => `x = ${value}`,
    state: (value: string) => `h = ${value}`,
    output: 'Output',
    alt: (inputs: readonly string[], zero: string, start: string, leftOver: string) =>
      `The same LSTM unrolled twice over the inputs ${list(inputs)}. Above, it starts with the state 0 and ends with ${zero}. Below, it starts with the state ${start}, left over from an earlier call, and ends with ${leftOver}.`,
  },

  floatAddition: {
    title: 'The order of additions matters',
    subtitle: (large: string, gap: number) => [
      `A float32 keeps 24 binary digits: around ${large}`,
      `two neighbouring numbers are ${gap} apart, so adding 1 changes nothing.`,
    ],
    lost: 'the 1 is lost',
    kept: 'the 1 is kept',
    alt: (rows: readonly string[]) =>
      `The same three numbers, added in float32 in two orders. ${rows.join(' ')}`,
    altRow: (sum: string, between: string, result: string) =>
      `${sum}: first ${between}, then ${result}.`,
  },

  sizes: {
    title: 'How large is the difference?',
    subtitle: [
      'The largest difference of two outputs,',
      'as a share of the size of the outputs, in float32.',
    ],
    equal: ['equal', 'bits'],
    zones: {
      rounding: ['rounding'],
      roundingInLargeModels: ['rounding', 'in long or', 'large models'],
      reducedPrecision: ['reduced', 'precision,', 'or a cause'],
      cause: ['it has', 'a cause'],
    },
    step: (size: string) => `one rounding (${size})`,
    reducedPrecision: 'TF32, float16',
    coarsestPrecision: 'bfloat16',
    alt: (step: string) =>
      `A number line of differences. 0: equal bits. Up to ${scale.rounding}: rounding (one rounding in float32 is ${step}). Up to ${scale.roundingInLargeModels}: rounding in long or large models. About ${scale.reducedPrecision}: TF32 or float16. About ${scale.coarsestPrecision}: bfloat16. If none of these is in use, a difference above ${scale.roundingInLargeModels} has a cause, and so has what is clearly larger: look for it.`,
  },

  batchNeighbours: {
    title: 'BatchNorm in training mode looks at the neighbours',
    subtitle: (value: string) => [
      `The value ${value} is normalised with the mean and standard deviation`,
      'of its batch, or with the stored ones.',
    ],
    batch: 'Batch',
    becomes: (value: string) => `${value} becomes`,
    training: 'Training mode',
    inference: 'Inference mode',
    moments: (mean: string, deviation: string) => `mean ${mean}, deviation ${deviation}`,
    stored: (moments: string) => `stored: ${moments}`,
    alt: (value: string, batches: readonly string[], outputs: readonly string[], same: string) =>
      `The value ${value} in two batches, ${list(batches)}. In training mode it becomes ${list(outputs)}; in inference mode, with stored mean and deviation, it becomes ${same} in both.`,
  },

  temperature: {
    title: 'The temperature decides how often the draw surprises',
    subtitle: (scores: string) => [
      `The model gives three words the scores ${scores}, every time.`,
      'The temperature T turns them into the chances of the draw.',
    ],
    words: ['rain', 'sun', 'snow'],
    at: (temperature: string) => `T = ${temperature}`,
    alt: (scores: string, rows: readonly string[]) =>
      `The probabilities of three words with the scores ${scores}, at three temperatures. ${rows.join(' ')}`,
    altRow: (temperature: string, chances: readonly string[]) =>
      `T = ${temperature}: ${list(chances)}.`,
  },
};
