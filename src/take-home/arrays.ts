/** Numbers as text: how they are stored, their shape, base64, and of bits the number that a 1 stands for. */
export type StoredArray = readonly [
  kind: '<f4' | '<u2' | 'bits' | 'series',
  shape: readonly number[],
  base64: string,
  one?: number,
];

/** Arrays by name. What has been stored before keeps its name: most runs share most of their draws. */
export interface Arrays {
  readonly stored: Readonly<Record<string, StoredArray>>;
  /** `what`: the first word of the name. Returns the name. */
  store(what: string, array: StoredArray): string;
}

export function createArrays(): Arrays {
  const stored: Record<string, StoredArray> = {};
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  return {
    stored,
    store(what, array) {
      const key = JSON.stringify([what, array]);
      const known = names.get(key);
      if (known) return known;
      const count = (counts.get(what) ?? 0) + 1;
      counts.set(what, count);
      const name = `${what} ${count}`;
      names.set(key, name);
      stored[name] = array;
      return name;
    },
  };
}

/** Little-endian float32, as they lie in memory on every platform that Node.js supports but s390x. */
export const floats = (values: Float32Array, shape: readonly number[]): StoredArray => [
  '<f4',
  shape,
  base64OfFloats(values),
];

/**
 * [samples, timeSteps]. Windows that move along a series by one time step are stored as that series, float32: a window of 24
 * values takes a 24th.
 */
export function windowsOf(values: Float32Array, samples: number, timeSteps: number): StoredArray {
  const shape = [samples, timeSteps];
  const series = Float32Array.from({ length: samples + timeSteps - 1 }, (_, at) =>
    at < timeSteps ? (values[at] ?? 0) : (values[(at - timeSteps + 2) * timeSteps - 1] ?? 0),
  );
  const isSeries = values.every(
    (value, at) => value === series[Math.floor(at / timeSteps) + (at % timeSteps)],
  );
  return isSeries ? ['series', shape, base64OfFloats(series)] : floats(values, shape);
}

/** Whole numbers below 65,536. */
export function wholes(values: readonly number[], shape: readonly number[]): StoredArray {
  const array = Uint16Array.from(values);
  return ['<u2', shape, base64(new Uint8Array(array.buffer))];
}

/** Dropout masks: a bit says what is kept, the highest bit of each byte first. A mask as float32 takes 32 times as much. */
export function bits(masks: readonly Float32Array[], shape: readonly number[]): StoredArray {
  const length = masks.reduce((sum, mask) => sum + mask.length, 0);
  const packed = new Uint8Array(Math.ceil(length / 8));
  let at = 0;
  let kept = 1;
  for (const mask of masks)
    for (const value of mask) {
      if (value !== 0) {
        kept = value;
        packed[at >> 3] = (packed[at >> 3] ?? 0) | (128 >> (at & 7));
      }
      at++;
    }
  return ['bits', shape, base64(packed), kept];
}

const base64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');

const base64OfFloats = ({ buffer, byteOffset, byteLength }: Float32Array): string =>
  base64(new Uint8Array(buffer, byteOffset, byteLength));
