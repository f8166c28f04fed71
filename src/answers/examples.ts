import { followUpIds, pageIds } from '../ids.ts';
import type { Content } from '../content/index.ts';
import { extractor, wordsOf, type Features } from './features.ts';
import { fold } from './fold.ts';
import { ruledOutTaker } from './ruled-out.ts';
import type { Label } from './labels.ts';
import { speller } from './spelling.ts';

export interface Phrasing {
  readonly text: string;
  /** Every right class; none if the question is none of ours. */
  readonly labels: readonly Label[];
}

/** All that the answerer learns from: the phrasings of the written pages, the ambiguous and the off-topic ones. */
export function phrasingsOf({ pages, followUps, ambiguous, offTopic }: Content): Phrasing[] {
  const written = (['en', 'zh-CN'] as const).flatMap((locale) => [
    ...pageIds.map((id) => pages.get(locale)?.get(id)),
    ...followUpIds.map((id) => followUps.get(locale)?.get(id)),
  ]);
  return [
    ...written.flatMap((page) =>
      page ? page.phrasings.map((text) => ({ text, labels: [page.id] })) : [],
    ),
    ...ambiguous.flatMap(({ causes, phrasings }) =>
      phrasings.map((text) => ({ text, labels: causes })),
    ),
    ...offTopic.map((text) => ({ text, labels: [] })),
  ];
}

/** The words of the phrasings, each once. */
export const wordsIn = (phrasings: readonly Phrasing[]): readonly string[] => [
  ...new Set(phrasings.flatMap(({ text }) => wordsOf(fold(text)))),
];

/** Turns a question into features, with its typing errors corrected to words of the phrasings. */
export function reader(content: Content, words: readonly string[]): (question: string) => Features {
  const correct = speller(words);
  const extract = extractor(content.concepts);
  const takeOut = ruledOutTaker(content.ruledOut, content.evidence.notStated);
  return (question) => {
    const { left, ruledOut } = takeOut(fold(question));
    const corrected = correct(wordsOf(left));
    return extract({ text: `${left} ${corrected.join(' ')}`, words: corrected, ruledOut });
  };
}
