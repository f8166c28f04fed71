import { answer, type RunDescription } from '../demos/index.ts';
import type { Engine } from '../lstm/index.ts';

/** About eight units in the last place. */
const nudge = 2 ** -20;
/**
 * In the trainings that were compared, a forecast that moved by less was within 0.0002 of that of TensorFlow.js, and one that
 * moved by more could be anywhere.
 */
const mostMoved = 3e-5;

/**
 * Whether a training that starts a few last bits away forecasts something else. Then every framework, rounding in its own way,
 * ends elsewhere, as it happens with clipped gradients and with dirty data.
 */
export function magnifiesRounding(
  engine: Engine,
  output: Float32Array,
  description: RunDescription,
): boolean {
  const { model } = description;
  if (!model.anew) return false;
  const training = model.training();
  const { initialWeights } = training;
  const moved = {
    ...training,
    initialWeights: {
      ...initialWeights,
      kernel: nudged(initialWeights.kernel),
      recurrentKernel: nudged(initialWeights.recurrentKernel),
    },
  };
  const weights = () => engine.train(moved);
  const forecast = answer(engine, { ...description, model: { training: () => moved, weights } });
  return forecast.some((value, at) => !(Math.abs(value - (output[at] ?? 0)) <= mostMoved));
}

const nudged = (values: Float32Array): Float32Array =>
  values.map((value, at) => value * (1 + (at % 2 === 0 ? nudge : -nudge)));
