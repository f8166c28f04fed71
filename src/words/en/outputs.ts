import type { Refusal, SignatureId, Trained, WhyNot } from '../../outputs-check/index.ts';
import type { OutputsFacts } from '../facts.ts';
import { list } from './phrases.ts';

/** Why a file of outputs can't be read: one sentence, with what to do. */
const refusals: {
  readonly [Kind in Refusal['kind']]: (refusal: Extract<Refusal, { kind: Kind }>) => string;
} = {
  tooBig: ({ megabytes }) =>
    `The file is larger than ${megabytes} MB: save fewer values per run, or fewer runs.`,
  empty: () => 'The file is empty: save the outputs of your runs, one line per run.',
  unknownFormat: () =>
    'I can’t read this kind of file: save the outputs as .csv, .txt, .json, .npy or .npz.',
  noNumbers: () => 'I find no numbers in it: save the outputs of your runs, one line per run.',
  elided: () =>
    'The printed array is cut off (“…”): print all of it with np.set_printoptions(threshold=sys.maxsize) or torch.set_printoptions(profile="full"), or save it with np.save.',
  oneRun: () =>
    'This is one run, and I compare runs: save the outputs of at least two, better ten, one line per run.',
  decimalComma: () =>
    'Is 0,5 one number here, or two? Write 0.5, or separate the numbers with semicolons.',
  notANumber: ({ text, line }) =>
    line === undefined
      ? `“${text}” is not a number: leave only the outputs in the file.`
      : `“${text}” in line ${line} is not a number: leave only the outputs in the file.`,
  ragged: ({ run, has, others }) =>
    `Row ${run} has ${has} values and the first one ${others}: all runs need the same number of values.`,
  tooMany: ({ runs, values }) =>
    `I compare at most ${runs} runs of ${values.toLocaleString('en-US')} values: save fewer of them.`,
  brokenJson: () =>
    'This is not valid JSON: write it with json.dump, as a list with one list per run.',
  tooDeep: () => 'The lists are nested too deeply: write one list per run.',
  unlikelyJson: () => 'I expect numbers only in this JSON: write one list of numbers per run.',
  brokenNpy: () =>
    'This .npy file is damaged: its size is not what it says. Save it again with np.save.',
  pickle: () =>
    'This .npy file holds Python objects, and to read those is to run them: save plain numbers with np.save(file, np.asarray(outputs, dtype=float)).',
  dtype: ({ dtype }) =>
    `This .npy file holds ${dtype}, not plain numbers: convert them with outputs.astype("float64") first.`,
  brokenZip: () => 'This .npz file is damaged: save it again with np.savez.',
  zipBomb: () => 'This .npz file unpacks to far more than I read: save fewer values with np.savez.',
  noArrays: () =>
    'This zip file holds something else than NumPy arrays: save the outputs with np.savez.',
  tooManyArrays: ({ most }) =>
    `This .npz file holds more than ${most} arrays: save one array with one row per run.`,
};

/** What is found, as a title. */
const titles: Readonly<Record<SignatureId, (facts: OutputsFacts) => string>> = {
  'not-finite': ({ broken, runs }) => `NaN or infinity in ${broken} of ${runs} runs`,
  identical: ({ runs, floor }) =>
    floor === '' ? `All ${runs} runs are identical` : `All ${runs} runs are identical as printed`,
  'last-bits': ({ runs }) => `${runs} runs that differ only in the last digits`,
  settled: ({ settledFrom }) => `From run ${settledFrom} on, nothing changes any more`,
  'whole-numbers': ({ classes, runs }) => `${classes} different whole numbers in ${runs} runs`,
  reordered: ({ runs }) => `The same numbers in all ${runs} runs, in different places`,
  shifted: ({ shift }) => `The runs are the same, moved by up to ${shift} values`,
  versions: ({ runs, versions }) => `${runs} runs, but only ${versions} different ones`,
  rescaled: ({ runs }) => `The ${runs} runs are the same on different scales`,
  settling: ({ runs }) => `${runs} runs that settle: each step is smaller`,
  ordered: ({ runs }) => `${runs} runs that drift: neighbours are alike`,
  independent: ({ runs, spread, farthest }) =>
    `${runs} runs: spread ${spread}, up to ${farthest} apart`,
};

