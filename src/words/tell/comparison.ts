import {
  ofVariant,
  showsDistribution,
  spreadsOfGroups,
  type Comparison,
  type Condition,
  type LoadCheck,
} from '../../demos/index.ts';
import type { Language } from '../en/index.ts';
import type { ComparisonFacts } from '../facts.ts';
import { amount, distinct, ends, shorten, summaryFacts } from '../numbers.ts';
import type { Heading, Story } from '../story.ts';

type Phrases = Language['phrases'];

export function tellComparison(result: Comparison, { comparisons, phrases }: Language): Story {
  const facts = comparisonFacts(result, phrases);
  const { before, after, ...told } = ofVariant(comparisons, result)(facts);
  const headingOf = (text: string, condition: Condition): Heading => ({
    text,
    measure:
      result.measure === 'error'
        ? phrases.measure.error(amount(condition.error))
        : eitherOf(phrases.measure, condition),
  });
  return {
    ...told,
    ...(showsDistribution(result) && ofManyRuns(result, told.finding, facts, phrases)),
    headings: [headingOf(before, result.before), headingOf(after, result.after)],
  };
}

/** Of many runs, people are told how they are distributed. */
function ofManyRuns(
  { timeSteps, focus, measure }: Comparison,
  finding: string,
  { runs, settingCount }: ComparisonFacts,
  { space, fewerSettings, distribution }: Phrases,
): Pick<Story, 'subtitle' | 'finding'> {
  const timeStep = timeSteps[focus.at] ?? 0;
  const summary = summaryFacts(focus.before);
  return {
    subtitle: distribution.key(timeStep, summary),
    finding: [
      finding,
      ...(settingCount < runs ? [fewerSettings(runs, settingCount)] : []),
      distribution.finding(timeStep, distribution.where[measure], summary),
    ].join(space),
  };
}

/** Computes all that any story says; each takes what it needs. */
function comparisonFacts(result: Comparison, phrases: Phrases): ComparisonFacts {
  const { before, after, runs, engine, engines = [] } = result;
  const settings = distinct(before.labels);
  const spreads = spreadsOfGroups(before);
  const share = (condition: Condition, check: keyof LoadCheck) =>
    phrases.share(passed(condition, check), condition.outputs.length);
  const missed = (check: keyof LoadCheck) => before.outputs.length - passed(before, check);
  const enginesInWords = (count: number) =>
    count === 1 ? phrases.engines.one : phrases.engines.many(count);
  const [smallest = '', largest = ''] = [before.labels.at(0), before.labels.at(-1)].map(lastWord);
  const same = after.identical
    ? phrases.same.identical(after.outputs.length)
    : phrases.same.differs(amount(after.spread));
  const hashAfter = share(after, 'weightHash');
  return {
    runs,
    spread: amount(before.spread),
    error: amount(before.error),
    errorAfter: amount(after.error),
    repeats: after.outputs.length,
    settingCount: settings.length,
    settings: phrases.list(shorten(settings)),
    range: ends(before.labels),
    mostZeros: (before.labels.at(-1) ?? '').slice(1),
    engine,
    engines: enginesInWords(engines.length),
    asked: enginesInWords(settings.length),
    batchSizes: phrases.fromTo(smallest, largest),
    spreadByEngine: phrases.list(
      engines.map((name, group) => `${name} ${amount(spreads[group] ?? 0)}`),
    ),
    hash: share(before, 'weightHash'),
    golden: share(before, 'goldenPair'),
    hashLine: phrases.checks.line(share(before, 'weightHash'), hashAfter),
    caught: phrases.checks.caught(missed('weightHash'), missed('goldenPair'), runs),
    restored: phrases.checks.restored(hashAfter, share(after, 'goldenPair'), same),
    same,
    apart: eitherOf(phrases.apart, before),
    lastBits: eitherOf(phrases.lastBits, before),
    everyTime: eitherOf(phrases.everyTime, before),
    withItself: eitherOf(phrases.withItself, after),
    again: eitherOf(phrases.again, after),
  };
}

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
