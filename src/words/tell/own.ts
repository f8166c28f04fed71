import type { SeriesName } from '../../demos/index.ts';
import { partsOf } from '../../demos/index.ts';
import type { SeriesProblem } from '../../series/index.ts';
import type { Language } from '../en/index.ts';
import type { Story } from '../story.ts';

/** Why a file gives no series: one sentence. */
export const tellSeriesProblem = (problem: SeriesProblem, { own }: Language): string =>
  // Safe: the sentence is that of the problem's own kind.
  (own.problems[problem.kind] as (problem: SeriesProblem) => string)(problem);

/**
 * The story of a demo on somebody's own series: as on the toy's, but it says whose series it is, how that was used, and
 * nothing that holds for the toy alone.
 */
export function onOwnSeries(story: Story, { count }: SeriesName, { own }: Language): Story {
  const { training, forecast } = partsOf(count);
  const pairs = own.instead(forecast);
  const told = (text: string) =>
    pairs.reduce((sentence, [said, instead]) => sentence.replaceAll(said, instead), text);
  const lines = (text: Story['title']) => (typeof text === 'string' ? told(text) : text.map(told));
  const [first = '', ...others] = [story.subtitle].flat().map(told);
  return {
    ...story,
    title: lines(story.title),
    subtitle: [own.name(count) + first, ...others],
    headings: [
      { ...story.headings[0], text: told(story.headings[0].text) },
      { ...story.headings[1], text: told(story.headings[1].text) },
    ],
    ...(story.details !== undefined && { details: told(story.details) }),
    finding: `${told(story.finding)}\n${own.how(count, training, forecast)}`,
  };
}
