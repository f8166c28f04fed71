import { train, usualRecipe } from '../../demos/index.ts';
import type { Contestant, Field } from './engines.ts';
import { summarise, time, type Effort, type Timing } from './timing.ts';

/** Whole trainings as the demos do them, from the draws to the trained weights. */
export interface TrainingsEntry extends Timing {
  readonly what: 'trainings';
  readonly engine: Contestant;
  /** So many together take the time. As wished, or as fit into a minute. */
  readonly trainings: number;
}

const longestMs = 60_000;
const quickMs = 2000;

/** Where `wished` trainings take more than two seconds, they are timed once. */
export async function measureTrainings(
  field: Field,
  wished: number,
  effort: Effort,
): Promise<TrainingsEntry[]> {
  const entries: TrainingsEntry[] = [];
  for (const engine of field.names) {
    const repeat = trainer(field, engine);
    // The first one also warms up.
    const each = await repeat(1);
    const trainings = Math.max(1, Math.min(wished, Math.floor(longestMs / each)));
    const rounds = each * trainings < quickMs ? effort.rounds : 1;
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) times.push(await repeat(trainings));
    entries.push({ what: 'trainings', engine, trainings, ...summarise(times) });
  }
  return entries;
}

/** Returns the milliseconds of all `count` trainings together. */
function trainer(field: Field, name: Contestant): (count: number) => Promise<number> {
  const recipe = usualRecipe('bench');
  const python = field.pyTorch.get(name);
  if (python) {
    const { units, timeSteps, batchSize, trainingSteps } = recipe.settings;
    return (count) => python.ask('train', units, timeSteps, batchSize, trainingSteps, count);
  }
  const engine = [...field.engines.values()].find((each) => each.name === name);
  if (!engine) throw new Error(`${name} is not there.`);
  return (count) =>
    time(() => {
      for (let weights = 0; weights < count; weights++) train(engine, { ...recipe, weights });
    });
}
