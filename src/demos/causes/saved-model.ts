import {
  drawBatchOrder,
  drawWeights,
  openStream,
  type Engine,
  type LstmWeights,
} from '../../lstm/index.ts';
import { draws } from '../draws.ts';
import { forecastAhead, questionOf } from '../forecast.ts';
import { fromBytes, hashWeights, toBytes, type SavedModel } from '../model-file.ts';
import { once, type Demo, type Plan, type Row, type Variant } from '../plan.ts';
import { usualSettings } from '../recipe.ts';
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
  /** The output for the last window of the training data. */
  readonly golden: number;
}

function trainAndSave(engine: Engine, seed: string, series: readonly number[]): Archive {
  const scaler = fitScaler(series.slice(0, trainingLength));
  const models = trainEpochs(engine, seed, scale(series, scaler)).map((weights) => ({
    weights,
    scaler,
  }));
  const errors = models.map((model) => validationError(engine, model, series));
  const right = errors.indexOf(Math.min(...errors));
  const best = models[right];
  if (!best) throw new Error('The training gave no checkpoint.');
  return {
    files: models.map(toBytes),
    right,
    weightHash: hashWeights(best.weights),
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

function trainEpochs(engine: Engine, seed: string, scaled: readonly number[]): LstmWeights[] {
  const { windows, targets } = trainingExamples(scaled, timeSteps);
  const { batchSize, learningRate } = usualSettings;
  const stepsPerEpoch = Math.floor(windows.samples / batchSize);
  const batches = {
    samples: windows.samples,
    batchSize,
    steps: epochs * stepsPerEpoch,
  };
  const training = {
    initialWeights: drawWeights(seed, draws.weights.shared, sizes),
    windows,
    targets,
    batchOrder: drawBatchOrder(seed, 0, batches),
    learningRate,
  };
  return engine.trainWithCheckpoints(training, stepsPerEpoch);
}

/** What a service with that model answers: the input scaled, the output scaled back, [forecastLength]. */
type Answer = (engine: Engine, model: SavedModel, series: readonly number[]) => Float32Array;

/** One request for each of the last values: what comes next? */
const nextValues: Answer = (engine, { weights, scaler }, series) => {
  const { windows } = forecastExamples(scale(series, scaler), timeSteps);
  return unscale(engine.predict(weights, windows), scaler);
};

/** One request: how does it go on? */
const continuation: Answer = (engine, { weights, scaler }, series) => {
  const { known } = questionOf(scale(series, scaler), timeSteps);
  return unscale(forecastAhead(engine, weights, known), scaler);
};

function goldenOutput(engine: Engine, model: SavedModel, series: readonly number[]): number {
  const window = scale(series.slice(trainingLength - timeSteps, trainingLength), model.scaler);
  const windows = { values: Float32Array.from(window), samples: 1, timeSteps, features: 1 };
  const [output = Number.NaN] = unscale(engine.predict(model.weights, windows), model.scaler);
  return output;
}

/** That of PyTorch's `assert_close` for float32: another engine may change the last bits. */
const isClose = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-5 + 1.3e-6 * Math.abs(b);

/** One start of the service, and what it loads instead of the right file. */
interface Start {
  readonly label: string;
  readonly load: (made: {
    archive: Archive;
    series: readonly number[];
    seed: string;
  }) => SavedModel;
}

/** What goes wrong at every start of the service. */
interface Mistake {
  readonly answer: Answer;
  readonly starts: (runs: number) => Start[];
  /** True: the starts are settings in their order. */
  readonly isSweep?: boolean;
}

/** Before: every start of the service makes the mistake. After: every start loads the right file. */
function restartPlan(
  engine: Engine,
  seed: string,
  runs: number,
  { answer, starts, isSweep }: Mistake,
): Plan {
  const series = makeSeries(seed);
  const { target } = questionOf(series, timeSteps);
  const archive = once(() => trainAndSave(engine, seed, series));
  const row = (label: string, load: () => SavedModel): Row => {
    const model = once(load);
    const golden = () => goldenOutput(engine, model(), series);
    return {
      label,
      group: 0,
      output: () => answer(engine, model(), series),
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
    ...(isSweep && { sweep: { of: 'error', usual: () => String(archive().right + 1) } }),
  };
}

const rightOf = ({ files, right }: Archive): SavedModel =>
  fromBytes(files[right] ?? new Uint8Array());

const numbered =
  (load: (made: Parameters<Start['load']>[0], run: number) => SavedModel) =>
  (runs: number): Start[] =>
    Array.from({ length: runs }, (_, run) => ({
      label: String(run + 1),
      load: (made) => load(made, run),
    }));

/** The weights of the file never reach the network: each process starts with fresh random ones. */
const notLoaded: Mistake = {
  answer: nextValues,
  starts: numbered(({ archive, seed }, run) => ({
    ...rightOf(archive),
    weights: drawWeights(seed, draws.weights.anew + run, sizes),
  })),
};

const epochsOf = whole(firstUsableEpoch, epochs);

/** Each start takes the file of another epoch; one of them may be the right one. */
const wrongEpoch: Mistake = {
  answer: continuation,
  starts: (runs) =>
    epochsOf(runs).map((epoch) => ({
      label: String(epoch),
      load: ({ archive }) => fromBytes(archive.files[epoch - 1] ?? new Uint8Array()),
    })),
  isSweep: true,
};

/** Each start fits the scaler anew, to the values that came in last. */
const refittedScaler: Mistake = {
  answer: nextValues,
  starts: numbered(({ archive, series, seed }, run) => {
    const unseen = longestWindow + forecastLength - refitLength;
    const first =
      trainingLength +
      Math.floor(openStream(seed, 'data', draws.data.anew + run).uniform() * unseen);
    const newest = series.slice(first, first + refitLength);
    return { ...rightOf(archive), scaler: fitScaler(newest) };
  }),
};

const variant = (defaultRuns: number, mistake: Mistake): Variant => ({
  defaultRuns,
  plan: (engine, seed, runs) => restartPlan(engine, seed, runs, mistake),
});

export const savedModel: Demo<'saved-model'> = {
  'not-loaded': variant(20, notLoaded),
  'wrong-epoch': variant(25, wrongEpoch),
  scaler: variant(20, refittedScaler),
};
