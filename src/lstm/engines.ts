import { createKernelEngine } from './kernel/engine.ts';
import { isUsable } from './kernel/module.ts';
import type { Engine } from './model.ts';

/** Values of the setting LSTM_ENGINE. */
export type EngineChoice = 'auto' | 'kernel' | 'tfjs' | 'tfjs-node';

/**
 * The engine that demos run on. `auto` is the fastest one that works here: the kernel, unless the machine lacks SIMD, then
 * TensorFlow.js on WebAssembly. `tfjs` is the reference: the native one where it is installed and works, else WebAssembly.
 * `tfjs-node` is the native one and nothing else, which is slower than WebAssembly at the sizes of our demos.
 */
export async function createEngine(choice: EngineChoice = 'auto'): Promise<Engine> {
  if (choice === 'kernel' || (choice === 'auto' && isUsable())) return createKernelEngine();
  const { createTfjsEngine } = await loadTfjs();
  if (choice === 'tfjs') return createTfjsEngine();
  return createTfjsEngine(choice === 'tfjs-node' ? 'tfjs-node' : 'tfjs-wasm');
}

/** Every engine that works on this machine, for demos that compare them. Always in the same order. */
export async function presentEngines(leftOut: readonly string[] = []): Promise<Engine[]> {
  const { createTfjsEngine, isPresent, tfjsBackends } = await loadTfjs();
  const engines = isUsable() ? [createKernelEngine()] : [];
  for (const backend of tfjsBackends)
    if (!leftOut.includes(backend) && (await isPresent(backend)))
      engines.push(await createTfjsEngine(backend));
  return engines;
}

/** Only when it is needed: it takes longer to load than a demo to run on the kernel. */
const loadTfjs = () => import('./tfjs/index.ts');
