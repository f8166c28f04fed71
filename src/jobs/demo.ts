import {
  altText,
  chartConfig,
  renderChart,
  votesAltText,
  votesConfig,
  votesHeight,
  type Animation,
  type RenderOptions,
  type VoteCounts,
} from '../charts/index.ts';
import type { DemoParameters, DemoResult } from '../demos/index.ts';
import type { Framework } from '../evidence/index.ts';
import type { EngineChoice } from '../lstm/index.ts';
import { wordsFor, type Locale, type Story, type Terms } from '../words/index.ts';

export interface DemoJob {
  readonly parameters: DemoParameters;
  /** The language of the chart and its alt text. */
  readonly locale: Locale;
  /** How a class voted on it: then that is drawn too. */
  readonly votes?: VoteCounts;
  /** The chart is also drawn in the colours of paper. */
  readonly forPaper?: true;
  /** It is watched, where that shows something, and drawn as an animation too. */
  readonly watch?: true;
  /** It is written down too, for somebody's own machine. */
  readonly takeHome?: TakeHomeJob;
}

export interface TakeHomeJob {
  readonly framework: Framework;
  /** The name of the file, which says whether it is a notebook. */
  readonly file: string;
}

/** The settings that a job brings along, because a child has none of its own. */
export interface DemoSettings {
  readonly engine: EngineChoice;
  readonly quickChartUrl: string | undefined;
  /** Those of the parent, which may have changed since the child started; undefined: those of the file. */
  readonly terms: Terms | undefined;
}

/** What travels to the child. */
export interface DemoTask extends DemoJob, DemoSettings {}

/** A demo as people see it. */
export interface FinishedDemo {
  readonly result: DemoResult;
  readonly story: Story;
  readonly png: Buffer;
  readonly altText: string;
  readonly votes?: { readonly png: Buffer; readonly altText: string };
  /** The same chart, for paper. */
  readonly paperPng?: Buffer;
  readonly animation?: Animation;
  /** The text of the notebook or script, where this demo can be taken home. */
  readonly notebook?: string;
}

/** Puts a result into words, and draws it, in the reader's language. */
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

/** Draws a finished demo once more, in the colours of paper. */
export async function drawForPaper(
  { result, story }: FinishedDemo,
  locale: Locale,
  options: RenderOptions = {},
): Promise<Buffer> {
  const config = chartConfig(result, story, wordsFor(locale).chart, 'light');
  return (await renderChart(config, options)).png;
}

/** Draws how a class voted. */
export async function drawVotes(
  votes: VoteCounts,
  locale: Locale,
  options: RenderOptions = {},
): Promise<NonNullable<FinishedDemo['votes']>> {
  const words = wordsFor(locale).chart;
  const height = votesHeight(votes);
  const { png } = await renderChart(votesConfig(votes, words), { ...options, height });
  return { png, altText: votesAltText(votes, words) };
}
