import { createCanvas, type Canvas, type SKRSContext2D } from '@napi-rs/canvas';
import { Chart } from 'chart.js/auto';
import type { ChartConfig } from './config.ts';
import { registerFonts, useFonts } from './fonts.ts';
import { encodePng } from './png.ts';
import { size } from './theme.ts';

/** What Chart.js may put on an axis by itself. */
const numerals = '0123456789.,-+eE';

/** Draws the chart in this process, with the fonts Seedling brings along. Throws a `FontError`. */
export const renderEmbedded = (
  config: ChartConfig,
  height: number = size.height,
): Promise<Buffer> => draw(config, { height, pixelRatio: size.pixelRatio }, encodePng);

/** `take`: what is wanted of the canvas, as long as it is there. */
export async function draw<Picture>(
  config: ChartConfig,
  { height, pixelRatio }: { readonly height: number; readonly pixelRatio: number },
  take: (canvas: Canvas) => Picture | Promise<Picture>,
): Promise<Picture> {
  const families = (config.options?.font?.family ?? '').split(', ');
  const aliases = registerFonts(families, numerals + charactersOf(config));
  const canvas = createCanvas(size.width, height);
  const context = canvas.getContext('2d');
  useFonts(context, aliases);
  // A copy, because Chart.js changes its config.
  const copy = structuredClone(config);
  const chart = new Chart(canvas, {
    ...copy,
    options: { ...copy.options, devicePixelRatio: pixelRatio },
  });
  try {
    paintBackground(context, String(config.options?.backgroundColor), height);
    return await take(canvas);
  } finally {
    chart.destroy();
    // Its pixels go at once: what collects garbage sees only a small object.
    canvas.width = 1;
    canvas.height = 1;
  }
}

/** Paints the background behind what is drawn. It is opaque, so that the chart looks the same in every theme. */
function paintBackground(context: SKRSContext2D, colour: string, height: number): void {
  context.globalCompositeOperation = 'destination-over';
  context.fillStyle = colour;
  context.fillRect(0, 0, size.width, height);
}

/** All characters of all texts in the config. */
function charactersOf(config: unknown): string {
  if (typeof config === 'string') return config;
  if (config === null || typeof config !== 'object') return '';
  return Object.values(config).map(charactersOf).join('');
}
