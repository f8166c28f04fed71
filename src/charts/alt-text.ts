import {
  showsDistribution,
  type Comparison,
  type DemoResult,
  type Growth,
  type Ranking,
  type TaskGrowth,
} from '../demos/index.ts';
import type { Story, Words } from '../words/index.ts';
import { distancesOf } from './distances.ts';
import { lengthOf, widestStretch } from './extent.ts';
import { joinLines } from './text.ts';

/** Discord's limit. */
const longestAltText = 1024;

/** The chart for those who don't see it: the finding, what was varied, and what the chart shows. */
export function altText(result: DemoResult, story: Story, words: Words['chart']): string {
  const { alt } = words;
  const sentences = [
    ...[joinLines(story.title), ...[story.subtitle].flat()].map((text) => asSentence(text, alt)),
    ...shown(result, story, words),
  ];
  return cut(sentences.join(alt.space), longestAltText);
}

function shown(result: DemoResult, story: Story, words: Words['chart']): string[] {
  switch (result.kind) {
    case 'comparison':
      return (showsDistribution(result) ? distribution : lines)(result, story, words.alt);
    case 'ranking':
      return ranking(result, story, words);
    case 'growth':
      return growth(result, story, words.alt);
  }
}

type Alt = Words['chart']['alt'];

const asSentence = (text: string, alt: Alt): string =>
  /[.!?。！？]$/.test(text) ? text : `${text}${alt.stop}`;

function lines(result: Comparison, story: Story, alt: Alt): string[] {
  return [
    result.rounding
      ? alt.distances(...timesOf(result), result.rounding.from)
      : alt.panels(...timesOf(result)),
    alt.above(inWords(result, 'before', story.headings[0].text)),
    ...settings(result, alt),
    alt.below(inWords(result, 'after', story.headings[1].text)),
    ...pairs(result, alt),
  ];
}

function distribution(result: Comparison, story: Story, alt: Alt): string[] {
  const { focus, after, timeSteps } = result;
  return [
    alt.distributions(...timesOf(result), timeSteps[focus.at] ?? 0),
    alt.runsAbove(story.headings[0].text, focus.before),
    ...settings(result, alt),
    alt.runsBelow(story.headings[1].text, focus.after, after.identical),
    ...pairs(result, alt),
  ];
}

function ranking(
  { rows, together }: Ranking,
  { headings: [, all] }: Story,
  { alt, ranking: words }: Words['chart'],
): string[] {
  return [
    alt.bars(rows.map((row) => `${words.rows[row.id]} ${words.size(row)}`)),
    alt.lastBar(all.text, words.size(together)),
  ];
}

function growth({ epochs, forecast, sign }: Growth, { headings }: Story, alt: Alt): string[] {
  const describe = ({ moved }: TaskGrowth, heading: string) => ({
    heading,
    pairs: moved.length,
    first: largest(moved.map((row) => row[0] ?? 0)),
    largest: largest(moved.flatMap((row) => Array.from(row))),
    last: largest(moved.map((row) => row.at(-1) ?? 0)),
  });
  const flips = sign.flips.map((row) => row.at(-1) ?? 0);
  const same = [...forecast.same, ...sign.same].flatMap((row) => Array.from(row));
  return [
    alt.sideBySide(epochs.length),
    alt.left(describe(forecast, headings[0].text)),
    alt.right(describe(sign, headings[1].text)),
    alt.flips(sign.labels, Math.min(...flips), Math.max(...flips)),
    alt.zero(largest(same)),
  ];
}

const largest = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), 0);

const timesOf = ({ timeSteps }: Comparison): [first: number, last: number] => [
  timeSteps.at(0) ?? 0,
  timeSteps.at(-1) ?? 0,
];

function settings({ before }: Comparison, alt: Alt): string[] {
  const distinct = [...new Set(before.labels)];
  const numbered = before.labels.every((label, row) => label === String(row + 1));
  return numbered || distinct.length < 2 ? [] : [alt.settings(distinct)];
}

function pairs({ after }: Comparison, alt: Alt): string[] {
  const groups = new Set(after.groups).size;
  return groups > 1 ? [alt.pairs(groups)] : [];
}

function inWords(result: Comparison, side: 'before' | 'after', heading: string) {
  const condition = result[side];
  const stretch = widestStretch(condition, result.measure);
  return {
    heading,
    lines: result.rounding
      ? distancesOf(condition, result.rounding, side).length
      : condition.outputs.length,
    dotted: result.rounding !== undefined,
    identical: condition.identical,
    distance: stretch ? lengthOf(stretch) : 0,
    at: result.timeSteps[stretch?.at ?? 0] ?? 0,
    fromTarget: result.measure === 'error',
    error: condition.error,
  };
}

const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
