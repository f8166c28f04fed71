import { usualFrames, type Watched } from '../../demos/index.ts';
import type { Words } from '../../words/index.ts';
import type { ThemeName } from '../theme.ts';
import { watchAltText } from './alt-text.ts';
import { watchConfigs } from './configs.ts';

export interface Animation {
  readonly gif: Buffer;
  readonly altText: string;
}

/**
 * A watched demo as an animation that repeats, always drawn here: a QuickChart host draws none. Calls `drawn` after each picture. Throws a
 * `FontError`. What draws is loaded with the first one, as for a chart.
 */
export async function renderWatched(
  watched: Watched,
  words: Pick<Words, 'chart' | 'tell'>,
  {
    theme = 'dark',
    frames = usualFrames,
    drawn,
  }: {
    readonly theme?: ThemeName;
    readonly frames?: number;
    readonly drawn?: () => void;
  } = {},
): Promise<Animation> {
  const { renderGif } = await import('./gif.ts');
  return {
    gif: await renderGif(watchConfigs(watched, words, theme, frames), drawn),
    altText: watchAltText(watched, words, frames),
  };
}
