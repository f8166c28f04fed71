import { ofVariant, winnerOf, type PairedComparison } from '../../demos/index.ts';
import type { Language } from '../en/index.ts';
import type { PairedFacts } from '../facts.ts';
import { amount, roundPercent, valueName } from '../numbers.ts';
import type { Story } from '../story.ts';

/** Nobody trains so often to tell two settings apart. */
const mostNeeded = 1000;

type Say = Language['studies']['compare'];

/** Two values of a setting: the verdict says no more than the interval does. */
export function tellPaired(
  result: PairedComparison,
  { studies, replies, phrases }: Language,
): Story {
  const say = studies.compare;
  const setting = ofVariant(replies.variants, result);
  const facts = factsOf(result, setting, say, replies);
  const { errors, verdict } = result;
  if (errors[0].every((error, run) => error === errors[1][run]))
    return say.story(facts, {
      title: say.title.same(facts),
      finding: [say.verdict.same(facts), say.how(facts)].join('\n'),
    });
  const kind = kindOf(verdict);
  const oneRun = [say.oneRun[kind](facts), ...remarkOn(verdict.wrongByOneRun, say.oneRun)].join(
    phrases.space,
  );
  return say.story(facts, {
    title: say.title[kind](facts),
    finding: [
      say.verdict[winnerOf(verdict) ? 'clear' : 'open'](facts),
      oneRun,
      say.needed(facts),
      say.how(facts),
    ].join('\n'),
  });
}

/** What can be said: whether the interval leaves no doubt, and whether any single run contradicts the means. */
function kindOf(verdict: PairedComparison['verdict']) {
  const none = verdict.wrongByOneRun === 0;
  return winnerOf(verdict) ? (none ? 'obvious' : 'clear') : none ? 'tooFew' : 'open';
}

function remarkOn(wrong: number, { coinToss, fewBadRuns }: Say['oneRun']): string[] {
  if (wrong < 0.4) return [];
  return [wrong > 0.6 ? fewBadRuns : coinToss];
}

function factsOf(
  result: PairedComparison,
  setting: string,
  say: Say,
  replies: Language['replies'],
): PairedFacts {
  const { values, variant, runs, verdict } = result;
  const [a, b] = [valueName(variant, values[0], replies), valueName(variant, values[1], replies)];
  const [meanA, meanB] = [amount(verdict.meanA), amount(verdict.meanB)];
  const [low, high] = verdict.interval;
  const ofB = verdict.difference > 0;
  return {
    setting,
    a,
    b,
    runs,
    meanA,
    meanB,
    ...(ofB
      ? { winner: b, loser: a, best: meanB, worst: meanA, low: amount(low), high: amount(high) }
      : { winner: a, loser: b, best: meanA, worst: meanB, low: amount(-high), high: amount(-low) }),
    distance: amount(Math.abs(verdict.difference)),
    wrong: roundPercent(verdict.wrongByOneRun, { under: say.underOne, over: say.overNinetyNine }),
    needed: neededInWords(verdict.runsNeeded, say),
    shared: ofVariant({ compare: say.shared }, result),
  };
}

function neededInWords(needed: number, say: Say): string {
  if (needed > mostNeeded) return say.moreThan(mostNeeded.toLocaleString('en-US'));
  return say.about(String(needed));
}
