import type { Comparison, SweepFigures } from '../../demos/index.ts';
import type { Language } from '../en/index.ts';
import type { SweepFacts } from '../facts.ts';
import { amount, largestOfAll, meanOf, shorten } from '../numbers.ts';

const nothing: SweepFacts = {
  count: 0,
  list: '',
  last: '',
  lowest: '',
  lowestAt: '',
  highest: '',
  highestAt: '',
  range: '',
  seeds: '',
  usual: '',
  again: '',
  difference: '',
};

/** What the settings gave. They were chosen, not drawn: so their values are told, and no standard deviation. */
export function sweepFacts({ sweep, after }: Comparison, phrases: Language['phrases']): SweepFacts {
  if (!sweep) return nothing;
  const { settings, usual = '', again } = sweep;
  const [own = []] = sweep.curves;
  const [lowest, highest] = [Math.min(...own), largestOfAll(own)];
  const at = (value: number) => settings[own.indexOf(value)] ?? '';
  const { sweeps: say } = phrases;
  const apart = amount(largestOfAll(again));
  return {
    count: settings.length,
    list: phrases.list(shorten(settings)),
    last: settings.at(-1) ?? '',
    lowest: amount(lowest),
    lowestAt: at(lowest),
    highest: amount(highest),
    highestAt: at(highest),
    range: phrases.fromTo(amount(lowest), amount(highest)),
    seeds: sweep.curves.length > 1 ? seedsInWords(sweep, say) : '',
    usual,
    again: after.identical ? say.again.identical : say.again.differs(apart),
    difference: after.identical ? say.difference.identical(settings.length) : apart,
  };
}

/**
 * The effect of the setting: the range over the settings of the mean over the seeds. That of a seed: the mean over the
 * settings of the range over the seeds.
 */
function seedsInWords(
  { curves, settings }: SweepFigures,
  say: Language['phrases']['sweeps'],
): string {
  const columns = settings.map((_, at) => curves.map((values) => values[at] ?? Number.NaN));
  const ofSetting = rangeOf(columns.map(meanOf));
  const ofSeed = meanOf(columns.map(rangeOf));
  const measured = say.seeds.measured(curves.length - 1, amount(ofSetting), amount(ofSeed));
  return `${measured}${conclusionOf(ofSetting, ofSeed, say.seeds)}`;
}

/** From this ratio on, one does more than the other. */
const clearRatio = 1.25;

function conclusionOf(
  ofSetting: number,
  ofSeed: number,
  say: Language['phrases']['sweeps']['seeds'],
): string {
  if (ofSetting >= clearRatio * ofSeed) return say.settingMore(amount(ofSetting / ofSeed));
  if (ofSeed >= clearRatio * ofSetting) return say.seedMore(amount(ofSeed / ofSetting));
  return say.equal;
}

const rangeOf = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);
