import type { Content } from '../content/index.ts';
import type { Answer } from './answer.ts';
import { crossValidate, fitTemperatures, type Temperatures } from './calibrate.ts';
import { phrasingsOf, reader, type Phrasing } from './examples.ts';
import type { Features } from './features.ts';
import { judge, noWordKnown, type Belief } from './judge.ts';
import { indexOf, labels } from './labels.ts';
import { learn, type Scores } from './learn.ts';
import { probabilitiesOf } from './probabilities.ts';
import { vocabularyOf, type Vocabulary } from './rows.ts';

export type Answerer = (question: string) => Answer;

const folds = 5;
/** Enough to fit two numbers; the others would only make the start longer. */
const foldsUsed = 1;

/** Learns from the content alone; the same content gives the same answers. Takes about a second. */
export function createAnswerer(content: Content): Answerer {
  const { read, vocabulary, ...lesson } = prepare(content);
  const temperatures = fitTemperatures(lesson.examples, crossValidate(lesson, folds, foldsUsed));
  const score = learn(lesson.examples, lesson.features);
  return (question) => {
    const features = read(question);
    if (!saysSomething(features, vocabulary)) return noWordKnown(question);
    const belief = believe(score(vocabulary.toRow(features)), temperatures);
    return judge(content, question, features, belief);
  };
}

/** What would be answered to each phrasing by an answerer that has not learned it. */
export function crossValidatedAnswers(
  content: Content,
  parts: number,
): { readonly phrasing: Phrasing; readonly answer: Answer }[] {
  const { read, phrasings, ...lesson } = prepare(content);
  const unseen = crossValidate(lesson, parts);
  const temperatures = fitTemperatures(lesson.examples, unseen);
  return phrasings.flatMap((phrasing, i) => {
    const scores = unseen[i];
    if (!scores) return [];
    const belief = believe(scores, temperatures);
    return [{ phrasing, answer: judge(content, phrasing.text, read(phrasing.text), belief) }];
  });
}

function prepare(content: Content) {
  const read = reader(content);
  const phrasings = phrasingsOf(content);
  const features = phrasings.map(({ text }) => read(text));
  const vocabulary = vocabularyOf(features);
  const examples = phrasings.map(({ labels: right }, i) => ({
    row: vocabulary.toRow(features[i] ?? new Map()),
    labels: right.map(indexOf),
  }));
  return { read, phrasings, vocabulary, examples, features: vocabulary.size };
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
