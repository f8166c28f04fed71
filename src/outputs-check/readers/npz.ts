import { inflateRawSync } from 'node:zlib';
import { limits } from './limits.ts';
import { isNpy, readArray } from './npy.ts';
import { done, refuse, type Read } from './refusal.ts';
import { tableOf, type Nested, type Table } from './table.ts';

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);

interface Member {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  /** Of its local header. */
  readonly at: number;
}

/**
 * The arrays of a .npz file: each one run, or one with all of them. A zip of our own reading, for all that matters is what we
 * refuse: sizes are checked before anything is inflated, and inflating stops at the size that was told.
 */
export function readNpz(bytes: Uint8Array): Read<Table> {
  const members = membersOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  if (!members.ok) return members;
  const arrays: Nested[] = [];
  for (const member of members.content) {
    const inflated = inflate(bytes, member);
    if (!inflated.ok) return inflated;
    if (!isNpy(inflated.content)) return refuse({ kind: 'noArrays' });
    const array = readArray(inflated.content);
    if (!array.ok) return array;
    arrays.push(array.content);
  }
  return tableOf(arrays, 0);
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;

/** From the central directory at the file's end (PKWARE's APPNOTE 6.3.10, 4.3.12 and 4.3.16). */
function membersOf(bytes: Buffer): Read<Member[]> {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== endSignature)
    return refuse({ kind: 'brokenZip' });
  const count = bytes.readUInt16LE(end + 10);
  if (count > limits.arrays) return refuse({ kind: 'tooManyArrays', most: limits.arrays });
  const members: Member[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entrySignature)
      return refuse({ kind: 'brokenZip' });
    const [nameLength, extra, comment] = [28, 30, 32].map((place) =>
      bytes.readUInt16LE(at + place),
    );
    const after = at + 46 + (nameLength ?? 0);
    members.push({
      name: bytes.toString('utf8', at + 46, after),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at = after + (extra ?? 0) + (comment ?? 0);
  }
  return checked(members);
}

function checked(members: readonly Member[]): Read<Member[]> {
  const arrays = members.filter(({ name }) => name.endsWith('.npy'));
  if (arrays.length === 0) return refuse({ kind: 'noArrays' });
  const inflated = arrays.reduce((sum, { size }) => sum + size, 0);
  const isBomb = arrays.some(({ size, packed }) => size > limits.inflation * Math.max(packed, 100));
  return inflated > limits.inflatedBytes || isBomb ? refuse({ kind: 'zipBomb' }) : done(arrays);
}

function inflate(bytes: Uint8Array, { method, packed, size, at }: Member): Read<Uint8Array> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (at + 30 > view.length || view.readUInt32LE(at) !== localSignature)
    return refuse({ kind: 'brokenZip' });
  const start = at + 30 + view.readUInt16LE(at + 26) + view.readUInt16LE(at + 28);
  const data = view.subarray(start, start + packed);
  if (data.length !== packed) return refuse({ kind: 'brokenZip' });
  if (method === 0) return done(Uint8Array.from(data));
  if (method !== 8) return refuse({ kind: 'brokenZip' });
  try {
    const inflated = inflateRawSync(data, { maxOutputLength: Math.max(size, 1) });
    return inflated.length === size
      ? done(Uint8Array.from(inflated))
      : refuse({ kind: 'brokenZip' });
  } catch (error) {
    const isLarger = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    return refuse({ kind: isLarger ? 'zipBomb' : 'brokenZip' });
  }
}
