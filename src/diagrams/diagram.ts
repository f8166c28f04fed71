import { themes, type ThemeName } from '../charts/index.ts';
import type { PictureId } from '../ids.ts';
import { wordsFor, type Locale } from '../words/index.ts';
import { batchNeighbours } from './batch-neighbours.ts';
import { dropoutMasks } from './dropout-masks.ts';
import { floatAddition } from './float-addition.ts';
import { overview } from './overview.ts';
import { padding } from './padding.ts';
import type { Diagram, Draw } from './shapes.ts';
import { sizes } from './sizes.ts';
import { startState } from './start-state.ts';
import { temperature } from './temperature.ts';
import { twoValleys } from './two-valleys.ts';

const draw: Readonly<Record<PictureId, Draw>> = {
  overview,
  'two-valleys': twoValleys,
  'dropout-masks': dropoutMasks,
  padding,
  'start-state': startState,
  'float-addition': floatAddition,
  sizes,
  'batch-neighbours': batchNeighbours,
  temperature,
};

export const diagramOf = (id: PictureId, locale: Locale, theme: ThemeName = 'dark'): Diagram =>
  draw[id](wordsFor(locale), themes[theme]);
