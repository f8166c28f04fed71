import { measureDemos, type DemoEntry } from './demo.ts';
import { openField } from './engines.ts';
import { measureGrowth, type GrowthEntry } from './growth.ts';
import type { Plan } from './options.ts';
import { measurePeak, openPeak } from './peak.ts';
import { measurePosted, type PostedEntry } from './playground.ts';
import { measureReplicas, type ReplicasEntry } from './replicas/measure.ts';
import { measureSteps, type StepEntry } from './step.ts';
import { measureTrainings, type TrainingsEntry } from './trainings.ts';

/** Times in milliseconds, those of the replicas in seconds; scripts read this, so names and meanings stay. */
export interface Figures {
  readonly step: readonly StepEntry[];
  readonly demo: readonly (DemoEntry | TrainingsEntry | PostedEntry)[];
  readonly growth: readonly GrowthEntry[];
  readonly peakGflops: number;
  readonly replicas: readonly ReplicasEntry[];
}

export interface Measured {
  readonly figures: Figures;
  /** One line for each engine that is not there. */
  readonly missing: readonly string[];
  /** The version, if it is there. */
  readonly pyTorch: string | undefined;
}

/** `tell` hears what is measured next, and what the bot has to say. */
export async function measure(plan: Plan, tell: (line: string) => void): Promise<Measured> {
  const field = await openField(plan.leftOut);
  try {
    const [pyTorch] = [...field.pyTorch.values()].map(({ version }) => version);
    tell('Measuring training steps ...');
    const peak = openPeak();
    const before = measurePeak(peak, plan.peakRounds);
    const step = await measureSteps(field, plan.units, plan.steps);
    const peakGflops = Math.max(before, measurePeak(peak, plan.peakRounds));
    tell('Measuring demos in the playground ...');
    const posted = await measurePosted(plan.postRuns, plan.postRounds, tell);
    tell('Measuring demos and whole trainings ...');
    const demos = await measureDemos(field, plan.demos, plan.slowDemoRounds);
    const trainings = await measureTrainings(field, plan.trainings, plan.demos);
    tell('Measuring how the time grows ...');
    const kernel = field.engines.get('kernel');
    const growth = kernel ? await measureGrowth(kernel, plan.growing, plan.growth) : [];
    tell('Measuring models that are trained together ...');
    const { replicas, missing } = await measureReplicas(plan.replicas);
    const demo = [...posted, ...demos, ...trainings];
    return {
      figures: { step, demo, growth, peakGflops, replicas },
      missing: [...field.missing, ...missing],
      pyTorch,
    };
  } finally {
    field.close();
  }
}
