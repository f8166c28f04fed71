import {
  drawnFrom,
  growthSettings,
  invisible,
  leaders,
  resamples,
  hasManyRuns,
  type Averages,
  type Growth,
  type RankedRow,
  type Ranking,
} from '../../demos/index.ts';
import type { Language } from '../en/index.ts';
import { amount, largestOf, lastValues, meanOf, percent, withInterval } from '../numbers.ts';
import type { Story } from '../story.ts';

/** How big each cause is. */
export function tellRanking(
  { rows, runs, together, after, timeSteps }: Ranking,
  { studies: { all: say }, phrases, chart }: Language,
): Story {
  const { list } = phrases;
  const nameOf = ({ id }: RankedRow) => chart.ranking.rows[id];
  const unseen = invisible(rows).map(nameOf);
  return say.story({
    runs,
    pairs: Math.ceil(runs / 2),
    forecasts: timeSteps.length,
    rows: rows.map((row, at) => say.row(at + 1, nameOf(row), withInterval(row))).join('\n'),
    together: withInterval(together),
    added: amount(Math.sqrt(rows.reduce((sum, { deviation }) => sum + deviation ** 2, 0))),
    resamples,
    drawnFrom,
    largest: largestInWords(leaders(rows), nameOf, phrases, say.largest),
    tooSmall: unseen.length === 0 ? '' : say.tooSmall(list(unseen)),
    nothingVaried: after.identical
      ? say.nothingVaried.identical(runs)
      : say.nothingVaried.differs(amount(after.spread)),
  });
}

/** Names the largest only where its interval leaves no doubt. */
function largestInWords(
  leading: readonly RankedRow[],
  nameOf: (row: RankedRow) => string,
  { fromTo }: Language['phrases'],
  say: Language['studies']['all']['largest'],
): string {
  const [one = '', other = ''] = leading.map(nameOf);
  const [first = '', ...others] = leading.map(({ deviation }) => amount(deviation));
  if (others.length === 0) return say.one(one, first);
  if (others.length === 1) return say.two(one, other);
  return say.many(leading.length, fromTo(others.at(-1) ?? '', first));
}

const mostListedFlips = 8;

/** What one bit does. */
export function tellGrowth(
  result: Growth,
  { studies: { butterfly: say }, phrases: { list } }: Language,
): Story {
  const { runs, epochs, forecast, sign } = result;
  const [inForecast, inSign] = [largestOf(forecast.moved), largestOf(sign.moved)];
  const flips = lastValues(sign.flips);
  const same = largestOf([...forecast.same, ...sign.same]);
  const accuracy = (which: 0 | 1) =>
    percent(meanOf(lastValues(sign.accuracies.map((rows) => rows[which] ?? new Float32Array()))));
  return say.story({
    pairs: runs,
    epochs: epochs.length,
    units: growthSettings.units,
    learningRate: growthSettings.learningRate,
    forecast: amount(inForecast),
    sign: amount(inSign),
    flips:
      flips.length <= mostListedFlips
        ? say.flips.few(list(flips.map(String)), sign.labels)
        : say.flips.many(
            Math.min(...flips),
            Math.max(...flips),
            amount(meanOf(flips)),
            sign.labels,
          ),
    flipped: rangeInWords(flips),
    labels: sign.labels,
    accuracy: accuracy(0),
    accuracyMoved: accuracy(1),
    lines: hasManyRuns(result) ? say.lines.distribution : say.lines.single,
    same: same === 0 ? say.same.identical : say.same.differs(amount(same)),
    conclusion: inForecast < 1e-4 && inSign > 0.1 ? say.conclusion.both : say.conclusion.open,
  });
}

/** How far averages of models spread. */
export function tellAverages(
  { runs, rows, after }: Averages,
  { studies: { steadier: say } }: Language,
): Story {
  const one = rows.at(0);
  const most = rows.at(-1);
  if (!one || !most) throw new Error('Averages have rows.');
  return say.story({
    models: runs,
    most: most.models,
    averages: most.outputs.length,
    spreadOfOne: amount(one.deviation),
    spreadOfMost: amount(most.deviation),
    errorOfOne: amount(one.error),
    errorOfMost: amount(most.error),
    smaller: amount(one.deviation / most.deviation),
    expected: amount(Math.sqrt(most.models)),
    rows: rows
      .map(({ models, outputs, deviation, error }) =>
        say.row(
          models,
          outputs.length,
          amount(deviation),
          amount(one.deviation / Math.sqrt(models)),
          amount(error),
        ),
      )
      .join('\n'),
    same: after.identical
      ? say.same.identical(after.outputs.length)
      : say.same.differs(amount(after.spread)),
  });
}

/** `0–14`, or one number. */
function rangeInWords(values: readonly number[]): string {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return low === high ? String(low) : `${low}–${high}`;
}
