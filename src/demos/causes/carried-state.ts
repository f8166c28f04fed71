import { openStream, type Engine, type LstmState, type Windows } from '../../lstm/index.ts';
import { draws } from '../draws.ts';
import { rows, type Demo, type Plan } from '../plan.ts';
import { trainingOf, usualRecipe, usualSettings, type Recipe } from '../recipe.ts';
import { trainedOnce, type RunDescription } from '../request.ts';
import {
  cutExamples,
  forecastExamples,
  forecastLength,
  makeSeries,
  trainingExamples,
  toyTask,
  type Task,
} from '../task.ts';

const { units } = usualSettings;
/** Each request brings the newest values only, as where a state is meant to hold the rest; trained with as many. */
export const timeSteps = 4;

function recipeFor(seed: string): Recipe {
  const usual = usualRecipe(seed);
  return {
    ...usual,
    settings: { ...usual.settings, timeSteps },
    examples: trainingExamples(makeSeries(seed), timeSteps),
  };
}

/** Answers one batch of windows; row i starts at row i of the state, as in Keras' `stateful`. Returns where it ended. */
type Serve = (windows: Windows, state: LstmState) => LstmState;

/** The calls before a run, and the state that they left behind. */
interface Served {
  readonly windows: readonly Windows[];
  readonly state: LstmState;
}

/**
 * ONE trained model and one request, a batch of windows. `leftBehind` gives the state that the calls before run `run`
 * left behind: the request starts there. After the fix the state is reset, and it starts at zeros.
 */
function statefulPlan(
  engine: Engine,
  seed: string,
  runs: number,
  leftBehind: (serve: Serve, request: Windows) => (run: number) => Served,
): Plan {
  const { windows: request, targets: target } = forecastExamples(makeSeries(seed), timeSteps);
  const model = trainedOnce(engine, () => trainingOf(recipeFor(seed)));
  const serve: Serve = (windows, initialState) =>
    engine.forward(model.weights(), windows, { initialState }).finalState;
  const servedBefore = leftBehind(serve, request);
  const askedAfter = ({ windows, state }: Served): RunDescription => ({
    model,
    request: {
      kind: 'next',
      windows: request,
      conditions: { initialState: state },
      servedBefore: windows,
    },
  });
  const fresh: Served = { windows: [], state: zeroState };
  return {
    before: { rows: rows(engine, runs, (run) => askedAfter(servedBefore(run))), target },
    after: { rows: rows(engine, runs, () => askedAfter(fresh)), target },
    measure: 'spread',
  };
}

const zerosFor = (requests: number): LstmState => ({
  hiddenState: new Float32Array(requests * units),
  cellState: new Float32Array(requests * units),
});
const zeroState = zerosFor(forecastLength);

/** How many requests of other people come before ours. */
export const otherRequests = 8;
/** How far each of them reaches further back into the series than the one before, in time steps. */
const apart = 28;

/** The requests of other people in that order, and the state that they leave behind. */
export function servesOthers({
  series,
  forecastFrom,
  forecastLength: count,
}: Task): (serve: Serve, order: readonly number[]) => Served {
  // So that a short series holds them all.
  const back = Math.min(apart, Math.floor((forecastFrom - timeSteps) / otherRequests));
  const others = Array.from({ length: otherRequests }, (_, place) =>
    cutExamples(series, { firstTarget: forecastFrom - (place + 1) * back, count, timeSteps }),
  );
  return (serve, order) => {
    const windows = order.flatMap((place) => others[place]?.windows ?? []);
    const state = windows.reduce((left, each) => serve(each, left), zerosFor(count));
    return { windows, state };
  };
}

/** Before each call a server has answered the same requests of other people, in another order each time. */
function betweenCallsPlan(engine: Engine, seed: string, runs: number): Plan {
  const stateAfter = servesOthers(toyTask(seed));
  const order = (run: number) =>
    openStream(seed, 'data', draws.data.anew + run).permutation(otherRequests);
  return statefulPlan(engine, seed, runs, (serve) => (run) => stateAfter(serve, order(run)));
}

/** One call over several batches, all alike: the first starts at zeros, each other where the one before it ended. */
function withinPredictPlan(engine: Engine, seed: string, runs: number): Plan {
  const plan = statefulPlan(engine, seed, runs, (serve, request) => {
    const states = [zeroState];
    return (run) => {
      for (let last = states.at(-1); last && states.length <= run; last = states.at(-1))
        states.push(serve(request, last));
      const windows = Array.from({ length: run }, () => request);
      return { windows, state: states[run] ?? zeroState };
    };
  });
  return { ...plan, sweep: { of: 'change' } };
}

export const carriedState: Demo<'carried-state'> = {
  'between-calls': { defaultRuns: 20, watch: 'calls', plan: betweenCallsPlan },
  'within-predict': { defaultRuns: 8, watch: 'calls', plan: withinPredictPlan },
};
