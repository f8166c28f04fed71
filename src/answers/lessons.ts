import type { Content, Told } from '../content/index.ts';
import { followUpIds, pageIds } from '../ids.ts';
import type { Label } from './labels.ts';

/** All that is learned from, as plain data: the pages' sentences are none of it. */
export interface Lessons {
  readonly questions: readonly Known[];
  /** How the questions are read. */
  readonly evidence: Content['evidence'];
  readonly ruledOut: Content['ruledOut'];
}

export const lessonsOf = (content: Content): Lessons => ({
  questions: knownQuestions(content),
  evidence: content.evidence,
  ruledOut: content.ruledOut,
});

/** A question to learn from. */
export interface Known {
  readonly text: string;
  /** Every right class, best first; none if the question is none of ours. */
  readonly labels: readonly Label[];
  /** How often it counts. */
  readonly weight: number;
  /** Who worded it; undefined for the phrasings, which have one author. */
  readonly author?: string;
  /** What an expert read in it, if one did. */
  readonly told?: Told;
}

/**
 * A phrasing is a few words by the one author of the content; an open question is somebody's own story. There are thousands
 * of the former, so each counts less. Found by leaving out one author after the other, and on tests/answers/dev.
 */
const weightOf = { phrasing: 0.6, open: 2 } as const;

/** The phrasings of the pages, ambiguous and off-topic ones, and open questions by many hands. */
function knownQuestions(content: Content): Known[] {
  const { pages, followUps, ambiguous, offTopic, openQuestions } = content;
  const written = (['en', 'zh-CN'] as const).flatMap((locale) => [
    ...pageIds.map((id) => pages.get(locale)?.get(id)),
    ...followUpIds.map((id) => followUps.get(locale)?.get(id)),
  ]);
  const phrased = (text: string, labels: readonly Label[]): Known => ({
    text,
    labels,
    weight: weightOf.phrasing,
  });
  return [
    ...written.flatMap((page) => page?.phrasings.map((text) => phrased(text, [page.id])) ?? []),
    ...ambiguous.flatMap(({ causes, phrasings }) => phrasings.map((text) => phrased(text, causes))),
    ...offTopic.map((text) => phrased(text, [])),
    ...openQuestions.map(({ pages: labels, ...others }) => ({
      ...others,
      labels,
      weight: weightOf.open,
    })),
  ];
}
