import {
  drawBatchOrder,
  drawWeights,
  openStream,
  type Engine,
  type LstmWeights,
  type Training,
} from '../../lstm/index.ts';
import { draws } from '../draws.ts';
import { questionOf } from '../forecast.ts';
import { fromBytes, hashWeights, toBytes, type SavedModel } from '../model-file.ts';
import { once } from '../once.ts';
import {
  describedRow,
  type Demo,
  type Plan,
  type Row,
  type Variant,
  type Watchable,
} from '../plan.ts';
import { usualSettings } from '../recipe.ts';
import { withWeights, type Model, type Request, type RunDescription } from '../request.ts';
import { fitScaler, scale, unscale } from '../scaler.ts';
import { whole } from '../settings.ts';
import {
  cutExamples,
  forecastExamples,
  forecastLength,
  longestWindow,
  makeSeries,
  trainingExamples,
  trainingLength,
} from '../task.ts';

const { timeSteps, units } = usualSettings;
const sizes = { inputFeatures: 1, units };
const epochs = 32;
/** Before this epoch the model is so bad that nobody would take it for the right one. */
const firstUsableEpoch = 8;
/** How many of the newest values a careless service fits its scaler to. */
const refitLength = 16;

/** A file for each epoch, the right one being that with the lowest validation error, and what was written down beside it. */
interface Archive {
  readonly files: readonly Uint8Array[];
  /** Index of the right one. */
  readonly right: number;
  readonly weightHash: string;
  /** How the file of each epoch came about. */
  readonly trainingUntil: (epoch: number) => Training;
  /** The output for the last window of the training data. */
  readonly golden: number;
}

function trainAndSave(engine: Engine, seed: string, series: readonly number[]): Archive {
  const scaler = fitScaler(series.slice(0, trainingLength));
  const training = () => trainingOf(seed, scale(series, scaler));
  const models = trainEpochs(engine, training()).map((weights) => ({ weights, scaler }));
  const errors = models.map((model) => validationError(engine, model, series));
  const right = errors.indexOf(Math.min(...errors));
  const best = models[right];
  if (!best) throw new Error('The training gave no checkpoint.');
  return {
    files: models.map(toBytes),
    right,
    weightHash: hashWeights(best.weights),
    trainingUntil: (epoch) => untilEpoch(epoch, training()),
    golden: goldenOutput(engine, best, series),
  };
}

/** Root mean squared, one step ahead, on the values between those for training and those to forecast. */
function validationError(
  engine: Engine,
  { weights, scaler }: SavedModel,
  series: readonly number[],
): number {
  const cut = { firstTarget: trainingLength, count: longestWindow, timeSteps };
  const { windows, targets } = cutExamples(scale(series, scaler), cut);
  const squares = engine
    .predict(weights, windows)
    .map((output, at) => (output - (targets[at] ?? 0)) ** 2);
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
}

function trainingOf(seed: string, scaled: readonly number[]): Training {
  const { windows, targets } = trainingExamples(scaled, timeSteps);
  const { batchSize, learningRate } = usualSettings;
  const batches = {
    samples: windows.samples,
    batchSize,
    steps: epochs * Math.floor(windows.samples / batchSize),
  };
  return {
    initialWeights: drawWeights(seed, draws.weights.shared, sizes),
    windows,
    targets,
    batchOrder: drawBatchOrder(seed, 0, batches),
    learningRate,
  };
}

const stepsPerEpoch = ({ batchOrder }: Training): number => batchOrder.length / epochs;

const trainEpochs = (engine: Engine, training: Training): LstmWeights[] =>
  engine.trainWithCheckpoints(training, stepsPerEpoch(training));

const untilEpoch = (epoch: number, training: Training): Training => ({
  ...training,
  batchOrder: training.batchOrder.slice(0, epoch * stepsPerEpoch(training)),
});

/** What a service is asked: the series, scaled as the model takes it. */
type Ask = (scaled: readonly number[]) => Request;

/** One request for each of the last values: what comes next? */
const nextValues: Ask = (scaled) => ({
  kind: 'next',
  windows: forecastExamples(scaled, timeSteps).windows,
});

/** One request: how does it go on? */
const continuation: Ask = (scaled) => ({
  kind: 'continue',
  known: questionOf(scaled, timeSteps).known,
});

function goldenOutput(engine: Engine, model: SavedModel, series: readonly number[]): number {
  const window = scale(series.slice(trainingLength - timeSteps, trainingLength), model.scaler);
  const windows = { values: Float32Array.from(window), samples: 1, timeSteps, features: 1 };
  const [output = Number.NaN] = unscale(engine.predict(model.weights, windows), model.scaler);
  return output;
}

/** That of PyTorch's `assert_close` for float32: another engine may change the last bits. */
const isClose = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-5 + 1.3e-6 * Math.abs(b);

