import { availableParallelism, cpus } from 'node:os';
import type { GrowthEntry } from './growth.ts';
import type { Figures, Measured } from './measure.ts';
import { aims } from './reach.ts';
import { replica } from './replicas/job.ts';
import type { ReplicasEntry } from './replicas/measure.ts';
import type { StepEntry } from './step.ts';
import type { Timing } from './timing.ts';

type Row = readonly [name: string, timing: Timing, ...more: string[]];

/** Everything as one table for people. */
export function toText({ figures, missing, pyTorch }: Measured): string {
  return [
    machine(pyTorch),
    'Times in milliseconds unless told otherwise: median, least and most of the rounds, in which all take turns.',
    ...missing,
    '',
    line('', 'median', 'least', 'most'),
    ...stepSection(figures),
    ...demoSection(figures),
    ...growthSection(figures),
    ...replicasSection(figures),
    ...aimSection(figures),
  ].join('\n');
}

function machine(pyTorch: string | undefined): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const versions = [
    `Node.js ${process.versions.node}`,
    `V8 ${process.versions.v8}`,
    ...(pyTorch === undefined ? [] : [`PyTorch ${pyTorch}`]),
  ];
  return `${model}, ${availableParallelism()} cores, ${process.platform} ${process.arch}, ${versions.join(', ')}`;
}

const line = (name: string, ...cells: readonly string[]): string =>
  (name.padEnd(46) + cells.map((cell) => cell.padStart(12)).join('')).trimEnd();

const show = (milliseconds: number): string =>
  milliseconds < 10 ? milliseconds.toFixed(3) : milliseconds.toFixed(1);

const section = (heading: readonly string[], rows: readonly Row[]): string[] => [
  '',
  ...heading,
  ...rows.map(([name, { medianMs, minMs, maxMs }, ...more]) =>
    line(`  ${name}`, show(medianMs), show(minMs), show(maxMs), ...more),
  ),
];

function stepSection({ step, peakGflops }: Figures): string[] {
  const kernelMs = (units: number) =>
    step.find((entry) => entry.engine === 'kernel' && entry.units === units)?.medianMs;
  const row = (entry: StepEntry): Row => {
    const { engine, units, gflops, medianMs } = entry;
    const times = medianMs / (kernelMs(units) ?? Number.NaN);
    const share = `${((100 * gflops) / peakGflops).toFixed(1)}%`;
    const cells = [`x ${times.toFixed(1)}`, gflops.toFixed(2), share];
    return [`${units} units, ${engine}`, entry, ...cells];
  };
  return section(
    [
      line(
        'One training step (batch 32, 20 time steps)',
        '',
        '',
        '',
        'x kernel',
        'GFLOP/s',
        'of peak',
      ),
      '  LSTM, dense layer, squared error, Adam. TensorFlow.js: stock layers by model.fit; PyTorch: nn.LSTM, nn.Linear.',
      '  GFLOP/s = 3 * 2 * batch * timeSteps * 4 * units * (units + 1) / median',
      `  Peak of this machine, one thread, f32x4 multiply and add without FMA: ${peakGflops.toFixed(1)} GFLOP/s`,
    ],
    step.map(row),
  );
}

function demoSection({ demo }: Figures): string[] {
  const posted = demo.flatMap((entry): Row[] =>
    entry.what === 'posted'
      ? [[entry.command + (entry.atOnce > 1 ? `, ${entry.atOnce} at once` : ''), entry]]
      : [],
  );
  const plain = demo.flatMap((entry): Row[] =>
    entry.what === 'demo' ? [[`${entry.cause}, ${entry.engine}`, entry]] : [],
  );
  const trainings = demo.flatMap((entry): Row[] =>
    entry.what === 'trainings'
      ? [[`${entry.trainings} ${entry.engine}`, entry, show(entry.medianMs / entry.trainings)]]
      : [],
  );
  return [
    ...section(['From the command to the chart posted, whole bot in the playground'], posted),
    ...section(['Default demos, trained and measured, not drawn'], plain),
    ...section([line('Whole trainings as the demos do them', '', '', '', 'each')], trainings),
  ];
}

function growthSection({ growth }: Figures): string[] {
  const row = (entry: GrowthEntry): Row =>
    entry.of === 'demo'
      ? [`demo initial-weights, runs ${entry.runs}`, entry]
      : [`step, ${entry.varied} ${entry[entry.varied]}`, entry, entry.gflops.toFixed(2)];
  return section(
    [
      line("How the kernel's time grows", '', '', '', 'GFLOP/s'),
      '  One size is varied; the others are 16 units, 20 time steps, batch 32.',
    ],
    growth.map(row),
  );
}

function replicasSection({ replicas }: Figures): string[] {
  const row = ({ engine, runs, threads, seconds, firstSeconds, cpuSeconds }: ReplicasEntry) => {
    const kernel = replicas.find(
      (entry) => entry.engine === 'kernel' && entry.runs === runs && entry.threads === threads,
    );
    const ratio = seconds / (kernel?.seconds ?? Number.NaN);
    const cells = [seconds, firstSeconds, cpuSeconds].map((each) => each.toFixed(3));
    return line(`  ${runs} on ${threads}, ${engine}`, ...cells, `x ${ratio.toFixed(2)}`);
  };
  const { units, timeSteps, batch, steps } = replica;
  return [
    '',
    line('Models trained together, in seconds', 'median', 'first', 'processor', 'x kernel'),
    `  ${units} units, ${timeSteps} time steps, batch ${batch}, ${steps} Adam steps, from the same weights and batches to the same loss.`,
    '  On two cores, two processes share the models out. The first training is apart, because JAX compiles in it.',
    ...replicas.map(row),
  ];
}

const aimSection = (figures: Figures): string[] => [
  '',
  'Aims',
  ...aims(figures).map(({ aim, found, isMet }) =>
    found === undefined
      ? `  not measured  ${aim}`
      : `  ${isMet ? 'met    ' : 'not met'}       ${aim}: ${found}`,
  ),
];
