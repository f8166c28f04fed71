import { describe, expect, test } from 'vitest';
import { openCanvas, size, themeNames, themes } from '../../src/charts/index.ts';
import { diagramOf } from '../../src/diagrams/diagram.ts';
import { paint, type TextBox } from '../../src/diagrams/paint.ts';
import { renderDiagram } from '../../src/diagrams/render.ts';
import { pictureIds, type PictureId } from '../../src/ids.ts';
import { locales, wordsFor, type Locale } from '../../src/words/index.ts';

/** As Discord has it. */
const longestAltText = 1024;

async function textsOf(id: PictureId, locale: Locale): Promise<readonly TextBox[]> {
  const { shapes, height } = diagramOf(id, locale);
  const texts = shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
  const { han } = wordsFor(locale).chart;
  const canvas = await openCanvas({ texts, han, background: themes.dark.background, height });
  return paint(canvas.context, shapes);
}

const overlap = (a: TextBox, b: TextBox): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom - 1 && b.top < a.bottom - 1;

describe.each(locales)('in %s', (locale) => {
  test.each(pictureIds)('the texts of %s stay in the picture and off each other', async (id) => {
    const texts = await textsOf(id, locale);
    const { height } = diagramOf(id, locale);
    for (const box of texts) {
      expect(box.left, box.text).toBeGreaterThanOrEqual(12);
      expect(box.right, box.text).toBeLessThanOrEqual(size.width - 12);
      expect(box.bottom, box.text).toBeLessThanOrEqual(height - 8);
      // What is smaller can't be read on a phone.
      expect(box.bottom - box.top, box.text).toBeGreaterThanOrEqual(12);
    }
    const touching = texts.flatMap((a, at) =>
      texts.slice(at + 1).flatMap((b) => (overlap(a, b) ? [`${a.text} / ${b.text}`] : [])),
    );
    expect(touching).toEqual([]);
  });

  test.each(pictureIds)('%s is told in words, with its numbers', (id) => {
    const { altText } = diagramOf(id, locale);
    expect(altText.length).toBeGreaterThan(40);
    expect(altText.length).toBeLessThanOrEqual(longestAltText);
    expect(altText).not.toMatch(/undefined|NaN|\[object/);
    if (id !== 'overview') expect(altText).toMatch(/\d/);
  });
});

test.each(themeNames)(
  'a picture in %s is a PNG as fine as a chart, the same each time',
  async (theme) => {
    const draw = () => renderDiagram(diagramOf('temperature', 'zh-TW', theme), 'zh-TW', theme);
    const [first, second] = [await draw(), await draw()];
    expect(first.png.readUInt32BE(16)).toBe(size.width * size.pixelRatio);
    expect(first.png.readUInt32BE(20)).toBe(size.height * size.pixelRatio);
    expect(second.png.equals(first.png)).toBe(true);
  },
);

test('the themes differ', async () => {
  const [dark, light] = await Promise.all(
    themeNames.map((theme) => renderDiagram(diagramOf('sizes', 'en', theme), 'en', theme)),
  );
  expect(dark?.png.equals(light?.png ?? Buffer.alloc(0))).toBe(false);
});