/** What a service has after its start: a saved model, and how that came about. */
interface Loaded extends SavedModel, Pick<Model, 'training'> {}

/** One start of the service, and what it loads instead of the right file. */
interface Start {
  readonly label: (archive: Archive) => string;
  readonly load: (made: { archive: Archive; series: readonly number[]; seed: string }) => Loaded;
}

/** What goes wrong at every start of the service. */
interface Mistake {
  readonly ask: Ask;
  readonly starts: (runs: number) => Start[];
  /** True: the starts are settings in their order. */
  readonly isSweep?: boolean;
}

/** Before: every start of the service makes the mistake. After: every start loads the right file. */
function restartPlan(
  engine: Engine,
  seed: string,
  runs: number,
  { ask, starts, isSweep }: Mistake,
): Plan {
  const series = makeSeries(seed);
  const { target } = questionOf(series, timeSteps);
  const archive = once(() => trainAndSave(engine, seed, series));
  const row = (label: Start['label'], load: () => Loaded): Row => {
    const model = once(load);
    const golden = () => goldenOutput(engine, model(), series);
    const describe = (): RunDescription => {
      const { training, weights, scaler } = model();
      return {
        model: { training, weights: () => weights },
        request: ask(scale(series, scaler)),
        scaler,
      };
    };
    return {
      ...describedRow(engine, { label: () => label(archive()), group: 0 }, describe),
      check: () => ({
        weightHash: hashWeights(model().weights) === archive().weightHash,
        goldenPair: isClose(golden(), archive().golden),
      }),
    };
  };
  const made = () => ({ archive: archive(), series, seed });
  return {
    before: { rows: starts(runs).map(({ label, load }) => row(label, () => load(made()))), target },
    after: { rows: starts(runs).map(({ label }) => row(label, () => rightOf(archive()))), target },
    measure: 'spread',
    ...(isSweep && {
      sweep: { of: 'error', areFiles: true, usual: () => String(archive().right + 1) },
    }),
  };
}

const fileOf = ({ files, trainingUntil }: Archive, epoch: number): Loaded => ({
  ...fromBytes(files[epoch - 1] ?? new Uint8Array()),
  training: () => trainingUntil(epoch),
});

const rightOf = (archive: Archive): Loaded => fileOf(archive, archive.right + 1);

const numbered =
  (load: (made: Parameters<Start['load']>[0], run: number) => Loaded) =>
  (runs: number): Start[] =>
    Array.from({ length: runs }, (_, run) => ({
      label: () => String(run + 1),
      load: (made) => load(made, run),
    }));

/** The weights of the file never reach the network: each process starts with fresh random ones. */
const notLoaded: Mistake = {
  ask: nextValues,
  starts: numbered(({ archive, seed }, run) => {
    const weights = drawWeights(seed, draws.weights.anew + run, sizes);
    const { training } = withWeights(() => weights);
    return { ...rightOf(archive), weights, training };
  }),
};

/** How many usable files there are beside the right one. */
const otherFiles = epochs - firstUsableEpoch;
const placesAmongOthers = whole(0, otherFiles - 1);

/** The epochs of the usable files that are not the right one, first to last. */
const otherEpochs = ({ files, right }: Archive): number[] =>
  files
    .map((_, at) => at + 1)
    .filter((epoch) => epoch !== right + 1)
    .slice(-otherFiles);

/** Each start takes the file of a different epoch, and never the right one. */
const wrongEpoch: Mistake = {
  ask: continuation,
  starts: (runs) =>
    placesAmongOthers(runs).map((place) => {
      const epochIn = (archive: Archive) => otherEpochs(archive)[place] ?? epochs;
      return {
        label: (archive) => String(epochIn(archive)),
        load: ({ archive }) => fileOf(archive, epochIn(archive)),
      };
    }),
  isSweep: true,
};

/** Each start fits the scaler anew, to the values that came in last. */
const refittedScaler: Mistake = {
  ask: nextValues,
  starts: numbered(({ archive, series, seed }, run) => {
    const unseen = longestWindow + forecastLength - refitLength;
    const first =
      trainingLength +
      Math.floor(openStream(seed, 'data', draws.data.anew + run).uniform() * unseen);
    const newest = series.slice(first, first + refitLength);
    return { ...rightOf(archive), scaler: fitScaler(newest) };
  }),
};

const variant = (defaultRuns: number, watch: Watchable, mistake: Mistake): Variant => ({
  defaultRuns,
  watch,
  plan: (engine, seed, runs) => restartPlan(engine, seed, runs, mistake),
});

export const savedModel: Demo<'saved-model'> = {
  'not-loaded': variant(20, 'calls', notLoaded),
  'wrong-epoch': variant(otherFiles, 'training', wrongEpoch),
  scaler: variant(20, 'calls', refittedScaler),
};
