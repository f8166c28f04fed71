import type { StudyId } from '../../demos/index.ts';
import type { AveragesFacts, GrowthFacts, RankingFacts } from '../facts.ts';
import type { Story } from '../story.ts';
import { compare } from './compare.ts';

/** The stories of the demos of no single cause. */
export const studies = {
  /** How big each cause is alone, and all of them together. */
  all: {
    row: (place: number, name: string, size: string) => `${place}. ${name}: **${size}**`,
    largest: {
      one: (name: string, size: string) => `Largest: ${name}, ${size}`,
      two: (name: string, other: string) => `“${name}” or “${other}”: too close to call`,
      many: (count: number, size: string) =>
        `The largest ${count} are too close to call (about ${size})`,
    },
    /** Bars that can't be seen, so that nobody takes them for nothing. */
    tooSmall: (names: string) => ` Too small for a bar on this axis: ${names}.`,
    nothingVaried: {
      identical: (runs: number) => `all ${runs} trainings give the same bits`,
      differs: (spread: string) => `the outputs still differ by up to ${spread}`,
    },
    story: ({
      runs,
      forecasts,
      rows,
      together,
      added,
      resamples,
      drawnFrom,
      ...facts
    }: RankingFacts): Story => ({
      title: ['How big is each cause in this toy task?', facts.largest],
      subtitle: [
        `This toy task, these settings. ${runs} runs a row, 95% bootstrap interval.`,
        'Amber: chance. Green: a setting, as big as the range it is drawn from.',
      ],
      headings: [
        { text: 'One cause varied', measure: 'SD (95% interval)' },
        { text: 'All of them together', measure: together },
      ],
      finding:
        `One recipe, one series, ${forecasts} forecasts. In each row **one cause is drawn anew** for each of ${runs} runs, and everything else is held:\n${rows}\n` +
        `All of them together: **${together}**. Independent causes that simply add up would give ${added}.\n` +
        `The number is the standard deviation over the runs at each time step (n − 1), root mean square over the time steps; in brackets its 95% interval from a percentile bootstrap over the runs (Efron & Tibshirani 1993, ${resamples} resamples). Where intervals overlap, the order is not settled. ` +
        `With nothing varied, ${facts.nothingVaried}.\n` +
        `Settings are drawn from a range: the learning rate from ${drawnFrom.learningRate.low} to ${drawnFrom.learningRate.high}, the window from ${drawnFrom.timeSteps.low} to ${drawnFrom.timeSteps.high} time steps, the older file from ${drawnFrom.savedAfter.low} to ${drawnFrom.savedAfter.high} of ${drawnFrom.savedAfter.high + 1} training steps. Their bars are as long as these ranges make them. ` +
        'Carried state is what other requests left behind; floating point is the same model with its units numbered otherwise, so that sums are added up in another order.' +
        `${facts.tooSmall} ` +
        'All this holds for **this toy task and these settings**; in your model the order may be another.',
    }),
  },

  /** What one bit in one weight does to two tasks. */
  butterfly: {
    lines: {
      single: 'A line for each pair. Blue: same weights twice.',
      distribution: 'Line: median. Bands: 50%, 90%. Edges: extremes. Blue: same weights twice.',
    },
    flips: {
      few: (flips: string, labels: number) => `**${flips} of ${labels}** labels flip`,
      many: (fewest: number, most: number, mean: string, labels: number) =>
        `**${fewest} to ${most} of ${labels}** labels flip (${mean} on average)`,
    },
    same: {
      identical: 'the difference is exactly 0 after every epoch, in both tasks',
      differs: (spread: string) => `the outputs still differ by up to ${spread}`,
    },
    /** Says only what was seen. */
    conclusion: {
      both: 'So “one bit always ruins it” is false, and so is “one bit never matters”.',
      open: 'Whether a bit stays a bit is not known in advance.',
    },
    story: ({
      pairs,
      epochs,
      units,
      learningRate,
      forecast,
      sign,
      ...facts
    }: GrowthFacts): Story => ({
      title: [
        'One weight moved by its last bit:',
        `${forecast} in a forecast, ${sign} in the sign task`,
      ],
      subtitle: [
        `${pairs} pairs; LSTM(${units}), Adam ${learningRate}, ${epochs} epochs, the same for both tasks.`,
        facts.lines,
      ],
      headings: [
        { text: 'Forecast', measure: `up to ${forecast}` },
        { text: 'Sign task', measure: `up to ${sign}` },
      ],
      finding:
        `${pairs} pairs of trainings, equal in everything but **one initial weight, moved to the next float32** (one unit in the last place). After each of ${epochs} epochs: the largest difference between the outputs of the two.\n` +
        `**Smooth forecast:** never more than **${forecast}**.\n` +
        `**Sign task** (five random numbers; is first × last above 0?): up to **${sign}**. At the end ${facts.flips}; the accuracy is ${facts.accuracy} before and ${facts.accuracyMoved} after the move, on average.\n` +
        `**Same weights twice:** ${facts.same}.\n` +
        `${facts.conclusion} It depends on the task, the model and the learning rate; this toy task shows only these two.`,
    }),
  },

  /** How far averages of models spread. */
  steadier: {
    row: (models: number, averages: number, spread: string, expected: string, error: string) =>
      `${models === 1 ? 'One model' : `Average of ${models}`}: spread **${spread}**${models === 1 ? '' : ` (1/√k: ${expected})`}, error ${error} · ${averages} of them`,
    same: {
      identical: (repeats: number) => `trained ${repeats} times, it gives the same bits`,
      differs: (spread: string) => `its outputs still differ by up to ${spread}`,
    },
    story: ({
      models,
      most,
      spreadOfOne,
      spreadOfMost,
      rows,
      same,
      ...facts
    }: AveragesFacts): Story => ({
      title: [
        `One model spreads ${spreadOfOne}, the average of ${most} ${spreadOfMost};`,
        `the error shrinks less: ${facts.errorOfOne} to ${facts.errorOfMost}`,
      ],
      subtitle: [
        `${models} trainings, each with new initial weights and a new batch order.`,
        'Spread: standard deviation. Dashed: 1/sqrt(k) of one model, with 95% range.',
      ],
      headings: [
        { text: 'Spread', measure: `${spreadOfOne} to ${spreadOfMost}` },
        { text: 'Error', measure: `${facts.errorOfOne} to ${facts.errorOfMost}` },
      ],
      finding:
        `${models} models, trained on the same data, each with **new initial weights and a new batch order**. Their forecasts are averaged k at a time; no model is in two averages.\n${rows}\n` +
        `The average of ${most} is **${facts.smaller} times** steadier than one model. Independent models give √${most} = ${facts.expected} in the long run; ${facts.averages} averages of ${most} tell their spread only roughly. Models that are not independent, such as files of one training, gain less.\n` +
        `**The error does not go to 0 with it:** what all models get wrong alike (bias, noise in the data) is in the average too.\n` +
        `**One fixed seed:** ${same}. That is repeatable, but still one draw of many. ` +
        'An average of k models is steadier and costs k trainings and k calls. All this holds for this toy task.',
    }),
  },

  compare,
} satisfies Record<StudyId, unknown>;
