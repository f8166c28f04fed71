import type { CallConditions, Engine, LstmWeights, Training, Windows } from '../lstm/index.ts';
import { forecastAhead, forecastAll } from './forecast.ts';
import { once } from './once.ts';
import { unscale, type Scaler } from './scaler.ts';

/** A model, and how it came about. */
export interface Model {
  /** Drawn anew at each call: the dropout masks of many runs would fill the memory. No training steps: its initial weights. */
  readonly training: () => Training;
  /** True: every run trains it, even if another has done the very same. */
  readonly anew?: boolean;
  /** What that training gives. Computed at the first call where runs share the model. */
  readonly weights: () => LstmWeights;
}

/** What a model is asked. */
export type Request =
  /** How one window goes on, each output fed back: see `forecastAhead`. */
  | {
      readonly kind: 'continue';
      readonly known: Windows;
      /** How many time steps ahead; `forecastLength` if absent. */
      readonly length?: number;
    }
  /** What comes next, after each of as many windows as the forecast has time steps. */
  | {
      readonly kind: 'next';
      readonly windows: Windows;
      readonly conditions?: CallConditions;
      /** The calls, in order, that left the `initialState` of the conditions behind. */
      readonly servedBefore?: readonly Windows[];
    };

/**
 * What one run does, as data: which model it asks, and what. The run is computed from it, and whoever wants to repeat it
 * elsewhere finds everything here.
 */
export interface RunDescription {
  readonly model: Model;
  readonly request: Request;
  /** By which the outputs are scaled back. Absent: the model takes and gives the series' own values. */
  readonly scaler?: Scaler;
}

/** [forecastLength] */
export function answer(engine: Engine, { model, request, scaler }: RunDescription): Float32Array {
  const outputs =
    request.kind === 'continue'
      ? forecastAhead(engine, model.weights(), request.known, {}, request.length)
      : engine.predict(model.weights(), request.windows, request.conditions);
  return scaler ? unscale(outputs, scaler) : outputs;
}

/** The same of runs that train a model each and continue a series, in one call of the engine; [runs][forecastLength]. */
export function answerAll(engine: Engine, descriptions: readonly RunDescription[]): Float32Array[] {
  const trained = engine.trainAll(descriptions.map(({ model }) => model.training()));
  return forecastAll(
    engine,
    trained.flatMap((weights, run) => {
      const request = descriptions[run]?.request;
      return request?.kind === 'continue' ? { weights, ...request } : [];
    }),
  );
}

/** Trained anew each time that its weights are asked for. */
export const retrained = (engine: Engine, training: () => Training): Model => ({
  training,
  anew: true,
  weights: () => engine.train(training()),
});

/** ONE model, trained when it is first asked. */
export const trainedOnce = (engine: Engine, training: () => Training): Model => ({
  training,
  weights: once(() => engine.train(training())),
});

/** A model that is not trained any further. */
export const withWeights = (weights: () => LstmWeights): Model => ({
  training: () => ({
    initialWeights: weights(),
    windows: { values: new Float32Array(), samples: 0, timeSteps: 0, features: 1 },
    targets: new Float32Array(),
    batchOrder: [],
    learningRate: 0,
  }),
  weights,
});
