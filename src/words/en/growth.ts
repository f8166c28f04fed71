import { growthSettings, showsDistribution, type Growth } from '../../demos/index.ts';
import { amount, lastValues, largestOf, meanOf, percent, shortList } from '../numbers.ts';
import type { Story } from '../story.ts';

/** What one bit in one weight does to two tasks. */
export function tellGrowth(result: Growth): Story {
  const { runs, forecast, sign, epochs } = result;
  const { units, learningRate } = growthSettings;
  const [small, large] = [largestOf(forecast.moved), largestOf(sign.moved)];
  const flips = lastValues(sign.flips);
  return {
    title: [
      'One weight moved by its last bit:',
      `${amount(small)} in a forecast, ${amount(large)} in the sign task`,
    ],
    subtitle: [
      `${runs} pairs; LSTM(${units}), Adam ${learningRate}, ${epochs.length} epochs, the same for both tasks.`,
      showsDistribution(result)
        ? 'Line: median. Bands: 50%, 90%. Edges: extremes. Blue: same weights twice.'
        : 'A line for each pair. Blue: same weights twice.',
    ],
    headings: [
      { text: 'Forecast', measure: `up to ${amount(small)}` },
      { text: 'Sign task', measure: `up to ${amount(large)}` },
    ],
    finding:
      `${runs} pairs of trainings, equal in everything but **one initial weight, moved to the next float32** (one unit in the last place). After each of ${epochs.length} epochs: the largest difference between the outputs of the two.\n` +
      `**Smooth forecast:** never more than **${amount(small)}**.\n` +
      `**Sign task** (five random numbers; is first × last above 0?): up to **${amount(large)}**. At the end ${flipsInWords(flips, sign.labels)}; the accuracy is ${percent(meanOf(lastValues(sign.accuracies.map(first))))} before and ${percent(meanOf(lastValues(sign.accuracies.map(second))))} after the move, on average.\n` +
      `**Same weights twice:** ${sameInWords(result)}.\n` +
      `${conclusion(small, large)} It depends on the task, the model and the learning rate; this toy task shows only these two.`,
  };
}

const first = ([plain = new Float32Array()]: readonly Float32Array[]) => plain;
const second = ([, moved = new Float32Array()]: readonly Float32Array[]) => moved;

function flipsInWords(flips: readonly number[], labels: number): string {
  if (flips.length <= 8)
    return `**${shortList(flips.map(String), ', ')} of ${labels}** labels flip`;
  return `**${Math.min(...flips)} to ${Math.max(...flips)} of ${labels}** labels flip (${amount(meanOf(flips))} on average)`;
}

const difference = ({ forecast, sign }: Growth): number =>
  largestOf([...forecast.same, ...sign.same]);

const sameInWords = (result: Growth): string =>
  difference(result) === 0
    ? 'the difference is exactly 0 after every epoch, in both tasks'
    : `the outputs still differ by up to ${amount(difference(result))}`;

/** Says only what was seen. */
function conclusion(small: number, large: number): string {
  if (small < 1e-4 && large > 0.1)
    return 'So “one bit always ruins it” is false, and so is “one bit never matters”.';
  return 'Whether a bit stays a bit is not known in advance.';
}
