import { train as trainModel, usualRecipe } from '../../src/demos/index.ts';
import type { Contestant, Field } from './engines.ts';
import { summarise, time, type Effort, type Timing } from './timing.ts';

/** Whole trainings as the demos do them, from the draws to the trained weights. */
export interface TrainingsEntry extends Timing {
  readonly what: 'trainings';
  readonly engine: Contestant;
  /** So many together take the time: as many as wished, or as were done when a minute was over. */
  readonly trainings: number;
}

const longestMs = 60_000;
const quickMs = 2000;

/** Where `wished` trainings take more than two seconds, they are timed once; the first one, a warm-up, isn't. */
export async function measureTrainings(
  field: Field,
  wished: number,
  effort: Effort,
): Promise<TrainingsEntry[]> {
  const entries: TrainingsEntry[] = [];
  for (const engine of field.names) {
    const train = trainer(field, engine);
    await train(0);
    const { trainings, milliseconds } = await trainUntil(train, wished);
    const times = [milliseconds];
    const rounds = milliseconds < quickMs ? effort.rounds : 1;
    for (let round = 1; round < rounds; round++)
      times.push((await trainUntil(train, trainings)).milliseconds);
    entries.push({ what: 'trainings', engine, trainings, ...summarise(times) });
  }
  return entries;
}

/** Trains the model of that number and returns the milliseconds it took. */
type Train = (model: number) => Promise<number>;

async function trainUntil(train: Train, wished: number) {
  let [trainings, milliseconds] = [0, 0];
  while (trainings < wished && milliseconds < longestMs) milliseconds += await train(trainings++);
  return { trainings, milliseconds };
}

function trainer(field: Field, name: Contestant): Train {
  const recipe = usualRecipe('bench');
  const python = field.pyTorch.get(name);
  if (python) {
    const { units, timeSteps, batchSize, trainingSteps } = recipe.settings;
    return () => python.ask('train', units, timeSteps, batchSize, trainingSteps);
  }
  const engine = [...field.engines.values()].find((each) => each.name === name);
  if (!engine) throw new Error(`${name} is not there.`);
  return (weights) => time(() => trainModel(engine, { ...recipe, weights }));
}
