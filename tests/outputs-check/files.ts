import { deflateRawSync } from 'node:zlib';

/** A .npy file: its header is written as NumPy writes it, whatever it says. */
export function npy(
  data: Uint8Array,
  header: string,
  { version = 1, length = header.length }: { version?: number; length?: number } = {},
): Buffer {
  const size = Buffer.alloc(version === 1 ? 2 : 4);
  if (version === 1) size.writeUInt16LE(length);
  else size.writeUInt32LE(length);
  return Buffer.concat([
    Buffer.from([0x93]),
    Buffer.from('NUMPY', 'latin1'),
    Buffer.from([version, 0]),
    size,
    Buffer.from(header, 'latin1'),
    data,
  ]);
}

export const headerOf = (descr: string, shape: string, fortran = 'False'): string =>
  `{'descr': '${descr}', 'fortran_order': ${fortran}, 'shape': (${shape}), }          \n`;

export const doubles = (...values: number[]): Buffer =>
  Buffer.from(Float64Array.from(values).buffer);

interface Member {
  readonly name: string;
  readonly data: Uint8Array;
  /** What the directory says, where that is not the truth. */
  readonly size?: number;
}

/** A zip file of deflated members. */
export function zip(members: readonly Member[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, data, size = data.length } of members) {
    const packed = deflateRawSync(data);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(size, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    const written = [local, Buffer.from(name), packed];
    directory.push(entry, Buffer.from(name));
    parts.push(...written);
    at += Buffer.concat(written).length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
