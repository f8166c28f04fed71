import type { SettingId } from '../../demos/index.ts';
import type { PairedFacts } from '../facts.ts';
import type { Story } from '../story.ts';

/** What a run of both values has in common. */
const shared: Readonly<Record<SettingId, string>> = {
  'learning-rate': 'the same initial weights and the same batch order',
  'hidden-units':
    'the same batch order, and initial weights from the same seed (their shape differs, so the numbers do)',
  window:
    'the same initial weights, and batch orders from the same seed (there are more or fewer windows, so the orders differ)',
  clipping: 'the same initial weights and the same batch order',
  'dropout-rate':
    'the same initial weights, the same batch order, and dropout masks from the same seed',
  'training-steps': 'the same initial weights, and the same batches as far as both train',
};

/** Two values of a setting: better, or lucky? */
export const compare = {
  shared,
  underOne: 'less than 1%',
  overNinetyNine: 'more than 99%',
  moreThan: (most: string) => `more than ${most}`,
  about: (count: string) => `about ${count}`,

  title: {
    clear: ({ setting, winner, loser, wrong }: PairedFacts) => [
      `${setting}: ${winner} is better than ${loser} here,`,
      `and one run each is wrong in ${wrong} of cases`,
    ],
    /** One run each is never wrong. */
    obvious: ({ setting, winner, loser }: PairedFacts) => [
      `${setting}: ${winner} is better than ${loser} here,`,
      'and here one run each is enough to see it',
    ],
    open: ({ setting, a, b, runs, wrong }: PairedFacts) => [
      `${setting}: ${a} or ${b}? ${runs} runs can't tell:`,
      `one run each says the opposite in ${wrong} of cases`,
    ],
    /** No run contradicts the means, and yet the interval includes 0. */
    tooFew: ({ setting, a, b, runs, winner }: PairedFacts) => [
      `${setting}: ${a} or ${b}? ${runs} runs can't tell:`,
      `all of them favour ${winner}, but they are too few`,
    ],
    same: ({ setting, a, b }: PairedFacts) => [
      `${setting}: ${a} or ${b}? No difference here:`,
      'both give the same error, seed by seed',
    ],
  },
  subtitle: ({ runs }: PairedFacts) => [
    `A dot is one training; ${runs} seeds, each with both values. Lower is better.`,
    'Error: root mean square, 60 steps ahead, on values not trained on.',
  ],
  heading: (setting: string, value: string) => `${setting} ${value}`,
  meanError: (mean: string) => `mean error ${mean}`,

  verdict: {
    clear: ({ setting, winner, loser, distance, low, high, best, worst }: PairedFacts) =>
      `**${setting}: ${winner} is better than ${loser} here.** Its mean error is lower by **${distance}** (95% interval ${low} to ${high}; ${best} against ${worst}).`,
    open: ({ runs, winner, distance, low, high }: PairedFacts) =>
      `**Better, or lucky? ${runs} runs can't tell.** The mean error of ${winner} is lower by ${distance}, but the 95% interval (${low} to ${high}) includes 0.`,
    same: ({ runs }: PairedFacts) =>
      `**No difference:** with every one of ${runs} seeds, both values give the same error. Here the setting changes nothing.`,
  },
  oneRun: {
    clear: ({ wrong, runs }: PairedFacts) =>
      `**Whoever trains each once picks the wrong one in ${wrong} of cases.** That counts all ${runs} × ${runs} combinations of a run with a run, since two single runs have no matched seeds.`,
    obvious: ({ runs }: PairedFacts) =>
      `**Whoever trains each once picks the right one:** not one of ${runs} × ${runs} combinations of a run with a run says the opposite.`,
    open: ({ wrong, runs }: PairedFacts) =>
      `**Whoever trains each once sees the opposite of these means in ${wrong} of cases** (all ${runs} × ${runs} combinations of a run with a run).`,
    tooFew: ({ runs, winner }: PairedFacts) =>
      `**Whoever trains each once sees ${winner} in front**, in all ${runs} × ${runs} combinations of a run with a run. But ${runs} pairs are too few to rule out luck.`,
    /** In about half of the cases, and in clearly more. */
    coinToss: 'That is nearly a coin toss.',
    fewBadRuns: 'That is more often than not: a few very bad runs decide the mean.',
  },
  needed: ({ needed }: PairedFacts) =>
    `**Runs needed:** ${needed} pairs, to find such a difference in 80% of tries (paired t-test, 5%), if it is as large as measured.`,
  how: ({ shared: common }: PairedFacts) =>
    `-# A pair has ${common}. The interval is Student's t on the paired differences. This holds for this toy task and this series, with the usual values of all other settings, and nowhere else. A new seed also draws a new series.`,

  story: (facts: PairedFacts, told: Pick<Story, 'title' | 'finding'>): Story => ({
    ...told,
    subtitle: compare.subtitle(facts),
    headings: [
      { text: compare.heading(facts.setting, facts.a), measure: compare.meanError(facts.meanA) },
      { text: compare.heading(facts.setting, facts.b), measure: compare.meanError(facts.meanB) },
    ],
  }),
};
