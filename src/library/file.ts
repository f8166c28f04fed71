import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Content } from '../content/index.ts';
import type { Converted } from '../words/index.ts';

/** The checked content, and what was learned from it, as plain data. */
export interface Stored {
  readonly content: Content;
  readonly learned: Learned;
  /** What the bot says in fixed words, in traditional Chinese. */
  readonly traditional: Converted;
}

export interface Learned {
  /** Names what was learned from. */
  readonly from: string;
  /** From `learn` in src/answers. */
  readonly bytes: Uint8Array;
}

const keyLength = 64;

/** The key in 64 letters, then the data in Node's own format (v8.serialize), because JSON has no maps. */
export const pack = (key: string, stored: Stored): Buffer =>
  Buffer.concat([Buffer.from(key), serialize(stored)]);

/** Undefined if the key of these bytes doesn't begin with `key`, or if this version of Node can't read them. */
export function unpack(bytes: Buffer, key: string): Stored | undefined {
  if (bytes.toString('latin1', 0, key.length) !== key) return undefined;
  try {
    return deserialize(bytes.subarray(keyLength)) as Stored;
  } catch {
    return undefined;
  }
}

/** Undefined if there is no such file. */
export function read(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/**
 * Writes the file beside its place, then renames it, so that nobody reads half a file. If that fails, nothing is kept, and
 * the library is made again next time.
 */
export function writeWherePossible(file: string, bytes: Buffer): void {
  const beside = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(beside, bytes);
    renameSync(beside, file);
  } catch {
    removeWherePossible(beside);
  }
}

function removeWherePossible(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Even `force` throws if the folder is no folder; then there is nothing to remove.
  }
}
