import { deserialize, serialize } from 'node:v8';
import type { Content } from '../content/index.ts';
import type { Answer } from './answer.ts';
import { detach } from './detach.ts';
import { judge, noWordKnown, type Belief } from './judge.ts';
import { labels } from './labels.ts';
import { fitModels, scoresOf, type Models, type Scores } from './models.ts';
import { lessonsOf, type Known, type Lessons } from './lessons.ts';
import { reader, type Read } from './reader.ts';
import { probabilitiesOf } from './softmax.ts';
import { fitTold, guess, withTold, type Guess, type ToldModel, type ToldQuestion } from './told.ts';
import { toRow, vocabularyOf, type Vocabulary } from './vocabulary.ts';

/** One known word alone asks nothing. */
const fewestWords = 2;

export type Answerer = (question: string) => Answer;

/** What there is to remember of the questions; the rest of an answer stands in the content itself. */
interface Learned {
  readonly vocabulary: Vocabulary;
  readonly models: Models;
  readonly told: ToldModel;
}

/**
 * Learns from the lessons alone; the same lessons give the same bytes. Takes seconds, so the process that answers only
 * loads them. The form is Node's own for plain data (v8.serialize); every Node reads what an older one wrote.
 */
export function learn(lessons: Lessons): Uint8Array {
  return serialize(learnFrom(readAll(lessons)));
}

/** Answers by what `learn` remembered of this content's lessons. */
export function load(bytes: Uint8Array, content: Content): Answerer {
  // From `learn`, of the same version of this file: whoever stores the bytes sees to it.
  return answererOf(detach(deserialize(bytes) as Learned), content);
}

/** Makes answerers that have not learned from an author's questions, to see what they make of them. */
export function answererWithout(content: Content): (author: string) => Answerer {
  const questions = readAll(lessonsOf(content));
  return (author) =>
    answererOf(learnFrom(questions.filter(({ known }) => known.author !== author)), content);
}

/** As `answererWithout`: what the whole question tells, however unlikely. */
export function guesserWithout(
  content: Content,
): (author: string) => (question: string) => Guess[] {
  const questions = readAll(lessonsOf(content));
  const read = reader(content);
  return (author) => {
    const told = fitTold(questions.filter(({ known }) => known.author !== author).flatMap(toldOf));
    return (question) => guess(told, read(question).pieces);
  };
}

interface Question {
  readonly known: Known;
  readonly read: Read;
}

function readAll(lessons: Lessons): Question[] {
  const read = reader(lessons);
  return lessons.questions.map((known) => ({ known, read: read(known.text) }));
}

function learnFrom(questions: readonly Question[]): Learned {
  const vocabulary = vocabularyOf(questions.map(({ read }) => read.pieces));
  const rows = questions.map(({ known: { labels: right, weight }, read }) => ({
    row: toRow(read.pieces, vocabulary),
    labels: right,
    weight,
  }));
  return {
    vocabulary,
    models: fitModels(rows, vocabulary),
    told: fitTold(questions.flatMap(toldOf)),
  };
}

const toldOf = ({ known: { told, labels: right }, read }: Question): ToldQuestion[] =>
  told && right.length > 0 ? [{ told, pieces: read.pieces }] : [];

function answererOf({ vocabulary, models, told }: Learned, content: Content): Answerer {
  const read = reader(content);
  return (question) => {
    const { pieces, reading } = read(question);
    const row = toRow(pieces, vocabulary);
    if (row.wordsKnown < fewestWords) return noWordKnown(question);
    const scores = scoresOf(models, row);
    const evidence = withTold(reading.evidence, told, pieces);
    return {
      question,
      ...judge(content, { ...reading, evidence }, believe(scores, row.wordsKnown)),
    };
  };
}

/**
 * The temperature at which the probabilities of unseen questions mean what they say (Guo et al. 2017): found by leaving out
 * one author after the other.
 */
const temperature = 0.55;
function believe({ ours, classes }: Scores, words: number): Belief {
  const probabilities = probabilitiesOf(classes, temperature);
  // What fits no class well is less likely ours. A logistic regression on authors left out gives the power as .9, and says that
  // a likeliest class of one half changes nothing.
  const clarity = Math.max(...probabilitiesOf(classes));
  const odds = Math.exp((ours[0] ?? 0) - (ours[1] ?? 0)) * 2 * clarity;
  return {
    ours: odds / (1 + odds),
    of: (label) => probabilities[labels.indexOf(label)] ?? 0,
    words,
  };
}
