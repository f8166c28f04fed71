import { FontError, type RenderOptions } from '../charts/index.ts';
import type { DemoResult } from '../demos/index.ts';
import { locales } from '../words/index.ts';
import { reasonOf, type Check } from './check.ts';
import { drawDemo } from './draw.ts';

/** Draws in every language, because each needs other characters, and says whether that works. */
export async function checkCharts(
  result: DemoResult,
  options: RenderOptions,
): Promise<readonly Check[]> {
  const problems = { charts: new Set<string>(), fonts: new Set<string>() };
  for (const locale of locales) {
    try {
      await drawDemo({ result, locale }, options);
    } catch (error) {
      problems[error instanceof FontError ? 'fonts' : 'charts'].add(reasonOf(error));
    }
  }
  const where = options.quickChartUrl ? 'by the host of QUICKCHART_URL, else here' : 'here';
  return [
    checkOf('charts', `drawn ${where}`, problems.charts),
    checkOf('fonts', `there for ${locales.join(', ')}`, problems.fonts),
  ];
}

const checkOf = (what: Check['what'], found: string, problems: ReadonlySet<string>): Check => ({
  what,
  works: problems.size === 0,
  detail: problems.size === 0 ? found : [...problems].join(' '),
});
