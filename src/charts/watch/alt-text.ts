import { stepNumbers, usualFrames, type Watched } from '../../demos/index.ts';
import { joinLines, type Words } from '../../words/index.ts';
import { asSentence, cut, longestAltText } from '../alt-text.ts';
import { callsCounter, callWords } from './calls.ts';
import { epochsCounter } from './epochs.ts';
import { placesOf } from './reveal.ts';
import { counterOf, storyOf } from './training.ts';

/** An animation for those who don't see it: the finding, what moves, and where it stands in the first, a middle and the last picture. */
export function watchAltText(
  watched: Watched,
  words: Pick<Words, 'chart' | 'tell'>,
  frames = usualFrames,
): string {
  const { alt, watch } = words.chart;
  const title = joinLines(words.tell(watched.result).title);
  const pictures = watched.kind === 'training' ? watched.frames.length : frames;
  const sentences = [
    `${watch.alt.start(pictures)}${alt.space}${whatMoves(watched, words)}`,
    title,
    ...[0, Math.floor((pictures - 1) / 2), pictures - 1].map((at) =>
      stateOf(watched, at, pictures, words),
    ),
  ];
  return cut(sentences.map((text) => asSentence(text, alt)).join(alt.space), longestAltText);
}

function whatMoves(watched: Watched, { chart: { watch } }: Pick<Words, 'chart'>): string {
  if (watched.kind !== 'calls') return watch.alt[watched.kind];
  const { result, run } = watched;
  const { cause, held } = callWords(watch.calls, result.variant);
  return watch.alt.calls(cause(result.before.labels[run] ?? ''), held);
}

/** The counter of a picture, and of a training what the headings measure. */
function stateOf(
  watched: Watched,
  at: number,
  pictures: number,
  words: Pick<Words, 'chart' | 'tell'>,
): string {
  const { list } = words.chart.alt;
  switch (watched.kind) {
    case 'training': {
      const [counter = ''] = counterOf(watched, at, words);
      const { headings } = storyOf(watched, at, words);
      return list([counter, ...headings.map(({ text, measure }) => `${text} (${measure})`)]);
    }
    case 'calls': {
      const steps = stepNumbers(watched.calls);
      const place = placesOf(steps.at(0) ?? 0, steps.at(-1) ?? 1, pictures)[at] ?? 0;
      return callsCounter(watched, place, words)[0] ?? '';
    }
    case 'epochs': {
      const { epochs } = watched.result;
      const place = placesOf(epochs.at(0) ?? 0, epochs.at(-1) ?? 1, pictures)[at] ?? 0;
      return epochsCounter(watched, place, words)[0] ?? '';
    }
  }
}
