import { done, refuse, type Read } from './refusal.ts';
import { limits } from './limits.ts';
import { tableOf, type Nested, type Table } from './table.ts';

const magic = [0x93, ...Buffer.from('NUMPY', 'latin1')];

export const isNpy = (bytes: Uint8Array): boolean => magic.every((byte, at) => bytes[at] === byte);

type Get = (view: DataView, at: number, littleEndian: boolean) => number;

/** By NumPy's letter and size in bytes. No objects: those are pickles, and reading one runs whatever it says. */
const readers: Readonly<Record<string, Get>> = {
  f2: (view, at, little) => halfFloat(view.getUint16(at, little)),
  f4: (view, at, little) => view.getFloat32(at, little),
  f8: (view, at, little) => view.getFloat64(at, little),
  i1: (view, at) => view.getInt8(at),
  i2: (view, at, little) => view.getInt16(at, little),
  i4: (view, at, little) => view.getInt32(at, little),
  i8: (view, at, little) => Number(view.getBigInt64(at, little)),
  u1: (view, at) => view.getUint8(at),
  u2: (view, at, little) => view.getUint16(at, little),
  u4: (view, at, little) => view.getUint32(at, little),
  u8: (view, at, little) => Number(view.getBigUint64(at, little)),
  b1: (view, at) => view.getUint8(at),
};

/** One array as a table, see `readArray`. */
export function readNpy(bytes: Uint8Array): Read<Table> {
  const array = readArray(bytes);
  return array.ok ? tableOf([array.content], 0) : array;
}

/**
 * The array of a .npy file, versions 1 to 3 of the format (numpy.lib.format). Its header is a Python literal: it is matched,
 * never evaluated, and the size that it tells must be the size of what follows.
 */
export function readArray(bytes: Uint8Array): Read<Nested> {
  const header = headerOf(bytes);
  if (!header) return refuse({ kind: 'brokenNpy' });
  const { text, end } = header;
  const descr = /'descr':\s*'([<>|=]?)([A-Za-z])(\d{1,6})'/.exec(text);
  if (/'descr':\s*'\|?O/.test(text)) return refuse({ kind: 'pickle' });
  const [, order = '', letter = '', size = ''] = descr ?? [];
  const get = readers[letter + size];
  if (!get) return refuse({ kind: 'dtype', dtype: descr ? letter + size : '[(…)]' });
  const isFortran = /'fortran_order':\s*True/.test(text);
  const axes = /'shape':\s*\(([\d\s,]{0,80})\)/.exec(text)?.[1];
  if (axes === undefined) return refuse({ kind: 'brokenNpy' });
  const shape = axes
    .split(',')
    .map((axis) => axis.trim())
    .filter(Boolean)
    .map(Number);
  const step = Number(size);
  const count = shape.reduce((product, axis) => product * axis, 1);
  if (shape.length > limits.depth) return refuse({ kind: 'tooDeep' });
  if (count * step !== bytes.length - end) return refuse({ kind: 'brokenNpy' });
  if (count === 0) return refuse({ kind: 'noNumbers' });
  const view = new DataView(bytes.buffer, bytes.byteOffset + end);
  const numbers = Array.from({ length: count }, (_, at) => get(view, at * step, order !== '>'));
  return done(nest(numbers, shape, isFortran ? columnMajor(shape) : rowMajor(shape)));
}

function headerOf(bytes: Uint8Array): { text: string; end: number } | undefined {
  if (bytes.length < 12) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const [version, start] = [bytes[6] ?? 0, bytes[6] === 1 ? 10 : 12];
  if (version < 1 || version > 3) return undefined;
  const length = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  const end = start + length;
  if (length > 10_000 || end > bytes.length) return undefined;
  return { text: Buffer.from(bytes.subarray(start, end)).toString('latin1'), end };
}

/** How far apart neighbours along each axis lie. */
const rowMajor = (shape: readonly number[]): number[] =>
  shape.map((_, axis) => shape.slice(axis + 1).reduce((product, each) => product * each, 1));
const columnMajor = (shape: readonly number[]): number[] =>
  shape.map((_, axis) => shape.slice(0, axis).reduce((product, each) => product * each, 1));

function nest(
  numbers: readonly number[],
  shape: readonly number[],
  strides: readonly number[],
  axis = 0,
  from = 0,
): Nested {
  const [length, stride] = [shape[axis], strides[axis] ?? 1];
  if (length === undefined) return numbers[from] ?? Number.NaN;
  return Array.from({ length }, (_, at) =>
    nest(numbers, shape, strides, axis + 1, from + at * stride),
  );
}

/** IEEE 754 binary16. */
function halfFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) return fraction ? Number.NaN : sign * Infinity;
  return exponent === 0
    ? sign * fraction * 2 ** -24
    : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
