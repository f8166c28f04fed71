import { causeIds, type CauseId } from '../causes.ts';
import type { Content } from '../content/index.ts';
import { extractor, wordsOf, type Features } from './features.ts';
import { fold } from './fold.ts';
import type { Example } from './softmax.ts';
import { speller } from './spelling.ts';

/** The class of questions that are none of ours. */
export const offTopicClass = causeIds.length;
export const classCount = causeIds.length + 1;

export interface Phrasing {
  readonly text: string;
  readonly label: number;
}

/** All that the answerer learns from: the phrasings of the written pages, the ambiguous and the off-topic ones. */
export function phrasingsOf(content: Content): Phrasing[] {
  const ours = (['en', 'zh-CN'] as const).flatMap((locale) =>
    causeIds.flatMap((id, label) => {
      const phrasings = content.pages.get(locale)?.get(id)?.phrasings ?? [];
      return phrasings.map((text) => ({ text, label }));
    }),
  );
  // Once for each cause that fits: the model learns to divide its trust.
  const several = content.ambiguous.flatMap(({ causes, phrasings }) =>
    phrasings.flatMap((text) => causes.map((id) => ({ text, label: causeIds.indexOf(id) }))),
  );
  return [...ours, ...several, ...content.offTopic.map((text) => ({ text, label: offTopicClass }))];
}

/** Turns a question into features, with its typing errors corrected to the content's own words. */
export function reader(content: Content): (question: string) => Features {
  const correct = speller(phrasingsOf(content).flatMap(({ text }) => wordsOf(fold(text))));
  const extract = extractor(content.concepts);
  return (question) => {
    const folded = fold(question);
    const words = correct(wordsOf(folded));
    return extract(`${folded} ${words.join(' ')}`, words);
  };
}

/** Interleaved, so that every fold of a cross-validation gets some of each class. */
export const examplesOf = (content: Content, read: (question: string) => Features): Example[] =>
  phrasingsOf(content).map(({ text, label }) => ({ features: read(text), label }));

export const causeOf = (label: number): CauseId | undefined => causeIds[label];
