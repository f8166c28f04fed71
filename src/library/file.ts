import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Content } from '../content/index.ts';
import type { Converted } from '../words/index.ts';

/** Plain data: what `content/` holds, checked, and what was learned from it. */
export interface Stored {
  readonly content: Content;
  /** From `learn` in src/answers. */
  readonly learned: Uint8Array;
  /** What the bot says in fixed words, in traditional Chinese. */
  readonly traditional: Converted;
}

const keyLength = 64;

/** The key in 64 letters, then Node's own form of plain data (v8.serialize): the content is full of maps. */
export const pack = (key: string, stored: Stored): Buffer =>
  Buffer.concat([Buffer.from(key), serialize(stored)]);

/** Undefined if these bytes don't have this key, or one that begins so, or can't be read by this version of Node. */
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

/** Nobody ever reads half a file: it is written beside, then renamed. Where it can't be written, it is made again next time. */
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

/** Below something that is no folder, even `force` throws. */
function removeWherePossible(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Then there is nothing to remove, or nobody may.
  }
}
