import type {
  OutputsCheck,
  Refusal,
  SignatureId,
  Statistics,
  WhyNot,
} from '../../outputs-check/index.ts';
import type { Language } from '../en/index.ts';
import type { OutputsFacts } from '../facts.ts';
import { amount, largestOfAll, share } from '../numbers.ts';
import type { Story } from '../story.ts';

/** What somebody's repeated outputs show, in words: a chart's story, and the sentences around it. Discord markdown. */
export interface OutputsStory extends Story {
  /** How the file was read, with what its digits hide. */
  readonly read: string;
  readonly fits: string;
  /** One sentence for each reason. */
  readonly excludes: readonly string[];
  readonly needs?: string;
  /** Where it decides whether one model gave all runs. */
  readonly question?: string;
}

type Check = Omit<OutputsCheck, 'outputs'>;
type Say = Language['outputs'];

/** How the lines are coloured. */
function keyOf(signature: SignatureId, say: Say['chart']): string[] {
  if (signature === 'independent') return [say.oneStrong];
  return signature === 'settled' || signature === 'settling' || signature === 'ordered'
    ? [say.inOrder]
    : [];
}

/** Beside the heading of the runs. */
function measureOf({ signature }: Check, facts: OutputsFacts, say: Say['chart']): string {
  if (signature === 'not-finite') return say.broken(facts.firstBrokenValue);
  if (signature === 'whole-numbers') return say.classes(facts.classes);
  return facts.farthest === '0' ? say.identical : say.apart(facts.farthest);
}

export function tellOutputs(
  check: Check,
  { outputs: say, phrases, replies }: Language,
): OutputsStory {
  const { signature, values, runs, fits } = check;
  const facts = factsOf(check, say);
  const needs = needsInWords(check, say, phrases.space);
  const key = values > 1 ? keyOf(signature, say.chart) : [];
  return {
    title: say.titles[signature](facts),
    subtitle: [say.chart.subtitle(runs, facts.values), ...key].join(phrases.space),
    headings: [
      {
        text: values === 1 ? say.chart.eachRun : say.chart.outputs,
        measure: measureOf(check, facts, say.chart),
      },
      { text: '', measure: '' },
    ],
    finding: say.measured[signature](facts),
    read: readInWords(check, facts, say, phrases.space),
    fits: [
      fits.length === 0 ? say.fitsNothing : say.fits(fits.map((page) => replies.causes[page])),
      ...(signature === 'settled' ? [say.alsoWarmUp] : []),
      ...(signature === 'settling' || signature === 'ordered' ? [say.alsoTraining] : []),
    ].join(phrases.space),
    excludes: excludesInWords(check, facts, say, replies),
    ...(needs !== '' && { needs }),
    ...(check.asksTrained && { question: say.trained.question }),
  };
}

/** Why a file can't be checked: one sentence. */
export const tellRefusal = (refusal: Refusal, { outputs: { refusals } }: Language): string =>
  // Safe: the sentence is that of the refusal's own kind.
  (refusals[refusal.kind] as (refusal: Refusal) => string)(refusal);

function excludesInWords(
  { excludes }: Check,
  facts: OutputsFacts,
  say: Say,
  { causes }: Language['replies'],
): string[] {
  const reasons = new Map<WhyNot, string[]>();
  for (const { page, why } of excludes)
    reasons.set(why, [...(reasons.get(why) ?? []), causes[page]]);
  return [...reasons].map(([why, names]) => say.notThat(names, say.whyNot[why](facts)));
}

function needsInWords({ needs }: Check, say: Say, space: string): string {
  if (!needs) return '';
  const { hidden, runs, values, digits } = needs;
  const more = [
    ...(runs === undefined ? [] : [say.needs.runs(runs)]),
    ...(values === undefined ? [] : [say.needs.values(values)]),
    ...(digits ? [say.needs.digits] : []),
  ];
  return [
    ...(hidden.length > 0 ? [say.needs.hidden(hidden.map((each) => say.hidden[each]))] : []),
    say.needs.more(say.needs.and(more)),
  ].join(space);
}

function readInWords(
  { rows, sure, runs, values, statistics: { floor = 0 } }: Check,
  facts: OutputsFacts,
  say: Say,
  space: string,
): string {
  const decimals = Math.round(-Math.log10(2 * floor));
  const isPlain =
    Math.abs(2 * floor - 10 ** -decimals) < 1e-3 * floor && decimals > 0 && decimals < 7;
  return [
    values === 1 ? say.read.single(runs) : say.read[rows](runs, facts.values),
    ...(sure ? [] : [say.read.unsure]),
    ...(floor === 0
      ? []
      : [isPlain ? say.printed(decimals, amount(floor)) : say.printedRoughly(amount(floor))]),
  ].join(space);
}

function factsOf(check: Check, say: Say): OutputsFacts {
  const { runs, values, statistics: all } = check;
  const { orderP, interval, ofSwing, ofMean, factors = [], offsets = [], shifts = [] } = all;
  const most = factors.findIndex(
    (each) => Math.abs(each - 1) === largestOfAll(factors.map((one) => Math.abs(one - 1))),
  );
  return {
    runs,
    values: say.values(values),
    farthest: amount(all.largestDifference ?? 0),
    relative: share(all.relativeDifference ?? 0, 1),
    spread: amount(all.spread ?? 0),
    ofUsual:
      ofSwing === undefined
        ? ofMean === undefined
          ? ''
          : say.ofMean(share(ofMean, 1))
        : say.ofSwing(share(ofSwing, 1)),
    order: orderInWords(orderP, say.order),
    interval: interval ? say.interval(inDigits(interval[0]), inDigits(interval[1])) : '',
    p: amount(orderP ?? 0),
    floor: check.needs?.digits ? amount(all.floor ?? 0) : '',
    broken: all.brokenRuns ?? 0,
    firstBrokenRun: all.firstBrokenRun ?? 0,
    firstBrokenValue: all.firstBrokenValue ?? 0,
    settledFrom: all.settledFrom ?? 0,
    firstStep: amount(all.firstStep ?? 0),
    lastStep: amount(all.lastStep ?? 0),
    classes: all.classes ?? 0,
    counts: countsInWords(all, say),
    shift: largestOfAll(shifts) - Math.min(0, ...shifts),
    versions: all.versions ?? 0,
    pattern: patternOf(all.versionOf ?? []),
    line: say.line(inDigits(factors[most] ?? 1), inDigits(offsets[most] ?? 0)),
    residual: share(all.residual ?? 0, 1),
  };
}

function orderInWords(p: number | undefined, say: Say['order']): string {
  if (p === undefined) return say.unknown;
  return p > 0.05 ? say.none(amount(p)) : say.perhaps(amount(p));
}

/** Two digits would make an interval one number. */
const inDigits = (value: number): string =>
  value !== 0 && Math.abs(value) < 0.001 ? value.toExponential(2) : value.toPrecision(4);

function countsInWords({ sameCounts, countsP }: Statistics, { counts: say }: Say): string {
  if (sameCounts === true) return say.same;
  if (countsP === undefined) return say.unknown;
  return countsP < 0.001 ? say.different(amount(countsP)) : say.alike(amount(countsP));
}

const mostLetters = 20;

/** `A B A A`; versions are never more than a third of the runs. */
function patternOf(versionOf: readonly number[]): string {
  const names = versionOf.map((version) =>
    version <= 26 ? String.fromCharCode(64 + version) : String(version),
  );
  return names.length <= mostLetters
    ? names.join(' ')
    : `${names.slice(0, mostLetters).join(' ')} …`;
}
