import { isCauseId } from '../../ids.ts';
import type { Engine } from '../../lstm/index.ts';
import { formOf } from '../catalogue.ts';
import type { ReportProgress } from '../progress.ts';
import type { DemoParameters } from '../result.ts';
import { withLibrary, withoutValues } from '../run.ts';
import { watchCalls, type WatchedCalls } from './calls.ts';
import { watchEpochs, type WatchedEpochs } from './epochs.ts';
import { watchComparison, watchPaired, type WatchedTraining } from './training.ts';

/** A demo, and what happened on the way. */
export type Watched = WatchedTraining | WatchedCalls | WatchedEpochs;

/** How many pictures are taken. */
export const usualFrames = 41;

/**
 * Runs a demo and watches it. Pure, as the demo is, and with the same result. Throws where there is nothing to watch: the form
 * of a demo says so.
 */
export async function watchDemo(
  engine: Engine,
  parameters: DemoParameters,
  onProgress: ReportProgress = () => {},
  frames = usualFrames,
): Promise<Watched> {
  const watched = await watch(engine, parameters, onProgress, frames);
  return { ...watched, result: withLibrary(withoutValues(watched.result)) } as Watched;
}

async function watch(
  engine: Engine,
  parameters: DemoParameters,
  onProgress: ReportProgress,
  frames: number,
): Promise<Watched> {
  const { cause } = parameters;
  const { watch: kind } = formOf(parameters);
  if (kind === 'epochs') return watchEpochs(engine, parameters, onProgress);
  if (cause === 'compare') return watchPaired(engine, { ...parameters, cause }, frames, onProgress);
  if (!kind || !isCauseId(cause)) throw new Error(`Nothing can be watched of ${cause}.`);
  return kind === 'training'
    ? watchComparison(engine, { ...parameters, cause }, frames, onProgress)
    : watchCalls(engine, { ...parameters, cause }, onProgress);
}
