import { readBracketed } from './bracketed.ts';
import { readJson } from './json.ts';
import { limits } from './limits.ts';
import { isNpy, readNpy } from './npy.ts';
import { isZip, readNpz } from './npz.ts';
import { refuse, type Read } from './refusal.ts';
import { readSeparated } from './separated.ts';
import type { Table } from './table.ts';

export { numberIn } from './digits.ts';
export { limits } from './limits.ts';
export type { Read, Refusal } from './refusal.ts';
export type { Rows, Table } from './table.ts';

/** What a file holds decides how it is read, not its name: that may be wrong, or missing. */
export function readTable(bytes: Uint8Array): Read<Table> {
  if (bytes.length > limits.bytes)
    return refuse({ kind: 'tooBig', megabytes: limits.bytes / 1_000_000 });
  if (bytes.length === 0) return refuse({ kind: 'empty' });
  if (isNpy(bytes)) return readNpy(bytes);
  if (isZip(bytes)) return readNpz(bytes);
  const text = textIn(bytes);
  if (text === undefined) return refuse({ kind: 'unknownFormat' });
  return readText(text);
}

function readText(text: string): Read<Table> {
  if (text.trim() === '') return refuse({ kind: 'empty' });
  if (/^\s*[[{]/.test(text)) {
    const read = readJson(text);
    if (read) return read;
    if (text.trimStart().startsWith('{')) return refuse({ kind: 'brokenJson' });
  }
  return /[[]|tensor\(|array\(|float\d*\(/i.test(text) ? readBracketed(text) : readSeparated(text);
}

/** Tab, ends of lines and pages, and what colours a terminal's text. */
const blanks = new Set([9, 10, 11, 12, 13, 27]);

/**
 * UTF-8, UTF-16 as PowerShell writes it, or GB 18030 as Chinese Excel does: names matter little, and digits are the same in
 * all others. Undefined for what is no text.
 */
export function textIn(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decode(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decode(bytes, 'utf-16be');
  // No text has these; most other files have.
  if (bytes.some((byte) => byte < 32 && !blanks.has(byte))) return undefined;
  return decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030');
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
