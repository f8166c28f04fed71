import type { DemoResult } from '../../demos/index.ts';
import type { Language } from '../en/index.ts';
import type { Story } from '../story.ts';
import { tellComparison } from './comparison.ts';
import { onOwnSeries } from './own.ts';
import { tellPaired } from './paired.ts';
import { tellAverages, tellGrowth, tellRanking } from './studies.ts';

/** The result of a demo in words: what is counted and chosen is here, the sentences are the language's. */
export function tell(result: DemoResult, language: Language): Story {
  const story = tellResult(result, language);
  return result.data ? onOwnSeries(story, result.data, language) : story;
}

function tellResult(result: DemoResult, language: Language): Story {
  switch (result.kind) {
    case 'comparison':
      return tellComparison(result, language);
    case 'ranking':
      return tellRanking(result, language);
    case 'growth':
      return tellGrowth(result, language);
    case 'averages':
      return tellAverages(result, language);
    case 'paired':
      return tellPaired(result, language);
  }
}
