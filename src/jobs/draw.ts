import {
  altText,
  chartConfig,
  renderChart,
  votesAltText,
  votesConfig,
  votesHeight,
  type RenderOptions,
  type VoteCounts,
} from '../charts/index.ts';
import { wordsFor, type Locale } from '../words/index.ts';
import type { DrawnDemo, DrawTask } from './demo.ts';

/** Puts a result into words, and draws it, in the reader's language. */
export async function drawDemo(
  { result, locale, votes, forPaper }: Pick<DrawTask, 'result' | 'locale' | 'votes' | 'forPaper'>,
  options: RenderOptions = {},
): Promise<DrawnDemo> {
  const words = wordsFor(locale);
  const story = words.tell(result);
  const render = async (theme: 'dark' | 'light') =>
    (await renderChart(chartConfig(result, story, words.chart, theme), options)).png;
  return {
    story,
    png: await render('dark'),
    altText: altText(result, story, words.chart),
    ...(votes && { votes: await drawVotes(votes, locale, options) }),
    ...(forPaper && { paperPng: await render('light') }),
  };
}

/** Draws how a class voted. */
async function drawVotes(
  votes: VoteCounts,
  locale: Locale,
  options: RenderOptions,
): Promise<NonNullable<DrawnDemo['votes']>> {
  const words = wordsFor(locale).chart;
  const height = votesHeight(votes);
  const { png } = await renderChart(votesConfig(votes, words), { ...options, height });
  return { png, altText: votesAltText(votes, words) };
}
