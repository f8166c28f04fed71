import type { DemoResult, Origin } from '../../demos/index.ts';
import type { Language } from '../en/index.ts';

/** Why the same engines gave other bytes than a replay code promises. */
export const whyOtherBytes = (
  origin: Origin,
  { library }: Pick<DemoResult, 'library'>,
  say: Pick<Language['demoCli'], 'whyOtherBytes' | 'otherLibrary'>,
): string =>
  library && origin === 'same'
    ? say.otherLibrary[library.oneDnn ? 'withOneDnn' : 'withoutOneDnn'](library.version)
    : say.whyOtherBytes[origin];
