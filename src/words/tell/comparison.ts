import {
  distancesOf,
  isSample,
  ofVariant,
  showsDistribution,
  spreadsOfGroups,
  swingOf,
  type Comparison,
  type Condition,
  type LoadCheck,
} from '../../demos/index.ts';
import type { Language } from '../en/index.ts';
import type { ComparisonFacts } from '../facts.ts';
import { amount, distinct, largestOfAll, share, shorten, summaryFacts } from '../numbers.ts';
import type { ComparisonStory, Heading, Story } from '../story.ts';
import { sweepFacts } from './sweep.ts';

type Phrases = Language['phrases'];
type Side = 'before' | 'after';

export function tellComparison(result: Comparison, { comparisons, phrases }: Language): Story {
  const facts = comparisonFacts(result, phrases);
  const { before, after, ...told } = ofVariant(comparisons, result)(facts);
  return {
    ...told,
    finding: [told.finding, ...fewerSettings(result, facts, phrases)].join(phrases.space),
    ...(isSample(result) && ofASample(result, told, facts, phrases)),
    headings: [
      { text: before, measure: measured(result, 'before', facts, phrases) },
      { text: after, measure: measured(result, 'after', facts, phrases) },
    ],
  };
}

/** Where a setting is varied, `runs` is how many of its values: there may be fewer. */
function fewerSettings(
  { runs, sweep, rounding }: Comparison,
  { sizes }: ComparisonFacts,
  { sweeps }: Phrases,
): string[] {
  // Of the demos in the last bits, one compares settings with the first of them.
  const settings = sweep?.settings.length ?? (rounding?.from === 'first' ? sizes : runs);
  return settings < runs ? [sweeps.fewer(settings, runs)] : [];
}

/** What stands beside the heading of a panel: the number that the panel shows. */
function measured(
  { rounding, sweep, measure, ...sides }: Comparison,
  side: Side,
  facts: ComparisonFacts,
  { measure: say }: Phrases,
): Heading['measure'] {
  const condition = sides[side];
  const { identical, deviation, error } = condition;
  if (measure === 'error') return say.error(amount(error));
  if (sweep) return side === 'before' ? facts.sweep.range : facts.sweep.difference;
  if (rounding) {
    const shown = distancesOf(condition, rounding, side);
    const farthest = largestOfAll(shown.flatMap(({ values }) => values));
    if (side === 'before' && farthest === 0 && shown.length > 1) return say.coincide(shown.length);
    const isFromExact = side === 'before' && rounding.from === 'exact';
    return say.distance(amount(farthest), isFromExact);
  }
  return identical ? say.identical : say.spread(amount(deviation));
}

/** Of runs that are draws, people are told how far they spread, and what that means. */
function ofASample(
  result: Comparison,
  { title, subtitle, finding }: Omit<ComparisonStory, 'before' | 'after'>,
  facts: ComparisonFacts,
  phrases: Phrases,
): Pick<Story, 'title' | 'subtitle' | 'finding'> {
  const { timeSteps, focus, before } = result;
  const { space, sample, distribution } = phrases;
  const timeStep = timeSteps[focus.at] ?? 0;
  const summary = summaryFacts(focus.before);
  const swing = swingOf(before.target);
  const many = showsDistribution(result);
  return {
    title: [...[title].flat(), sample.title(facts.spread, facts.farthest)],
    subtitle: many
      ? distribution.key(timeStep, summary)
      : [...[subtitle].flat(), before.identical ? sample.allSame : sample.key],
    finding: [
      finding,
      ...(many ? [distribution.finding(timeStep, summary)] : []),
      sample.note(share(before.deviation, swing), amount(swing)),
    ].join(space),
  };
}

/** Computes all that any story says; each takes what it needs. */
function comparisonFacts(result: Comparison, phrases: Phrases): ComparisonFacts {
  const { before, after, runs, engine, engines = [], yardstick = Number.NaN } = result;
  const settings = distinct(before.labels);
  const spreads = spreadsOfGroups(before);
  const passes = (condition: Condition, check: keyof LoadCheck) =>
    phrases.share(passed(condition, check), condition.outputs.length);
  const missed = (check: keyof LoadCheck) => before.outputs.length - passed(before, check);
  const enginesInWords = (count: number) =>
    count === 1 ? phrases.engines.one : phrases.engines.many(count);
  const sizes = distinct(before.labels.map(lastWord));
  const same = after.identical
    ? phrases.same.identical(after.outputs.length)
    : phrases.same.differs(amount(after.deviation), amount(after.spread));
  const hashAfter = passes(after, 'weightHash');
  return {
    runs,
    spread: amount(before.deviation),
    farthest: amount(before.spread),
    error: amount(before.error),
    errorAfter: amount(after.error),
    yardstick: amount(yardstick),
    sweep: sweepFacts(result, phrases),
    engine,
    engineList: phrases.list(shorten(engines.map(phrases.engineName))),
    engines: enginesInWords(engines.length),
    asked: enginesInWords(settings.length),
    sizes: sizes.length,
    batchSizes: phrases.fromTo(sizes.at(0) ?? '', sizes.at(-1) ?? ''),
    batchSizeList: phrases.list(shorten(sizes)),
    spreadByEngine: phrases.list(
      engines.map((name, group) => `${name} ${amount(spreads[group] ?? 0)}`),
    ),
    hash: passes(before, 'weightHash'),
    golden: passes(before, 'goldenPair'),
    hashLine: phrases.checks.line(passes(before, 'weightHash'), hashAfter),
    caught: phrases.checks.caught(
      missed('weightHash'),
      missed('goldenPair'),
      before.outputs.length,
    ),
    restored: phrases.checks.restored(hashAfter, passes(after, 'goldenPair'), same),
    same,
    apart: eitherOf(phrases.apart, before),
    batches: eitherOf(phrases.batches, before),
    lastBits: eitherOf(phrases.lastBits, before),
    everyTime: eitherOf(phrases.everyTime, before),
    withItself: eitherOf(phrases.withItself, after),
    onlyToy: acted(result) ? phrases.onlyToy.acted : phrases.onlyToy.didNot,
  };
}

/** Whether what the demo is about was seen. */
const acted = ({ before, measure }: Comparison): boolean =>
  measure === 'error' || !before.identical;

/** What is said where outputs have the same bits, and where they are up to `spread` apart. */
interface Either {
  readonly identical: string;
  readonly differs: (spread: string) => string;
}

const eitherOf = (either: Either, { identical, spread }: Condition): string =>
  identical ? either.identical : either.differs(amount(spread));

/** How many of the runs that loaded a saved model passed the check. */
const passed = ({ checks = [] }: Condition, check: keyof LoadCheck): number =>
  checks.filter((of) => of[check]).length;

/** Of labels such as `tfjs-wasm 64`. */
const lastWord = (label = ''): string => label.split(' ').at(-1) ?? '';
