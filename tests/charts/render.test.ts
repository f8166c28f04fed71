import { createCanvas, GlobalFonts, loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import * as charts from '../../src/charts/index.ts';
import { wordsFor, type Story } from '../../src/words/index.ts';
import { swept, repeats, story } from './samples.ts';

const chinese: Story = {
  ...story,
  title: '同一模型、同一输入，调用 10 次：相差达 0.21',
  subtitle: '已训练的 LSTM，重复预测 10 次。虚线：目标值。',
  headings: [
    { text: '修复前：推理时仍启用 dropout', measure: '离散度最大 0.21' },
    { text: '修复后：10 次输出完全一致', measure: '离散度 0' },
  ],
};

/** The colours of a part of the picture, as numbers of pixels of each kind. */
async function look(png: Buffer, part: { top: number; height: number }) {
  const image = await loadImage(png);
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, part.top, image.width, part.height);
  const count = { background: 0, white: 0, amber: 0, blue: 0, translucent: 0 };
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(at, at + 4);
    if (alpha < 255) count.translucent++;
    if (red === 0x2b && green === 0x2d && blue === 0x31) count.background++;
    if (red > 200 && green > 200 && blue > 200) count.white++;
    if (red > blue + 100 && red > 150) count.amber++;
    if (blue > red + 80 && blue > 150) count.blue++;
  }
  return { ...count, bytes: Buffer.from(data), width: image.width, height: image.height };
}

const draw = async (told: Story, locale: 'en' | 'zh-CN' | 'zh-TW') =>
  (await charts.renderChart(charts.chartConfig(repeats(), told, wordsFor(locale).chart))).png;

const inTaiwan = () => GlobalFonts.families.some(({ family }) => family.includes('noto-sans-tc'));

/** The names that we give our fonts, and those that stand in their files; other tests may have registered them before. */
const ours = /^(seedling-.*|Inter|Noto Sans [ST]C Thin)$/;

const title = { top: 0, height: 80 };
const upper = { top: 120, height: 330 };
const lower = { top: 590, height: 210 };
const whole = { top: 0, height: 900 };

describe('drawing a chart on a machine without fonts', () => {
  it('has no font of the system', () => {
    const foreign = GlobalFonts.families.filter(({ family }) => !ours.test(family));
    expect(foreign).toEqual([]);
  });

  it('gives an opaque picture of 1200 x 900, amber above and blue below', async () => {
    const png = await draw(story, 'en');
    const all = await look(png, whole);
    expect([all.width, all.height, all.translucent]).toEqual([1200, 900, 0]);
    expect(all.background).toBeGreaterThan(0.7 * 1200 * 900);
    const [above, below] = [await look(png, upper), await look(png, lower)];
    expect(above.amber).toBeGreaterThan(5000);
    expect(above.blue).toBe(0);
    expect(below.blue).toBeGreaterThan(3000);
    expect(below.amber).toBe(0);
  });

  it('draws its text, in Chinese too', async () => {
    const blank = await look(await draw({ ...story, title: ' ', subtitle: ' ' }, 'en'), title);
    const english = await look(await draw(story, 'en'), title);
    const simplified = await look(await draw(chinese, 'zh-CN'), title);
    expect(blank.white).toBe(0);
    expect(english.white).toBeGreaterThan(3000);
    expect(simplified.white).toBeGreaterThan(3000);
  });

  it('draws traditional Chinese with the shapes usual in Taiwan', async () => {
    await draw(chinese, 'zh-CN');
    expect(inTaiwan()).toBe(false);
    await draw(chinese, 'zh-TW');
    expect(inTaiwan()).toBe(true);
  });

  it('draws other characters with other shapes, not as boxes', async () => {
    const one = await look(await draw({ ...chinese, title: '一一一' }, 'zh-CN'), title);
    const many = await look(await draw({ ...chinese, title: '输输输' }, 'zh-CN'), title);
    expect(many.white).toBeGreaterThan(2 * one.white);
  });

  it('draws bold text bolder', async () => {
    const config = charts.chartConfig(repeats(), story, wordsFor('en').chart);
    const light = structuredClone(config);
    Object.assign(light.options?.plugins?.title?.font ?? {}, { weight: 300 });
    const [bold, thin] = await Promise.all([charts.renderChart(config), charts.renderChart(light)]);
    expect((await look(bold.png, title)).white).toBeGreaterThan(
      1.3 * (await look(thin.png, title)).white,
    );
  });

  it('leaves the config as it was, and gives the same picture again', async () => {
    const config = charts.chartConfig(swept(), story, wordsFor('en').chart);
    const before = JSON.stringify(config);
    const [first, second] = [await charts.renderChart(config), await charts.renderChart(config)];
    expect(JSON.stringify(config)).toBe(before);
    expect((await look(first.png, whole)).bytes.equals((await look(second.png, whole)).bytes)).toBe(
      true,
    );
  });

  it('says which character no font has, rather than leaving it out', async () => {
    await expect(draw({ ...story, title: 'Seed 🌱' }, 'en')).rejects.toThrow(charts.FontError);
    await expect(draw(chinese, 'en')).rejects.toThrow('No font has the character U+540C.');
  });
});