/** What was measured. */
const measured: Readonly<Record<SignatureId, (facts: OutputsFacts) => string>> = {
  'not-finite': ({ broken, runs, firstBrokenRun, firstBrokenValue }) =>
    `There are outputs that are not numbers (NaN or infinity) in ${broken} of your ${runs} runs. The first such run is run ${firstBrokenRun}, and the earliest such output is value ${firstBrokenValue}.`,
  identical: ({ runs, values, floor }) =>
    floor === ''
      ? `Your ${runs} runs of ${values} are identical to the last bit. Nothing differs here: what was fixed, for example by a seed, works.`
      : `Your ${runs} runs of ${values} are identical as far as they are printed.`,
  'last-bits': ({ runs, farthest, relative }) =>
    `Your ${runs} runs are at most ${farthest} apart, ${relative} of the largest output. That is as small as rounding.`,
  settled: ({ runs, settledFrom, firstStep }) =>
    `The first of your ${runs} runs is ${firstStep} away from the next one (root mean square), and from run ${settledFrom} on all are the same.`,
  'whole-numbers': ({ classes, counts }) =>
    `Your outputs are ${classes} different whole numbers, such as classes or tokens. How far apart they are means nothing; how often each one comes does. ${counts}`,
  reordered: ({ runs, values }) =>
    `All ${runs} runs hold the same ${values}, but in a different order.`,
  shifted: ({ shift }) =>
    `Each run is the first one, moved along by up to ${shift} values. Where they overlap, they are the same.`,
  versions: ({ runs, versions, pattern }) =>
    `Among your ${runs} runs there are only ${versions} different ones; in order: ${pattern}.`,
  rescaled: ({ line, residual }) =>
    `Each run is the first one times a number, plus a number (the one moved most: ${line}). That explains all but ${residual} of the difference.`,
  settling: ({ firstStep, lastStep }) =>
    `The first run is the farthest from the last one, and each step from run to run is smaller than the one before: ${firstStep} at first, ${lastStep} at the end (root mean square).`,
  ordered: ({ runs, p }) =>
    `Runs that follow each other are more alike than your ${runs} runs in any order would be (p = ${p}).`,
  independent: ({ runs, values, spread, ofUsual, farthest, order, interval }) =>
    `Your ${runs} runs of ${values} have a spread (standard deviation over the runs) of ${spread}${ofUsual}. At most they are ${farthest} apart. ${order}${interval}`,
};

/** Why a cause does not fit; begins with the causes. */
const whyNot: Readonly<Record<WhyNot, (facts: OutputsFacts) => string>> = {
  'would-differ': () => 'at least one run would be different',
  'moves-more': ({ relative }) => `that moves outputs by far more than ${relative}`,
  'moves-less': ({ relative }) =>
    `rounding moves outputs by less than 0.003% of the largest one, and these are ${relative} apart`,
  'never-settles': ({ settledFrom }) =>
    `that goes on, and from run ${settledFrom} on nothing changes`,
  'changes-numbers': () => 'that changes the numbers, and here the same ones come back',
  'always-new': ({ versions }) =>
    `that gives a new output every time, and here the same ${versions} come back`,
  'comes-again': () => 'that gives the same few outputs again and again, and here every run is new',
  'not-on-a-line': () => 'that moves each value in its own way, and here all move together',
  'has-no-order': () => 'chance has no order, and these runs have one',
  'no-order-here': ({ p }) =>
    `what one call leaves for the next would show in their order, and here there is none (p = ${p}); only where different requests came in between is it still possible`,
  'stays-a-number': () => 'that moves numbers, and turns none of them into NaN',
  'not-trained': () => 'one trained model gave all runs, and nothing was trained in between',
};

const hidden: Readonly<Record<SignatureId, string>> = {
  'not-finite': 'outputs that are not numbers',
  identical: 'identical runs',
  'last-bits': 'rounding',
  settled: 'a state that settles',
  'whole-numbers': 'classes',
  reordered: 'a different order of the same numbers',
  shifted: 'a moved window',
  versions: 'a few versions that take turns',
  rescaled: 'a different scaler',
  settling: 'a slow settling',
  ordered: 'a drift',
  independent: 'chance',
};

