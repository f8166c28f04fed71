import type { Believed } from '../../src/answers/index.ts';
import { pageIds, type PageId } from '../../src/ids.ts';

/** Where only the best causes of a question are known, best first: they count for more than the others, by their place. */
export function believedOf(causes: readonly PageId[]): Believed {
  const weightOf = (id: PageId) => byPlace[causes.indexOf(id)] ?? elsewhere;
  const sum = pageIds.reduce((all, id) => all + weightOf(id), 0);
  return {
    onTopic: 1,
    pages: pageIds.map((id) => ({ id, probability: weightOf(id) / sum })),
    symptoms: [],
    asksFollowUp: false,
  };
}

const byPlace = [4, 2, 1.5];
const elsewhere = 0.5;
