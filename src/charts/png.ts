import type { Canvas } from '@napi-rs/canvas';
import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';

const compress = promisify(deflate);

/** A chart is mostly one colour: the next levels take longer and save little. */
const level = 3;

/**
 * An opaque picture as PNG, compressed on another thread. The canvas' own encoder takes four times as long for a larger file: it tries
 * every filter on every row, and filters don't help pictures of a few flat colours. https://www.w3.org/TR/png-3/
 */
export async function encodePng(canvas: Canvas): Promise<Buffer> {
  const { width, height } = canvas;
  // Copied at once, so that the canvas may change or go while this compresses.
  const data = await compress(rowsOf(canvas.data(), width, height), { level });
  return Buffer.concat([
    signature,
    chunk('IHDR', header(width, height)),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const signature = Buffer.from('89504e470d0a1a0a', 'hex');
const bytesPerPixel = 4;

/** Each row of pixels behind a byte that names its filter: 0, none. */
function rowsOf(pixels: Buffer, width: number, height: number): Buffer {
  const length = width * bytesPerPixel;
  const rows = Buffer.alloc(height * (length + 1));
  for (let row = 0; row < height; row++)
    pixels.copy(rows, row * (length + 1) + 1, row * length, (row + 1) * length);
  return rows;
}

/** Eight bits a channel, red, green, blue and alpha; compressed and filtered as usual, not interlaced. */
function header(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(13);
  bytes.writeUInt32BE(width, 0);
  bytes.writeUInt32BE(height, 4);
  bytes.set([8, 6, 0, 0, 0], 8);
  return bytes;
}

/** Its length, its type, what is in it, and a checksum of type and content. */
function chunk(type: string, content: Buffer): Buffer {
  const bytes = Buffer.alloc(content.length + 12);
  bytes.writeUInt32BE(content.length, 0);
  bytes.write(type, 4, 'latin1');
  content.copy(bytes, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, content.length + 8)), content.length + 8);
  return bytes;
}
