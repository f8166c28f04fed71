import { showsDistribution, type DemoResult } from '../demos/index.ts';
import type { Story, Words } from '../words/index.ts';
import { comparisonConfig } from './comparison.ts';
import { distributionConfig } from './distribution.ts';
import type { ChartConfig } from './frame.ts';
import { growthConfig } from './growth.ts';
import { rankingConfig } from './ranking.ts';
import { roundingConfig } from './rounding.ts';

export type { ChartConfig } from './frame.ts';

/** The picture of a result. */
export function chartConfig(result: DemoResult, story: Story, words: Words['chart']): ChartConfig {
  switch (result.kind) {
    case 'comparison':
      if (result.rounding) return roundingConfig(result, result.rounding, story, words);
      return showsDistribution(result)
        ? distributionConfig(result, story, words)
        : comparisonConfig(result, story, words);
    case 'ranking':
      return rankingConfig(result, story, words);
    case 'growth':
      return growthConfig(result, story, words);
  }
}
