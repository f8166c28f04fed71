import { GifEncoder, type Canvas } from '@napi-rs/canvas';
import { setImmediate } from 'node:timers/promises';
import type { ChartConfig } from '../config.ts';
import { draw } from '../embedded.ts';
import { size } from '../theme.ts';

/** In milliseconds: how long a picture stands, and the last one. Forty of them and the last take 7.3 s. */
const pace = { picture: 120, last: 2500 } as const;

/**
 * Draws the charts one after the other, as an animation that repeats, 600 x 450 pixels. Deterministic on one machine. Calls
 * `drawn` after each picture. Throws a `FontError`.
 */
export async function renderGif(
  configs: readonly ChartConfig[],
  drawn: () => void = () => {},
): Promise<Buffer> {
  const encoder = new GifEncoder(size.width, size.height, { repeat: 0 });
  let before: Uint32Array | undefined;
  for (const [at, config] of configs.entries()) {
    const pixels = await draw(config, { height: size.height, pixelRatio: 1 }, pixelsOf);
    const delay = at === configs.length - 1 ? pace.last : pace.picture;
    encoder.addFrame(bytesOf(changed(pixels, before)), size.width, size.height, { delay });
    before = pixels;
    drawn();
    // Drawing blocks the thread; this lets messages out.
    await setImmediate();
  }
  return encoder.finish();
}

/** One number a pixel, red in its lowest byte. */
function pixelsOf(canvas: Canvas): Uint32Array {
  const { data } = canvas.getContext('2d').getImageData(0, 0, size.width, size.height);
  return fewColours(new Uint32Array(data.buffer, data.byteOffset, data.byteLength / 4));
}

/** Of each channel the upper four bits, repeated below: black stays black, white white, and grey grey. */
const upperBits = 0xf0f0f0;
const lowerBits = 0x0f0f0f;

/**
 * A GIF has room for 256 colours a picture. The edges of letters and lines have many shades in between; with 16 a channel nearly
 * all pictures need fewer, so that the encoder need not guess, and text stays crisp. What fills a picture most, its background,
 * keeps its colour.
 */
function fewColours(pixels: Uint32Array): Uint32Array {
  const [background = 0] = pixels;
  return pixels.map((pixel) =>
    pixel === background
      ? pixel
      : (0xff000000 | (pixel & upperBits) | ((pixel >>> 4) & lowerBits)) >>> 0,
  );
}

/** What the picture before shows already stays transparent: so the file is small. */
const changed = (pixels: Uint32Array, before: Uint32Array | undefined): Uint32Array =>
  before ? pixels.map((pixel, at) => (pixel === before[at] ? 0 : pixel)) : pixels;

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint32Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
