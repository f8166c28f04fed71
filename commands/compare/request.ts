import {
  checkParameters,
  formOf,
  ofVariant,
  seedFrom,
  variantsOf,
  type VariantId,
} from '../../src/demos/index.ts';
import { locales, valueName, wordsFor, type Locale } from '../../src/words/index.ts';
import { refusal, sayProblem, type Checked } from '../demo/request.ts';
import type { Conversation } from '../framework/context.ts';
import type { Suggest } from '../framework/option.ts';
import { fold } from '../parts/similar.ts';

/** What the options of /compare hold, unchecked. */
interface Asked {
  readonly setting: string;
  readonly a: string;
  readonly b: string;
  readonly runs: number | undefined;
  readonly seed: string | undefined;
}

const cause = 'compare';
/** Longer than any name or value; the rest of a longer text can't matter. */
const longestTyped = 100;
const settings = variantsOf(cause);

export function readComparison(
  { setting, a, b, runs, seed }: Asked,
  { id }: Conversation,
): Checked {
  const variant = settingOf(setting);
  if (!variant) return refusal((problems) => problems.setting(settings));
  const values = [valueOf(a), valueOf(b)] as const;
  // The request's id gives a new seed for every request, without any randomness.
  const checked = checkParameters({
    cause,
    variant,
    values,
    runs,
    seed: seed?.trim() ?? seedFrom(id),
  });
  if (checked.ok) return checked;
  const { problem } = checked;
  return refusal((problems) => sayProblem(problem, problems, () => []));
}

const nameOf = (variant: VariantId, locale: Locale): string =>
  ofVariant(wordsFor(locale).replies.variants, { cause, variant });

/** By its id, or by its name in any language. */
function settingOf(typed: string): VariantId | undefined {
  const wanted = fold(typed.slice(0, longestTyped));
  return settings.find((id) =>
    [id, ...locales.map((locale) => nameOf(id, locale))].some((name) => fold(name) === wanted),
  );
}

/** `0.02`, `0,02`, and what clipping is called where it is off; NaN for anything else. */
function valueOf(typed: string): number {
  const text = typed.trim().replace(',', '.');
  if (locales.some((locale) => text.toLowerCase() === wordsFor(locale).replies.noClipping))
    return 0;
  return /^\d{1,6}(\.\d{1,6})?$/.test(text) ? Number(text) : Number.NaN;
}

/** All settings while nothing is typed; then those whose name or id contains what is typed. */
export const suggestSettings: Suggest = (typed, { locale }) => {
  const wanted = fold(typed.slice(0, longestTyped));
  const named = settings.map((value) => ({ label: nameOf(value, locale), value }));
  const found = named.filter(({ label, value }) => fold(`${value} ${label}`).includes(wanted));
  return found.length > 0 ? found : named;
};

/** Usual values of the setting that is chosen, without the one that stands in `other`; what is typed comes first. */
export const suggestValues =
  (other: 'a' | 'b'): Suggest =>
  (typed, { locale, others }) => {
    const variant = settingOf(String(others['setting'] ?? ''));
    const range = variant && formOf({ cause, variant }).compares;
    if (!range) return [];
    const taken = valueOf(String(others[other] ?? ''));
    const own = valueOf(typed);
    const isInRange = own >= range.low && own <= range.high;
    const offered = isInRange
      ? [own, ...range.choices.filter((value) => value !== own)]
      : range.choices;
    return offered
      .filter((value) => value !== taken)
      .map((value) => ({
        label: valueName(variant, value, wordsFor(locale).replies),
        value: String(value),
      }));
  };
