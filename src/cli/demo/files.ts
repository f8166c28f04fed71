import {
  accessSync,
  closeSync,
  constants,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** True if a file can be written there, as far as can be known without doing it. */
export function isWritable(file: string): boolean {
  const target = path.resolve(file);
  try {
    const there = statSync(target, { throwIfNoEntry: false });
    // Nor a device: it would be replaced.
    if (there && !there.isFile()) return false;
    if (there) accessSync(target, constants.W_OK);
    accessSync(path.dirname(target), constants.W_OK);
    return statSync(path.dirname(target)).isDirectory();
  } catch {
    return false;
  }
}

export interface OutputFile {
  readonly file: string;
  readonly bytes: Buffer | string;
}

/** Writes under other names first, so that nobody ever finds half a file. */
export function writeFiles(files: readonly OutputFile[]): void {
  const moves = files.map(({ file, bytes }, i) => ({
    bytes,
    from: path.join(path.dirname(file), `.seedling-${process.pid}-${i}.part`),
    to: file,
  }));
  try {
    for (const { from, bytes } of moves) writeFileSync(from, bytes, { flag: 'wx' });
    for (const { from, to } of moves) renameSync(from, to);
  } finally {
    for (const { from } of moves) rmSync(from, { force: true });
  }
}

/** No more than one byte too many, however large the file is; undefined for what can't be read. `-` is standard input. */
export function bytesOf(file: string, most: number): Uint8Array | undefined {
  const buffer = Buffer.alloc(most + 1);
  let descriptor: number | undefined;
  try {
    descriptor = file === '-' ? 0 : openSync(file, 'r');
    let length = 0;
    for (let read = -1; read !== 0 && length < buffer.length; length += read)
      read = readSync(descriptor, buffer, length, buffer.length - length, null);
    return buffer.subarray(0, length);
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined && descriptor !== 0) closeSync(descriptor);
  }
}
