import type { Place } from './evidence.ts';

export interface Sentence extends Place {
  /** Folded: small letters, simplified Chinese. */
  readonly text: string;
}

/** Up to a full stop, a question or exclamation mark before a space, or a line's end; "0.41" and "model.eval()" hold together. */
const pattern = /(?:[^.!?。!?;;\n]|[.!?](?=[^\s.!?]))+[.!?。!?;;\n]*/gu;

/** The sentences of a question, each with its place in the question as it was written. */
export function sentencesOf(question: string, fold: (text: string) => string): Sentence[] {
  return [...question.matchAll(pattern)].flatMap((match) => {
    const [whole] = match;
    const start = match.index + whole.length - whole.trimStart().length;
    const text = fold(whole);
    return text === '' ? [] : [{ text, start, end: start + whole.trim().length }];
  });
}
