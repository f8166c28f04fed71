import { deserialize, serialize } from 'node:v8';
import type { Content } from '../content/index.ts';
import { evidenceReader } from '../evidence/index.ts';
import type { Answer } from './answer.ts';
import { fold } from './fold.ts';
import { crossValidate, fitTemperatures, type Temperatures } from './calibrate.ts';
import { phrasingsOf, reader, wordsIn, type Phrasing } from './examples.ts';
import type { Features } from './features.ts';
import { judge, noWordKnown, type Belief } from './judge.ts';
import { indexOf, labels } from './labels.ts';
import { fitModels, scoresOf, type Models, type Scores } from './learn.ts';
import { probabilitiesOf } from './probabilities.ts';
import { namesOf, vocabularyOf, type Vocabulary } from './rows.ts';

export type Answerer = (question: string) => Answer;

/** What there is to remember of the content; the rest of an answer stands in the content itself. */
interface Learned {
  readonly words: readonly string[];
  readonly features: readonly string[];
  readonly models: Models;
  readonly temperatures: Temperatures;
}

const folds = 5;
/** Enough to fit two numbers; the others would only take time. */
const foldsUsed = 1;

/**
 * Learns from the content alone; the same content gives the same bytes. Takes more than a second, so the process that
 * answers only loads them. The form is Node's own for plain data (v8.serialize); every Node reads what an older one wrote.
 */
export function learn(content: Content): Uint8Array {
  const { words, features, examples, size } = prepare(content);
  const lesson = { examples, features: size };
  const learned: Learned = {
    words,
    features,
    models: fitModels(examples, size),
    temperatures: fitTemperatures(examples, crossValidate(lesson, folds, foldsUsed)),
  };
  return serialize(learned);
}

/** Answers by what `learn` remembered of the same content. */
export function load(bytes: Uint8Array, content: Content): Answerer {
  // From `learn`, of the same version of this file: whoever stores the bytes sees to it.
  const { words, features: names, models, temperatures } = deserialize(bytes) as Learned;
  const read = reader(content, words);
  const vocabulary = vocabularyOf(names);
  const readEvidence = evidenceReader(content.evidence, content.ruledOut, fold);
  return (question) => {
    const features = read(question);
    if (!saysSomething(features, vocabulary)) return noWordKnown(question);
    const belief = believe(scoresOf(models, vocabulary.toRow(features)), temperatures);
    return { question, ...judge(content, readEvidence(question), features, belief) };
  };
}

/** What would be answered to each phrasing by an answerer that has not learned it. */
export function crossValidatedAnswers(
  content: Content,
  parts: number,
): { readonly phrasing: Phrasing; readonly answer: Answer }[] {
  const { read, phrasings, examples, size } = prepare(content);
  const unseen = crossValidate({ examples, features: size }, parts);
  const temperatures = fitTemperatures(examples, unseen);
  const readEvidence = evidenceReader(content.evidence, content.ruledOut, fold);
  return phrasings.flatMap((phrasing, i) => {
    const scores = unseen[i];
    if (!scores) return [];
    const belief = believe(scores, temperatures);
    const { text } = phrasing;
    return [
      {
        phrasing,
        answer: { question: text, ...judge(content, readEvidence(text), read(text), belief) },
      },
    ];
  });
}

function prepare(content: Content) {
  const phrasings = phrasingsOf(content);
  const words = wordsIn(phrasings);
  const read = reader(content, words);
  const rows = phrasings.map(({ text }) => read(text));
  const features = namesOf(rows);
  const { toRow, size } = vocabularyOf(features);
  const examples = phrasings.map(({ labels: right }, i) => ({
    row: toRow(rows[i] ?? new Map()),
    labels: right.map(indexOf),
  }));
  return { read, phrasings, words, features, examples, size };
}

function believe({ ours, classes }: Scores, temperatures: Temperatures): Belief {
  const probabilities = probabilitiesOf(classes, temperatures.classes);
  return {
    ours: probabilitiesOf(ours, temperatures.ours)[0] ?? 0,
    of: (label) => probabilities[labels.indexOf(label)] ?? 0,
  };
}

/** At least one word, Chinese piece or concept that the content has. Pieces of words alone are no evidence. */
const saysSomething = (features: Features, known: Vocabulary): boolean =>
  [...features.keys()].some((name) => name !== 'few' && !name.startsWith('c:') && known.has(name));
