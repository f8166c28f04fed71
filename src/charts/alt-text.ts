import {
  distancesOf,
  showsDistribution,
  summarise,
  type Averages,
  type Comparison,
  type DemoResult,
  type Growth,
  type PairedComparison,
  type Ranking,
  type SweepFigures,
  type TaskGrowth,
} from '../demos/index.ts';
import {
  amount,
  joinLines,
  shorten,
  summaryFacts,
  withInterval,
  type Story,
  type Words,
} from '../words/index.ts';
import { lengthOf, widestStretch } from './extent.ts';

/** Discord's limit. */
export const longestAltText = 1024;

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
      if (result.sweep) return sweep(result.sweep, story, words);
      return (showsDistribution(result) ? distribution : lines)(result, story, words.alt);
    case 'ranking':
      return ranking(result, story, words);
    case 'growth':
      return growth(result, story, words.alt);
    case 'averages':
      return averages(result, words.alt);
    case 'paired':
      return paired(result, story, words.alt);
  }
}

type Alt = Words['chart']['alt'];

export const asSentence = (text: string, alt: Alt): string =>
  /[.!?。！？]$/.test(text) ? text : `${text}${alt.stop}`;

function lines(result: Comparison, story: Story, alt: Alt): string[] {
  return [
    result.rounding
      ? alt.distances(...timesOf(result), result.rounding.from)
      : alt.panels(...timesOf(result)),
    alt.above(story.headings[0].text, panel(result, 'before', alt)),
    ...settingsAbove(result, alt),
    alt.below(story.headings[1].text, panel(result, 'after', alt)),
    ...pairs(result, alt),
  ];
}

/** Each setting with what it gave. */
function sweep(
  { settings, curves, of, again }: SweepFigures,
  { headings: [above, below], axis = '' }: Story,
  { alt, sweepOf }: Words['chart'],
): string[] {
  const [own = [], ...others] = curves;
  const values = settings.map((setting, at) => `${setting}: ${amount(own[at] ?? Number.NaN)}`);
  return [
    alt.sweep(sweepOf[of], axis),
    alt.above(above.text, alt.list(shorten(values, mostSettings)) + alt.stop),
    ...(others.length > 0 ? [alt.otherSeeds(others.length)] : []),
    alt.below(below.text, alt.sweepAgain(amount(largest(again)))),
  ];
}

function distribution(result: Comparison, story: Story, alt: Alt): string[] {
  const { focus, after, timeSteps } = result;
  const below = after.identical ? alt.runsBelow.identical : alt.runsBelow.differs;
  return [
    alt.distributions(...timesOf(result), timeSteps[focus.at] ?? 0),
    alt.runsAbove(story.headings[0].text, summaryFacts(focus.before)),
    ...settingsAbove(result, alt),
    below(story.headings[1].text, summaryFacts(focus.after)),
    ...pairs(result, alt),
  ];
}

function ranking(
  { rows, together }: Ranking,
  { headings: [, all] }: Story,
  { alt, ranking: words }: Words['chart'],
): string[] {
  return [
    alt.bars(rows.map((row) => `${words.rows[row.id]} ${withInterval(row)}`)),
    alt.lastBar(all.text, withInterval(together)),
  ];
}

function growth({ epochs, forecast, sign }: Growth, { headings }: Story, alt: Alt): string[] {
  const describe = ({ moved }: TaskGrowth) =>
    alt.growth(
      moved.length,
      amount(largest(moved.map((row) => row[0] ?? 0))),
      amount(largest(moved.map((row) => row.at(-1) ?? 0))),
      amount(largest(moved.flatMap((row) => Array.from(row)))),
    );
  const flips = sign.flips.map((row) => row.at(-1) ?? 0);
  const [fewest, most] = [Math.min(...flips), Math.max(...flips)];
  const same = largest([...forecast.same, ...sign.same].flatMap((row) => Array.from(row)));
  return [
    alt.sideBySide(epochs.length),
    alt.left(headings[0].text, describe(forecast)),
    alt.right(headings[1].text, describe(sign)),
    alt.flips(sign.labels, fewest === most ? String(most) : alt.fromTo(fewest, most)),
    same === 0 ? alt.zero.identical : alt.zero.differs(amount(same)),
  ];
}

function averages({ rows, after }: Averages, alt: Alt): string[] {
  const one = rows[0]?.deviation ?? 0;
  const average = rows.map(({ models, deviation, error }) =>
    alt.average(models, amount(deviation), amount(one / Math.sqrt(models)), amount(error)),
  );
  const { identical, differs } = alt.fixedSeed;
  return [alt.averages(average), after.identical ? identical : differs(amount(after.spread))];
}

function paired(
  { errors, runs, verdict }: PairedComparison,
  { headings }: Story,
  alt: Alt,
): string[] {
  const [low, high] = verdict.interval;
  return [
    alt.dots,
    ...headings.map(({ text }, which) =>
      alt.errors(text, summaryFacts(summarise(errors[which === 0 ? 0 : 1]))),
    ),
    alt.differences(runs, amount(verdict.difference), amount(low), amount(high)),
  ];
}

const largest = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), 0);

const timesOf = ({ timeSteps }: Comparison): [first: number, last: number] => [
  timeSteps.at(0) ?? 0,
  timeSteps.at(-1) ?? 0,
];

/** Of the settings that are listed, one by one. */
const mostSettings = 20;

function settingsAbove({ before }: Comparison, alt: Alt): string[] {
  const distinct = [...new Set(before.labels)];
  const numbered = before.labels.every((label, row) => label === String(row + 1));
  return numbered || distinct.length < 2 ? [] : [alt.settings(shorten(distinct, mostSettings))];
}

function pairs({ after }: Comparison, alt: Alt): string[] {
  const groups = new Set(after.groups).size;
  return groups > 1 ? [alt.pairs(groups)] : [];
}

function panel(result: Comparison, side: 'before' | 'after', { panel: say }: Alt): string {
  const condition = result[side];
  const { identical, error, outputs } = condition;
  const drawn = result.rounding
    ? say.dots(distancesOf(condition, result.rounding, side).length)
    : say.lines(outputs.length);
  const stretch = widestStretch(condition, result.measure);
  const timeStep = result.timeSteps[stretch?.at ?? 0] ?? 0;
  const distance = amount(stretch ? lengthOf(stretch) : 0);
  if (result.measure === 'error') {
    const same = identical ? say.allSame : say.notAllSame;
    return say.fromTarget(drawn, same, timeStep, distance, amount(error));
  }
  return identical ? say.identical(drawn) : say.apart(drawn, timeStep, distance);
}

export const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
