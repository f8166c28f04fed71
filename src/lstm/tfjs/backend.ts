import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { nativeProblem, openNative } from '../native.ts';

// Else the plain JavaScript backend advertises the native one on standard error.
tf.enableProdMode();

/** In the order in which demos compare them. */
export const tfjsBackends = ['tfjs-node', 'tfjs-wasm', 'tfjs-cpu'] as const;
export type TfjsBackend = (typeof tfjsBackends)[number];

export interface Backend {
  readonly name: TfjsBackend;
  /** Makes it the current one of this process. */
  use(): void;
}

const names: Readonly<Record<TfjsBackend, string>> = {
  'tfjs-node': 'tensorflow',
  'tfjs-wasm': 'wasm',
  'tfjs-cpu': 'cpu',
};

/** The backend of that name, else the native one if it works here, else WebAssembly. Rejects if it can't be had. */
export async function openBackend(wanted?: TfjsBackend): Promise<Backend> {
  const name = wanted ?? ((await isPresent('tfjs-node')) ? 'tfjs-node' : 'tfjs-wasm');
  if (!(await isPresent(name))) throw new Error(whyNot(name));
  return backendOf(name);
}

const whyNot = (name: TfjsBackend): string =>
  name === 'tfjs-node'
    ? (nativeProblem() ??
      '@tensorflow/tfjs-node is not installed. "npm run setup:native" installs it, on Linux on x64.')
    : `The TensorFlow.js backend ${name} does not work.`;

/** Of one that is loaded. */
export const backendOf = (name: TfjsBackend): Backend => ({ name, use: () => use(name) });

/** A backend that is ready becomes the current one at once, though `setBackend` answers with a promise. */
function use(name: TfjsBackend): void {
  if (tf.getBackend() === names[name]) return;
  void tf.setBackend(names[name]);
  if (tf.getBackend() !== names[name]) throw new Error(`TensorFlow.js can't switch to ${name}.`);
}

/** Each backend is loaded and checked once. */
const present = new Map<TfjsBackend, Promise<boolean>>();

/** True if the backend can be loaded and passes its self-check. */
export function isPresent(name: TfjsBackend): Promise<boolean> {
  const known = present.get(name) ?? load(name);
  present.set(name, known);
  return known;
}

async function load(name: TfjsBackend): Promise<boolean> {
  if (name === 'tfjs-node' && (await openNative()).kind !== 'works') return false;
  return computes(name);
}

/** False if the backend is not loaded, or is broken: a product of small whole numbers is exact in float32. */
export async function computes(name: TfjsBackend): Promise<boolean> {
  try {
    return (await tf.setBackend(names[name])) && multipliesExactly();
  } catch {
    return false;
  }
}

function multipliesExactly(): boolean {
  const product = tf.tidy(() =>
    tf.matMul(tf.tensor2d([[1, 2, 3]]), tf.tensor2d([[4], [5], [6]])).dataSync(),
  );
  return product[0] === 32;
}
