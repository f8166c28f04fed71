import type { Engine } from './model.ts';
import { isPresent, tfjsBackends } from './tfjs/backend.ts';
import { createTfjsEngine } from './tfjs/engine.ts';

/** Values of the setting LSTM_ENGINE. */
export type EngineChoice = 'auto' | 'tfjs';

/** The engine that demos run on. `auto` is the fastest one that works here. */
export async function createEngine(_choice: EngineChoice = 'auto'): Promise<Engine> {
  return createTfjsEngine();
}

/** Every engine that works on this machine, for demos that compare them. Always in the same order. */
export async function presentEngines(): Promise<Engine[]> {
  const engines: Engine[] = [];
  for (const backend of tfjsBackends)
    if (await isPresent(backend)) engines.push(await createTfjsEngine(backend));
  return engines;
}
