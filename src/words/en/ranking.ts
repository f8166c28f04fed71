import { drawnFrom, invisible, leaders, resamples, type Ranking } from '../../demos/index.ts';
import { amount } from '../numbers.ts';
import type { Story } from '../story.ts';
import { chart } from './chart.ts';

const { rows: names, size } = chart.ranking;

/** How big each cause is alone, and all of them together. */
export function tellRanking(result: Ranking): Story {
  const { rows, runs, together, after, timeSteps } = result;
  const list = rows.map((row, at) => `${at + 1}. ${names[row.id]}: **${size(row)}**`).join('\n');
  const { learningRate, timeSteps: lengths, savedAfter } = drawnFrom;
  return {
    title: ['How big is each cause in this toy task?', largest(result)],
    subtitle: [
      `This toy task, these settings. ${runs} runs a row, 95% bootstrap interval.`,
      'Amber: chance. Green: a setting, as big as the range it is drawn from.',
    ],
    headings: [
      { text: 'One cause varied', measure: 'SD (95% interval)' },
      { text: 'All of them together', measure: size(together) },
    ],
    finding:
      `One recipe, one series, ${timeSteps.length} forecasts. In each row **one cause is drawn anew** for each of ${runs} runs, and everything else is held:\n${list}\n` +
      `All of them together: **${size(together)}**. Independent causes that simply add up would give ${amount(rootOfSquares(result))}.\n` +
      `The number is the standard deviation over the runs at each time step (n − 1), root mean square over the time steps; in brackets its 95% interval from a percentile bootstrap over the runs (Efron & Tibshirani 1993, ${resamples} resamples). Where intervals overlap, the order is not settled. ` +
      `With nothing varied, ${after.identical ? `all ${runs} trainings give the same bits` : `the outputs still differ by up to ${amount(after.spread)}`}.\n` +
      `Settings are drawn from a range: the learning rate from ${learningRate.low} to ${learningRate.high}, the window from ${lengths.low} to ${lengths.high} time steps, the older file from ${savedAfter.low} to ${savedAfter.high} of ${savedAfter.high + 1} training steps. Their bars are as long as these ranges make them. ` +
      'Carried state is what other requests left behind; floating point is the same model with its units numbered otherwise, so that sums are added up in another order.' +
      `${tooSmall(result)} ` +
      'All this holds for **this toy task and these settings**; in your model the order may be another.',
  };
}

/** Bars that can't be seen, so that nobody takes them for nothing. */
function tooSmall({ rows }: Ranking): string {
  const unseen = invisible(rows).map(({ id }) => names[id]);
  return unseen.length === 0 ? '' : ` Too small for a bar on this axis: ${unseen.join(', ')}.`;
}

/** Names the largest only where its interval leaves no doubt. */
function largest({ rows }: Ranking): string {
  const first = leaders(rows);
  const [one, other] = first.map(({ id }) => names[id]);
  const value = amount(first[0]?.deviation ?? 0);
  if (first.length === 1) return `Largest: ${one ?? ''}, ${value}`;
  if (first.length === 2) return `“${one ?? ''}” or “${other ?? ''}”: too close to call`;
  return `The largest ${first.length} are too close to call (about ${value})`;
}

const rootOfSquares = ({ rows }: Ranking): number =>
  Math.sqrt(rows.reduce((sum, { deviation }) => sum + deviation ** 2, 0));
