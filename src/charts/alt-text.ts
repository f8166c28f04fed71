import type { DemoResult } from '../demos/index.ts';
import type { Story, Words } from '../words/index.ts';
import { lengthOf, widestStretch } from './extent.ts';
import { joinLines } from './text.ts';

/** Discord's limit. */
const longestAltText = 1024;

/** The chart for those who don't see it: the finding, what was varied, and what the two panels show. */
export function altText(result: DemoResult, story: Story, words: Words['chart']): string {
  const { alt } = words;
  const title = joinLines(story.title);
  const settings = new Set(result.before.labels).size;
  const pairs = new Set(result.after.groups).size;
  const numbered = result.before.labels.every((label, row) => label === String(row + 1));
  const sentences = [
    /[.!?。！？]$/.test(title) ? title : `${title}${alt.stop}`,
    story.subtitle,
    alt.panels(result.timeSteps.at(0) ?? 0, result.timeSteps.at(-1) ?? 0),
    alt.above(inWords(result, 'before', story.before)),
    ...(numbered || settings < 2 ? [] : [alt.settings(result.before.labels)]),
    alt.below(inWords(result, 'after', story.after)),
    ...(pairs > 1 ? [alt.pairs(pairs)] : []),
  ];
  return cut(sentences.join(alt.space), longestAltText);
}

function inWords(result: DemoResult, side: 'before' | 'after', heading: string) {
  const condition = result[side];
  const stretch = widestStretch(condition, result.measure);
  return {
    heading,
    lines: condition.outputs.length,
    identical: condition.identical,
    distance: stretch ? lengthOf(stretch) : 0,
    at: result.timeSteps[stretch?.at ?? 0] ?? 0,
    fromTarget: result.measure === 'error',
    error: condition.error,
  };
}

const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
