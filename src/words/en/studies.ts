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
      many: (count: number, sizes: string) =>
        `The largest ${count} are too close to call (${sizes})`,
    },
    /** Bars that can't be seen, so that nobody takes them for nothing. */
    tooSmall: (names: string) => ` Too small for a bar on this axis: ${names}.`,
    nothingVaried: {
      identical: (runs: number) =>
        `the two trainings of every pair are identical to the last bit (${runs} trainings in all)`,
      differs: (spread: string) => `the outputs of a pair still differ by up to ${spread}`,
    },
    story: ({
      runs,
      pairs,
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
        `This toy task, these settings. ${runs} runs per row, 95% intervals.`,
        'Amber: chance. Green: a setting, as big as the range it is drawn from.',
      ],
      headings: [
        { text: 'One cause varied', measure: 'SD (95% interval)' },
        { text: 'All of them together', measure: together },
      ],
      finding: `Each bar shows how far forecasts spread when **this cause alone** is drawn anew and everything else stays fixed; all causes together give **${together}**, and in your model the order may be different.`,
      details:
        `**How this was measured.** ${runs} runs per row, in ${pairs} pairs. Each pair has a series, initial weights, batches and dropout masks of its own, so that no single seed decides the order; its two runs differ in **one cause only**. Each run forecasts ${forecasts} time steps ahead, every output fed back.\n${rows}\n` +
        `All of them together: **${together}**. If the causes were independent, so that their variances add up, it would be ${added}. With nothing varied, ${facts.nothingVaried}.\n` +
        `The number is the standard deviation at each time step, as root mean square over the time steps and pairs; in brackets its 95% interval from ${resamples} bootstrap resamples of whole pairs (Efron & Tibshirani 1993). Where intervals overlap, the order is not settled.\n` +
        `Settings are drawn from a range: the learning rate from ${drawnFrom.learningRate.low} to ${drawnFrom.learningRate.high}, the window from ${drawnFrom.timeSteps.low} to ${drawnFrom.timeSteps.high} time steps, the older file from ${drawnFrom.savedAfter.low} to ${drawnFrom.savedAfter.high} of ${drawnFrom.savedAfter.high + 1} training steps. Their bars are as long as these ranges make them. ` +
        `Carried state is what earlier requests left behind before each of the ${forecasts} steps, with windows of ${drawnFrom.usualTimeSteps}; the cause’s own demo asks one step ahead, with windows of 4, so it gives a different number. Floating point is the same model with its units renumbered, so that sums are added up in a different order.` +
        facts.tooSmall,
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
      open: 'You can’t know in advance whether one bit stays one bit.',
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
        `${facts.flipped} of ${facts.labels} labels flip; forecast moves ${forecast}`,
      ],
      subtitle: [
        `${pairs} pairs; LSTM(${units}), Adam ${learningRate}, ${epochs} epochs, the same for both tasks.`,
        facts.lines,
      ],
      headings: [
        { text: 'Forecast', measure: `up to ${forecast}` },
        { text: 'Sign task (-1 or 1)', measure: `up to ${sign}` },
      ],
      finding:
        `${pairs} pairs of trainings, equal in everything but **one initial weight, moved to the next float32** (one unit in the last place; the largest weight of the input, so that the bit isn’t rounded away at once). After each of ${epochs} epochs: the largest difference between the outputs of the two.\n` +
        `**Sign task** (five random numbers; is first × last above 0?): at the end ${facts.flips}, while the accuracy stays (${facts.accuracy} before, ${facts.accuracyMoved} after the move, on average). The outputs move by up to **${sign}**, where the targets are -1 and 1.\n` +
        `**Smooth forecast:** never more than **${forecast}**; its values span about 2.\n` +
        `**Same weights twice:** ${facts.same}.\n` +
        `${facts.conclusion} It depends on the task, the model and the learning rate; this toy task shows only these two.`,
    }),
  },

  /** How far averages of models spread. */
  steadier: {
    row: (models: number, averages: number, spread: string, expected: string, error: string) =>
      `${models === 1 ? 'One model' : `Average of ${models}`}: spread **${spread}**${models === 1 ? '' : ` (1/√k: ${expected})`}, error ${error} · ${averages} of them`,
    same: {
      identical: (repeats: number) =>
        `trained ${repeats} times, its outputs are identical to the last bit`,
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
        `Spread: one model ${spreadOfOne}, average of ${most} models ${spreadOfMost};`,
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
        `The average of ${most} is **${facts.smaller} times** steadier than one model. Independent models would give √${most} = ${facts.expected} in the long run; ${facts.averages} averages of ${most} show their spread only roughly. Models that are not independent, such as files of one training, gain less.\n` +
        `**The error does not go to 0 with it:** what all models get wrong alike (bias, noise in the data) is in the average too.\n` +
        `**One fixed seed:** ${same}. That is repeatable, but still one draw of many. ` +
        'An average of k models is steadier, and it costs k trainings and k calls. All of this holds for this toy task.',
    }),
  },

  compare,
} satisfies Record<StudyId, unknown>;
