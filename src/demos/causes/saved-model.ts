import {
  drawBatchOrder,
  drawWeights,
  openStream,
  type Engine,
  type LstmWeights,
} from '../../lstm/index.ts';
import { draws } from '../draws.ts';
import { fromBytes, hashWeights, toBytes, type SavedModel } from '../model-file.ts';
import { once, type Demo, type Plan, type Row, type Variant } from '../plan.ts';
import { usualSettings } from '../recipe.ts';
import { fitScaler, scale, unscale } from '../scaler.ts';
import { steps } from '../settings.ts';
import {
  forecastExamples,
  forecastLength,
  longestWindow,
  makeSeries,
  trainingExamples,
  trainingLength,
} from '../task.ts';

const { timeSteps, units } = usualSettings;
const sizes = { inputFeatures: 1, units };
const epochs = 20;
/** Before this epoch the model is so bad that nobody would take it for the right one. */
const firstUsableEpoch = 6;
/** How many of the newest values a careless service fits its scaler to. */
const refitLength = 16;

/** A file for each epoch, the last one being the right one, and what was written down beside it. */
interface Archive {
  readonly files: readonly Uint8Array[];
  readonly right: Uint8Array;
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
  const last = models.at(-1);
  if (!last) throw new Error('The training gave no checkpoint.');
  return {
    files: models.map(toBytes),
    right: toBytes(last),
    weightHash: hashWeights(last.weights),
    golden: goldenOutput(engine, last, series),
  };
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

/** What a service with that model forecasts: scaled, predicted, and scaled back, [forecastLength]. */
function forecast(engine: Engine, { weights, scaler }: SavedModel, series: readonly number[]) {
  const { windows } = forecastExamples(scale(series, scaler), timeSteps);
  return unscale(engine.predict(weights, windows), scaler);
}

function goldenOutput(engine: Engine, model: SavedModel, series: readonly number[]): number {
  const window = scale(series.slice(trainingLength - timeSteps, trainingLength), model.scaler);
  const windows = { values: Float32Array.from(window), samples: 1, timeSteps, features: 1 };
  const [output = Number.NaN] = unscale(engine.predict(model.weights, windows), model.scaler);
  return output;
}

/** That of PyTorch's `assert_close` for float32: another engine may change the last bits. */
const isClose = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-5 + 1.3e-6 * Math.abs(b);

/** What goes wrong at a start of the service, instead of loading the right file. */
interface Mistake {
  readonly label: (run: number, runs: number) => string;
  readonly start: (
    made: { archive: Archive; series: readonly number[]; seed: string },
    run: number,
    runs: number,
  ) => SavedModel;
}

/** Before: every start of the service makes the mistake. After: every start loads the right file. */
function restartPlan(engine: Engine, seed: string, runs: number, { label, start }: Mistake): Plan {
  const series = makeSeries(seed);
  const target = forecastExamples(series, timeSteps).targets;
  const archive = once(() => trainAndSave(engine, seed, series));
  const numbers = Array.from({ length: runs }, (_, run) => run);
  const row = (name: string, load: () => SavedModel): Row => {
    const model = once(load);
    const golden = () => goldenOutput(engine, model(), series);
    return {
      label: name,
      group: 0,
      output: () => forecast(engine, model(), series),
      check: () => ({
        weightHash: hashWeights(model().weights) === archive().weightHash,
        goldenPair: isClose(golden(), archive().golden),
      }),
    };
  };
  const wrong = (run: number) => start({ archive: archive(), series, seed }, run, runs);
  const right = () => fromBytes(archive().right);
  return {
    before: { rows: numbers.map((run) => row(label(run, runs), () => wrong(run))), target },
    after: { rows: numbers.map((run) => row(String(run + 1), right)), target },
    measure: 'spread',
  };
}

const numbered = (run: number): string => String(run + 1);

/** The weights of the file never reach the network: each process starts with fresh random ones. */
const notLoaded: Mistake = {
  label: numbered,
  start: ({ archive, seed }, run) => ({
    ...fromBytes(archive.right),
    weights: drawWeights(seed, draws.weights.anew + run, sizes),
  }),
};

/** Never the last one, which is the right one. */
const epochOf = steps(firstUsableEpoch, 3, epochs - 1);

/** Each start takes the file of another epoch. */
const wrongEpoch: Mistake = {
  label: (run, runs) => String(epochOf(run, runs)),
  start: ({ archive: { files, right } }, run, runs) =>
    fromBytes(files[epochOf(run, runs) - 1] ?? right),
};

/** Each start fits the scaler anew, to the values that came in last. */
const refittedScaler: Mistake = {
  label: numbered,
  start: ({ archive, series, seed }, run) => {
    const unseen = longestWindow + forecastLength - refitLength;
    const first =
      trainingLength +
      Math.floor(openStream(seed, 'data', draws.data.anew + run).uniform() * unseen);
    const newest = series.slice(first, first + refitLength);
    return { ...fromBytes(archive.right), scaler: fitScaler(newest) };
  },
};

const variant = (defaultRuns: number, mistake: Mistake): Variant => ({
  defaultRuns,
  plan: (engine, seed, runs) => restartPlan(engine, seed, runs, mistake),
});

export const savedModel: Demo<'saved-model'> = {
  'not-loaded': variant(5, notLoaded),
  'wrong-epoch': variant(5, wrongEpoch),
  scaler: variant(6, refittedScaler),
};
