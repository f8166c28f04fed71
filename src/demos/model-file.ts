import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type * as zod from 'zod';
import type { LstmWeights } from '../lstm/index.ts';
import type { Scaler } from './scaler.ts';

/** All that a service needs to give the same answers after a restart. */
export interface SavedModel {
  readonly weights: LstmWeights;
  readonly scaler: Scaler;
}

/** The order of the arrays in the file and in the hash. */
const arrayNames = ['kernel', 'recurrentKernel', 'bias', 'denseKernel', 'denseBias'] as const;

/** Each child process that trains would load zod at its start; one demo needs it. */
const loadZod = () => createRequire(import.meta.url)('zod') as typeof zod;

function fileSchema() {
  const { z } = loadZod();
  return z.strictObject({
    format: z.literal('seedling-model-1'),
    scaler: z.strictObject({ min: z.number(), max: z.number() }),
    /** Base64 of little-endian float32. */
    weights: z.record(z.enum(arrayNames), z.base64()),
  });
}

type ModelFile = ReturnType<ReturnType<typeof fileSchema>['parse']>;

let schema: ReturnType<typeof fileSchema> | undefined;

/** A model as the bytes of a file: UTF-8 JSON, the weights in base64. */
export function toBytes({ weights, scaler }: SavedModel): Uint8Array {
  const encoded = arrayNames.map((name) => [name, bytesOf(weights[name]).toString('base64')]);
  const content: ModelFile = {
    format: 'seedling-model-1',
    scaler: { min: scaler.min, max: scaler.max },
    weights: Object.fromEntries(encoded) as ModelFile['weights'],
  };
  return Buffer.from(JSON.stringify(content));
}

/** The model in a file, every bit of it. Throws if the bytes are not such a file. */
export function fromBytes(bytes: Uint8Array): SavedModel {
  schema ??= fileSchema();
  const { weights, scaler } = schema.parse(JSON.parse(Buffer.from(bytes).toString()));
  const [kernel, recurrentKernel, bias, denseKernel, denseBias] = arrayNames.map((name) =>
    decode(weights[name]),
  ) as [Float32Array, Float32Array, Float32Array, Float32Array, Float32Array];
  return { weights: { kernel, recurrentKernel, bias, denseKernel, denseBias }, scaler };
}

/** SHA-256 (hex) over all weights: what to write down beside a file, and to compare after loading it. */
export function hashWeights(weights: LstmWeights): string {
  const hash = createHash('sha256');
  for (const name of arrayNames) hash.update(bytesOf(weights[name]));
  return hash.digest('hex');
}

const bytesOf = (values: Float32Array): Buffer =>
  Buffer.from(values.buffer, values.byteOffset, values.byteLength);

function decode(base64: string): Float32Array {
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'));
  if (bytes.length % 4 !== 0) throw new Error('An array of the model file is cut off.');
  return new Float32Array(bytes.buffer);
}
