import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { registerFonts, useFonts } from './fonts.ts';
import { encodePng } from './png.ts';
import { fontFamily, size } from './theme.ts';

export interface CanvasOptions {
  /** Everything that will be written on it. */
  readonly texts: readonly string[];
  /** The `han` of the words. */
  readonly han: string;
  readonly background: string;
  /** In CSS pixels. */
  readonly height: number;
}

export interface OpenCanvas {
  /** Draws in CSS pixels; fonts are set as `600 16px`. */
  readonly context: SKRSContext2D;
  encode(): Promise<Buffer>;
}

/** An empty picture as wide and as fine as a chart. Throws a `FontError`. */
export function createOpenCanvas({ texts, han, background, height }: CanvasOptions): OpenCanvas {
  const { width, pixelRatio } = size;
  const canvas = createCanvas(width * pixelRatio, height * pixelRatio);
  const context = canvas.getContext('2d');
  useFonts(context, registerFonts(fontFamily(han).split(', '), texts.join('')));
  context.scale(pixelRatio, pixelRatio);
  context.fillStyle = background;
  context.fillRect(0, 0, width, height);
  return { context, encode: () => encodePng(canvas) };
}
