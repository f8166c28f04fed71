import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import type { EngineName } from '../model.ts';

/** TensorFlow.js keeps one backend a process, so the choice is made once and remembered. */
let chosen: Promise<EngineName> | undefined;

export const chooseBackend = (): Promise<EngineName> => (chosen ??= choose());

async function choose(): Promise<EngineName> {
  if (await nativeBackendWorks()) return 'tfjs-node';
  await tf.setBackend('wasm');
  await tf.ready();
  return 'tfjs-wasm';
}

/** True if @tensorflow/tfjs-node can be loaded and passes its self-check; it then is the current backend. */
async function nativeBackendWorks(): Promise<boolean> {
  try {
    // In a variable, because the compiler must not require an optional package.
    const optionalPackage = '@tensorflow/tfjs-node';
    await import(optionalPackage);
    return (await tf.setBackend('tensorflow')) && multipliesExactly();
  } catch {
    return false;
  }
}

/** A product of small whole numbers is exact in float32; a broken native binding fails here and not in a demo. */
function multipliesExactly(): boolean {
  const product = tf.tidy(() =>
    tf.matMul(tf.tensor2d([[1, 2, 3]]), tf.tensor2d([[4], [5], [6]])).dataSync(),
  );
  return product[0] === 32;
}
