import { causeIds, type CauseId } from '../causes.ts';
import type { Content } from '../content/index.ts';
import type { Answer, RankedCause } from './answer.ts';
import { crossValidate, fitTemperature } from './calibrate.ts';
import { classCount, examplesOf, offTopicClass, reader } from './examples.ts';
import type { Features } from './features.ts';
import { fitSoftmax, softmax } from './softmax.ts';

export type Answerer = (question: string) => Answer;

/** From this probability on, one cause is the answer. */
const sure = 0.75;
/** Below this probability that the question is ours at all, we don't know. */
const ours = 0.6;
const folds = 5;
const shown = 3;

/** Learns from the content alone; the same content gives the same answers. Takes about a second. */
export function createAnswerer(content: Content): Answerer {
  const read = reader(content);
  const examples = examplesOf(content, read);
  const known = new Set(examples.flatMap(({ features }) => [...features.keys()]));
  const temperature = fitTemperature(examples, crossValidate(examples, classCount, folds));
  const model = fitSoftmax(examples, classCount);
  return (question) => {
    const features = read(question);
    if (!saysSomething(features, known)) return unknown(question);
    const probabilities = softmax(model(features), temperature);
    if (1 - (probabilities[offTopicClass] ?? 1) < ours) return unknown(question);
    const causes = rank(probabilities);
    const verdict = (causes[0]?.probability ?? 0) >= sure ? 'answer' : 'unsure';
    return { question, verdict, causes, askWeights: weightsDecide(content, causes, features) };
  };
}

const unknown = (question: string): Answer => ({
  question,
  verdict: 'unknown',
  causes: [],
  askWeights: false,
});

/** At least one word, Chinese piece or concept that the content has. Pieces of words alone are no evidence. */
const saysSomething = (features: Features, known: ReadonlySet<string>): boolean =>
  [...features.keys()].some((name) => !name.startsWith('c:') && known.has(name));

const rank = (probabilities: readonly number[]): RankedCause[] =>
  causeIds
    .map((id, label) => ({ id, probability: probabilities[label] ?? 0 }))
    .toSorted((a, b) => b.probability - a.probability);

/**
 * True if "same saved weights, or trained again?" tells the likely causes apart and the question doesn't say: some of them
 * can act on a trained model and some can't.
 */
function weightsDecide(
  content: Content,
  causes: readonly RankedCause[],
  features: Features,
): boolean {
  if (features.has('k:trained-again') || features.has('k:same-weights')) return false;
  const likely = causes.slice(0, shown).filter(({ probability }) => probability >= 0.1);
  const acts = likely.map(({ id }) => actsOnTrainedModel(content, id));
  return acts.includes(true) && acts.includes(false);
}

function actsOnTrainedModel(content: Content, id: CauseId): boolean {
  return content.pages.get('en')?.get(id)?.cases.includes('same-weights') ?? false;
}
