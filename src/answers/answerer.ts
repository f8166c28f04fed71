import type { Content } from '../content/index.ts';
import type { Answer } from './answer.ts';
import { crossValidate, fitTemperature } from './calibrate.ts';
import { examplesOf, phrasingsOf, reader, type Phrasing } from './examples.ts';
import type { Features } from './features.ts';
import { judge, noWordKnown } from './judge.ts';
import { labels } from './labels.ts';
import { fitModel } from './model.ts';
import { probabilitiesOf } from './probabilities.ts';

export type Answerer = (question: string) => Answer;

const folds = 5;
/** Enough to fit one number; the others would only make the start longer. */
const foldsUsed = 1;

/** Learns from the content alone; the same content gives the same answers. Takes about a second. */
export function createAnswerer(content: Content): Answerer {
  const read = reader(content);
  const examples = examplesOf(content, read);
  const known = new Set(examples.flatMap(({ features }) => [...features.keys()]));
  const unseen = crossValidate(examples, labels.length, folds, foldsUsed);
  const temperature = fitTemperature(examples, unseen);
  const model = fitModel(examples, labels.length);
  return (question) => {
    const features = read(question);
    if (!saysSomething(features, known)) return noWordKnown(question);
    return judge(content, question, features, probabilitiesOf(model(features), temperature));
  };
}

/** What would be answered to each phrasing by an answerer that has not learned it. */
export function crossValidatedAnswers(
  content: Content,
  parts: number,
): { readonly phrasing: Phrasing; readonly answer: Answer }[] {
  const examples = examplesOf(content, reader(content));
  const unseen = crossValidate(examples, labels.length, parts);
  const temperature = fitTemperature(examples, unseen);
  return phrasingsOf(content).map((phrasing, i) => {
    const probabilities = probabilitiesOf(unseen[i] ?? [], temperature);
    const features = examples[i]?.features ?? new Map<string, number>();
    return { phrasing, answer: judge(content, phrasing.text, features, probabilities) };
  });
}

/** At least one word, Chinese piece or concept that the content has. Pieces of words alone are no evidence. */
const saysSomething = (features: Features, known: ReadonlySet<string>): boolean =>
  [...features.keys()].some((name) => name !== 'few' && !name.startsWith('c:') && known.has(name));
