import { usualFrames, type Watched } from '../../demos/index.ts';
import type { Words } from '../../words/index.ts';
import type { ChartConfig } from '../frame.ts';
import { themes, type ThemeName } from '../theme.ts';
import { callsFrames } from './calls.ts';
import { epochsFrames } from './epochs.ts';
import { trainingFrames } from './training.ts';

/** The pictures of a watched demo, in order; the last one stands for the whole demo. */
export function watchConfigs(
  watched: Watched,
  words: Pick<Words, 'chart' | 'tell'>,
  theme: ThemeName = 'dark',
  frames = usualFrames,
): ChartConfig[] {
  const look = { words: words.chart, theme: themes[theme] };
  switch (watched.kind) {
    case 'training':
      return trainingFrames(watched, words, look);
    case 'calls':
      return callsFrames(watched, frames, words, look);
    case 'epochs':
      return epochsFrames(watched, frames, words, look);
  }
}
