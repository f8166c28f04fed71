import { deserialize, serialize } from 'node:v8';
import type { Content } from '../content/index.ts';
import type { Answer } from './answer.ts';
import { judge, noWordKnown, type Belief } from './judge.ts';
import { labels } from './labels.ts';
import { fitModels, scoresOf, type Models, type Scores } from './models.ts';
import { knownQuestions, type Known } from './questions.ts';
import { reader, type Read } from './reader.ts';
import { probabilitiesOf } from './softmax.ts';
import { toRow, vocabularyOf, wordsKnown, type Vocabulary } from './vocabulary.ts';

/** One known word alone asks nothing. */
const fewestWords = 2;

export type Answerer = (question: string) => Answer;

/** What there is to remember of the questions; the rest of an answer stands in the content itself. */
interface Learned {
  readonly vocabulary: Vocabulary;
  readonly models: Models;
}

/**
 * Learns from the content alone; the same content gives the same bytes. Takes seconds, so the process that answers only
 * loads them. The form is Node's own for plain data (v8.serialize); every Node reads what an older one wrote.
 */
export function learn(content: Content): Uint8Array {
  return serialize(learnFrom(readAll(content)));
}

/** Answers by what `learn` remembered of the same content. */
export function load(bytes: Uint8Array, content: Content): Answerer {
  // From `learn`, of the same version of this file: whoever stores the bytes sees to it.
  return answererOf(deserialize(bytes) as Learned, content);
}

/** An answerer that has not learned from this author's questions, to see what it makes of them. */
export const answererWithout = (author: string, content: Content): Answerer =>
  answererOf(learnFrom(readAll(content).filter(({ known }) => known.author !== author)), content);

interface Question {
  readonly known: Known;
  readonly read: Read;
}

function readAll(content: Content): Question[] {
  const read = reader(content);
  return knownQuestions(content).map((known) => ({ known, read: read(known.text) }));
}

function learnFrom(questions: readonly Question[]): Learned {
  const vocabulary = vocabularyOf(questions.map(({ read }) => read.pieces));
  const rows = questions.map(({ known: { labels: right, weight }, read }) => ({
    row: toRow(read.pieces, vocabulary),
    labels: right,
    weight,
  }));
  return { vocabulary, models: fitModels(rows, vocabulary) };
}

function answererOf({ vocabulary, models }: Learned, content: Content): Answerer {
  const read = reader(content);
  return (question) => {
    const { pieces, reading } = read(question);
    const words = wordsKnown(pieces, vocabulary);
    if (words < fewestWords) return noWordKnown(question);
    const scores = scoresOf(models, toRow(pieces, vocabulary));
    return { question, ...judge(content, reading, { ...believe(scores), words }) };
  };
}

/**
 * The temperatures at which the probabilities of unseen questions mean what they say (Guo et al. 2017): found by leaving out
 * one author after the other.
 */
const temperatures = { ours: 1, classes: 0.55 } as const;

function believe({ ours, classes }: Scores): Omit<Belief, 'words'> {
  const probabilities = probabilitiesOf(classes, temperatures.classes);
  return {
    ours: probabilitiesOf(ours, temperatures.ours)[0] ?? 0,
    of: (label) => probabilities[labels.indexOf(label)] ?? 0,
  };
}
