import { openCanvas, themes, type ThemeName } from '../charts/index.ts';
import { wordsFor, type Locale } from '../words/index.ts';
import { paint, type TextBox } from './paint.ts';
import type { Diagram } from './shapes.ts';

/** A picture, and where its texts stand. Throws a `FontError`. */
export async function renderDiagram(
  { shapes, height }: Diagram,
  locale: Locale,
  theme: ThemeName = 'dark',
): Promise<{ readonly png: Buffer; readonly texts: readonly TextBox[] }> {
  const written = shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
  const { han } = wordsFor(locale).chart;
  const { background } = themes[theme];
  const canvas = await openCanvas({ texts: written, han, background, height });
  const texts = paint(canvas.context, shapes);
  return { png: await canvas.encode(), texts };
}