export const outputs = {
  refusals,
  titles,
  measured,
  whyNot,
  hidden,

  values: (count: number) => (count === 1 ? 'one value' : `${count} values`),
  /** How the file was read. */
  read: {
    runs: (runs: number, values: string) =>
      `I read each line as one run: ${runs} runs of ${values}.`,
    values: (runs: number, values: string) =>
      `I read each column as one run: ${runs} runs of ${values}.`,
    single: (runs: number) => `I read each number as one run: ${runs} runs of one value.`,
    unsure: 'If it is the other way round, say so.',
  },
  ofSwing: (share: string) => `, which is ${share} of the standard deviation along a run`,
  ofMean: (share: string) => `, which is ${share} of their mean`,
  printed: (digits: number, floor: string) =>
    `The numbers are printed to ${digits} decimals, so I see nothing below ${floor}.`,
  printedRoughly: (floor: string) => `The numbers are rounded, so I see nothing below ${floor}.`,
  order: {
    none: (p: string) => `They are in no order (p = ${p}).`,
    perhaps: (p: string) => `Perhaps they have an order (p = ${p}); more runs would tell.`,
    unknown: 'They are too few to see an order.',
  },
  interval: (low: string, high: string) => ` Their mean lies between ${low} and ${high} (95%).`,
  counts: {
    same: 'Here each comes equally often in every run.',
    alike: (p: string) => `Here all runs may draw from the same distribution (p = ${p}).`,
    different: (p: string) => `Here the runs draw from different distributions (p = ${p}).`,
    unknown: 'Here they are too few to count.',
  },
  line: (factor: string, offset: string) => `${factor} × first + ${offset}`,

  fits: (causes: readonly string[]) => `**What fits:** ${list(causes)}.`,
  fitsNothing: '**No cause is needed:** nothing differs between these runs.',
  notThat: (causes: readonly string[], why: string) => `**Not ${list(causes)}:** ${why}.`,
  alsoWarmUp: 'It also fits a model that is built or warmed up at its first call.',
  alsoTraining: 'It also fits a model that is trained further between the runs.',

  needs: {
    hidden: (missed: readonly string[]) => `Too few to see: ${list(missed)}.`,
    more: (more: string) => `Give me ${more}.`,
    runs: (runs: number) => `at least ${runs} runs`,
    values: (values: number) => `at least ${values} values per run`,
    digits: 'all digits (np.save, or print with repr)',
    and: (parts: readonly string[]) => parts.join(' and '),
  },

  /** Where the noise of one model looks like that of many. */
  trained: {
    question:
      'Noise alone can’t tell these apart. Did one trained model give all runs, or did you train each time?',
    answers: { once: 'One trained model', each: 'Trained each time' } satisfies Record<
      Trained,
      string
    >,
  },

  /** A finding in the code, beside these outputs. */
  code: {
    shown: (place: string) => `In your code ${place}, and these numbers show it.`,
    open: (place: string) => `In your code ${place}; these numbers leave it open.`,
    'not-shown': (place: string) => `In your code ${place}, but not what these numbers show.`,
    line: (line: number) => `line ${line}`,
    cell: (cell: number, line: number) => `cell ${cell}, line ${line}`,
  },

  chart: {
    subtitle: (runs: number, values: string) => `${runs} runs of ${values}.`,
    inOrder: 'Light: the first runs. Dark: the last ones.',
    outputs: 'Your runs',
    eachRun: 'Your runs, one dot each',
    value: 'Value',
    run: 'Run',
    oneStrong: 'Strong line: one of the runs.',
    broken: (value: number) => `not a number from value ${value}`,
    classes: (count: number) => `${count} different ones`,
    apart: (farthest: string) => `up to ${farthest} apart`,
    identical: 'no difference',
    alt: (title: string, lines: string, farthest: string, at: number) =>
      `${title}. ${lines}, farthest apart at value ${at}, by ${farthest}.`,
    altSame: (title: string, lines: string) => `${title}. ${lines}, all the same.`,
    altBroken: (title: string, lines: string, value: number) =>
      `${title}. ${lines}; the first output that is not a number is value ${value}.`,
    altDots: (title: string, dots: string, farthest: string) =>
      `${title}. ${dots}, up to ${farthest} apart; the dashed line is their mean.`,
    lines: (runs: number, values: number) => `Line chart of ${runs} runs over ${values} values`,
    twoPanels: (runs: number, values: number) =>
      `Line chart of ${runs} runs over ${values} values; below, the same runs minus their mean`,
    dots: (runs: number) => `Chart of ${runs} dots, one output per run, in the order of the runs`,
  },
};
