import { altText, chartConfig, renderChart, type RenderOptions } from '../charts/index.ts';
import type { DemoResult } from '../demos/index.ts';
import { wordsFor, type Locale, type Story } from '../words/index.ts';

/** A demo as people see it. */
export interface FinishedDemo {
  readonly result: DemoResult;
  readonly story: Story;
  readonly png: Buffer;
  readonly altText: string;
}

/** Tells and draws a result in the reader's language. */
export async function finishDemo(
  result: DemoResult,
  locale: Locale,
  options: RenderOptions = {},
): Promise<FinishedDemo> {
  const words = wordsFor(locale);
  const story = words.tell(result);
  const { png } = await renderChart(chartConfig(result, story, words.chart), options);
  return { result, story, png, altText: altText(result, story, words.chart) };
}
