import { showsDistribution, type DemoResult } from '../demos/index.ts';
import type { Story, Words } from '../words/index.ts';
import { averagesConfig } from './averages.ts';
import { comparisonConfig } from './comparison.ts';
import { distributionConfig } from './distribution.ts';
import type { ChartConfig } from './frame.ts';
import { growthConfig } from './growth.ts';
import { pairedConfig } from './paired.ts';
import { sweepConfig } from './sweep.ts';
import { rankingConfig } from './ranking.ts';
import { roundingConfig } from './rounding.ts';
import { themes, type ThemeName } from './theme.ts';

export type { ChartConfig } from './frame.ts';

/** The picture of a result. */
export function chartConfig(
  result: DemoResult,
  story: Story,
  words: Words['chart'],
  theme: ThemeName = 'dark',
): ChartConfig {
  const look = { words, theme: themes[theme] };
  switch (result.kind) {
    case 'comparison':
      if (result.rounding) return roundingConfig(result, result.rounding, story, look);
      if (result.sweep) return sweepConfig(result.sweep, story, look);
      return showsDistribution(result)
        ? distributionConfig(result, story, look)
        : comparisonConfig(result, story, look);
    case 'ranking':
      return rankingConfig(result, story, look);
    case 'growth':
      return growthConfig(result, story, look);
    case 'averages':
      return averagesConfig(result, story, look);
    case 'paired':
      return pairedConfig(result, story, look);
  }
}
