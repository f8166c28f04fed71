import { createCanvas, loadImage, type Canvas } from '@napi-rs/canvas';
import { expect, it } from 'vitest';
import { chartConfig } from '../../src/charts/index.ts';
import { draw } from '../../src/charts/embedded.ts';
import { encodePng } from '../../src/charts/png.ts';
import { themeNames } from '../../src/charts/theme.ts';
import { wordsFor } from '../../src/words/index.ts';
import { repeats } from './samples.ts';

async function pixelsOf(png: Buffer): Promise<Buffer> {
  const image = await loadImage(png);
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas.data();
}

const both = async (canvas: Canvas) =>
  [await encodePng(canvas), await canvas.encode('png')] as const;

/** Another test looks whether the fonts of Taiwan are there yet, and fonts are the whole process'. */
const drawn = ['en', 'zh-CN'] as const;

const looks = drawn.flatMap((locale) => themeNames.map((theme) => ({ locale, theme })));

it.each(looks)(
  'a chart in $locale, $theme, has every pixel that the canvas encodes, in a smaller file',
  async ({ locale, theme }) => {
    const words = wordsFor(locale);
    const result = repeats();
    const config = chartConfig(result, words.tell(result), words.chart, theme);
    const [ours, usual] = await draw(config, { height: 450, pixelRatio: 2 }, both);
    expect((await pixelsOf(ours)).equals(await pixelsOf(usual))).toBe(true);
    expect(ours.length).toBeLessThan(usual.length);
  },
);

it('gives the same bytes for the same picture, whatever becomes of the canvas meanwhile', async () => {
  const canvas = createCanvas(40, 30);
  const context = canvas.getContext('2d');
  const paint = (colour: string) => {
    context.fillStyle = colour;
    context.fillRect(0, 0, 40, 30);
  };
  paint('#123456');
  const first = encodePng(canvas);
  paint('#ffffff');
  paint('#123456');
  const second = encodePng(canvas);
  paint('#ffffff');
  expect((await first).equals(await second)).toBe(true);
  expect((await pixelsOf(await first)).subarray(0, 3)).toEqual(Buffer.from([0x12, 0x34, 0x56]));
});
