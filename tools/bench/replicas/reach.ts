import { judge, percent, type Aim } from '../aim.ts';
import type { Figures } from '../measure.ts';
import { gigaflops } from '../workload.ts';
import type { ReplicaEngine } from './engines.ts';
import { replica } from './job.ts';

export const replicaAims = (figures: Figures): Aim[] => [
  atLeast(2.2, 'jax-vmap', 'JAX (vmap, scan, jit) that has compiled', figures),
  atLeast(3.5, 'pytorch-batched', 'PyTorch by batched products', figures),
  atLeast(8, 'pytorch-lstm', "PyTorch's nn.LSTM one by one", figures),
  shareOfPeak(figures),
  twoCores(figures),
];

/** The size at which the engines are compared. */
const runs = 100;

const hundred = ({ replicas }: Figures, wanted: ReplicaEngine, wantedThreads: number) =>
  replicas.find(
    (entry) => entry.engine === wanted && entry.runs === runs && entry.threads === wantedThreads,
  );

const times = (ratio: number): string => `${ratio.toFixed(2)} times`;

function atLeast(aimed: number, engine: ReplicaEngine, name: string, figures: Figures): Aim {
  const kernel = hundred(figures, 'kernel', 1);
  const other = hundred(figures, engine, 1);
  const aim = `A hundred models on one core at least ${aimed} times as fast as ${name}`;
  return judge(aim, kernel && other && { kernel, other }, (entries) => {
    const ratio = entries.other.seconds / entries.kernel.seconds;
    const byProcessor = entries.other.cpuSeconds / entries.kernel.cpuSeconds;
    return {
      found: `${times(ratio)} (${byProcessor.toFixed(2)} by processor time)`,
      isMet: ratio >= aimed,
    };
  });
}

/** Counts the products alone, in the time of the whole training: gates and optimizer are work that doesn't count. */
function shareOfPeak(figures: Figures): Aim {
  const aim = `Whole trainings with ${replica.units} units at 60% of this machine's peak or more, counted by their products`;
  return judge(aim, hundred(figures, 'kernel', 1), ({ seconds, cpuSeconds }) => {
    const shareIn = (time: number) =>
      gigaflops(replica, (1000 * time) / (runs * replica.steps)) / figures.peakGflops;
    return {
      found: `${percent(shareIn(seconds))} (${percent(shareIn(cpuSeconds))} by processor time)`,
      isMet: shareIn(seconds) >= 0.6,
    };
  });
}

function twoCores(figures: Figures): Aim {
  const one = hundred(figures, 'kernel', 1);
  const two = hundred(figures, 'kernel', 2);
  const ratio = one && two && one.seconds / two.seconds;
  return judge('A hundred models on two cores 1.7 times as fast as on one', ratio, (value) => ({
    found: times(value),
    isMet: value >= 1.7,
  }));
}
