import { scale } from '../triage/index.ts';
import type { Size } from './evidence.ts';

/** Two figures that are told as one after the other, and others after these. */
const chain =
  /(?<![\w.])\d+\.\d+%?(?: ?(?:,? ?then|[,/、]|vs\.?|versus|and then|and again|->|→|再|又|变成?了?|后来|然后|,? ?(?:and|or|和|或)|to) ?(?:\w+: ?)?\d+\.\d+%?){1,}(?![\w.])/gu;
/** These join two figures of one thing; a comma, "and" or "to" alone may join anything. */
const strong = /then|vs|versus|->|→|再|又|变|后来|然后/u;
/** Figures that are settings, scores of a split, or times. */
const notOutputs =
  /\b(lr|learning rates?|rates?|betas?|split|clip\w*|dropout|momentum|decay|range|scale|between|versions?|v|tf|torch|keras|python|seconds|hours|ms|s|gb|mb|学习率|版本)\b[^,;.,]{0,24}$/u;
/** Of two sets or of what is and what should be: not two outputs that should agree, unless one is told after the other. */
const ofTwoThings =
  /\b(train(ing)?|val(idation)?|test|actual|true|target)\b[^,;.,]{0,24}$|(训练集?|验证集?|真实值?)[^,;.]{0,12}$/u;
const unitAfter = /^ ?(s|ms|sec\w*|min\w*|hours?|gb|mb|k|x|倍|秒|小时|学习率)(?![\p{L}\d])/u;

/** A size in words of figures: "3.6e-7", after a word for a difference or before "apart". */
const apart =
  /(?:diff\w*|apart|error|deviation|delta|off|差|误差|最大|about|by|within|agree\w* to|to)[^\d]{0,24}(\d(?:\.\d+)?e-\d+|0\.0{3,}\d+)|(\d(?:\.\d+)?e-\d+|0\.0{3,}\d+)[^\d]{0,12}(?:apart|diff|off|different|的差)/u;

export interface Told {
  readonly size: Size;
}

/** What the figures of a folded sentence say: two outputs that are close and not equal, or how far apart they are. */
export function figuresIn(text: string): Told | undefined {
  for (const match of text.matchAll(chain)) {
    const before = text.slice(Math.max(0, match.index - 40), match.index);
    const after = text.slice(match.index + match[0].length);
    const joined = strong.test(match[0]);
    if (notOutputs.test(before) || unitAfter.test(after)) continue;
    if (!joined && ofTwoThings.test(before)) continue;
    const figures = (match[0].match(/\d+\.\d+/gu) ?? []).map(Number);
    if (isOneThing(figures, joined)) return { size: sizeOf(spread(figures)) };
  }
  return undefined;
}

/** How far apart the outputs are, where the sentence says it by one figure; a learning rate is none. */
export function distanceIn(text: string): Size | undefined {
  const found = apart.exec(text);
  if (!found || /\b(lr|learning rate|adam\w*|decay|wd|eps|epsilon|sgd|学习率)\b/u.test(text))
    return undefined;
  const distance = Number(found[1] ?? found[2]);
  // A larger distance may be of anything.
  return distance === 0 || distance > scale.coarsestPrecision ? undefined : sizeOf(distance);
}

/** Decimals that may be several values of one thing: not equal, no more than three times as large, and alike in digits. */
function isOneThing(figures: readonly number[], joined: boolean): boolean {
  const [least, most] = [Math.min(...figures), Math.max(...figures)];
  if (least <= 0 || least === most || most > 3 * least) return false;
  const distinct = new Set(figures).size;
  if (joined || (distinct > 2 && figures.length > 2)) return true;
  return figures.length === 2 && spread(figures) < scale.coarsestPrecision;
}

function spread(figures: readonly number[]): number {
  const [least, most] = [Math.min(...figures), Math.max(...figures)];
  return (most - least) / most;
}

const sizeOf = (share: number): Size =>
  share <= scale.roundingInLargeModels
    ? 'bits'
    : share <= scale.coarsestPrecision
      ? 'small'
      : 'large';
