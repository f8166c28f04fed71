import { judge, percent, type Aim } from './aim.ts';
import type { Contestant } from './engines.ts';
import type { Figures } from './measure.ts';
import { replicaAims } from './replicas/reach.ts';

export function aims(figures: Figures): Aim[] {
  return [
    atLeast(50, 'tfjs-wasm', 'the stock layers of TensorFlow.js on WebAssembly', figures),
    atLeast(8, 'pytorch-1', 'PyTorch on one thread', figures),
    ...[16, 32, 64].map((units) => shareOfPeak(units, figures)),
    ...replicaAims(figures),
    // 40 and 200 trainings of about 31 ms each on one core: as many as make the differences visible.
    postedWithin(1.5, '/demo cause:initial-weights', 'A demo at its defaults', figures),
    postedWithin(7, '/demo cause:initial-weights runs:100', 'A hundred retrainings', figures),
    twoAtOnce('/demo cause:initial-weights', figures),
  ];
}

const stepOf = ({ step }: Figures, engine: Contestant, units: number) =>
  step.find((entry) => entry.engine === engine && entry.units === units);

function atLeast(times: number, engine: Contestant, name: string, figures: Figures): Aim {
  const kernel = stepOf(figures, 'kernel', 16);
  const other = stepOf(figures, engine, 16);
  const ratio = kernel && other && other.medianMs / kernel.medianMs;
  return judge(
    `A step with 16 units at least ${times} times as fast as ${name}`,
    ratio,
    (value) => ({
      found: `${value.toFixed(1)} times`,
      isMet: value >= times,
    }),
  );
}

const aimedShare = 0.6;

function shareOfPeak(units: number, figures: Figures): Aim {
  const entry = stepOf(figures, 'kernel', units);
  const aim = `A step with ${units} units at 60% of this machine's peak or more`;
  return judge(aim, entry, ({ gflops, minMs, medianMs }) => {
    const share = gflops / figures.peakGflops;
    const best = (share * medianMs) / minMs;
    return {
      found: `${percent(share)} by the median, ${percent(best)} at best`,
      isMet: share >= aimedShare,
    };
  });
}

const posted = ({ demo }: Figures, wanted: string, atOnce: number) =>
  demo
    .filter((entry) => entry.what === 'posted')
    .find((entry) => entry.command === wanted && entry.atOnce === atOnce);

function postedWithin(seconds: number, command: string, name: string, figures: Figures): Aim {
  const entry = posted(figures, command, 1);
  const aim = `${name} charted and posted within ${seconds.toFixed(1)} s, median`;
  return judge(aim, entry, ({ medianMs }) => ({
    found: `${(medianMs / 1000).toFixed(2)} s`,
    isMet: medianMs <= seconds * 1000,
  }));
}

function twoAtOnce(command: string, figures: Figures): Aim {
  const one = posted(figures, command, 1);
  const two = posted(figures, command, 2);
  const ratio = one && two && two.medianMs / one.medianMs;
  return judge('Two demos at once in at most 1.2 times the time of one', ratio, (value) => ({
    found: `${value.toFixed(2)} times`,
    isMet: value <= 1.2,
  }));
}
