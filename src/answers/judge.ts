import { followUpIds, pageIds, type FollowUpId, type PageId } from '../causes.ts';
import type { Content } from '../content/index.ts';
import type { Answer, RankedCause } from './answer.ts';
import type { Features } from './features.ts';
import { causeOf, labels, rankedPages, type Label } from './labels.ts';

/** From this probability on, one cause is the answer. */
const sure = 0.75;
/** Below this probability that the question is ours at all, we don't know. */
const ours = 0.6;
const shown = 3;

type Probabilities = (label: Label) => number;

/** Turns the probabilities of all classes, in the order of `labels`, into an answer. */
export function judge(
  content: Content,
  question: string,
  features: Features,
  probabilities: readonly number[],
): Answer {
  const of: Probabilities = (label) => probabilities[labels.indexOf(label)] ?? 0;
  const onTopic = 1 - of('off-topic');
  const causes = rank(content, of);
  const page = specialCase(content, of, causes);
  const followUp = followUpIds.find((id) => of(id) > onTopic / 2);
  const isSure = (causes[0]?.probability ?? 0) >= sure && !followUp;
  return {
    question,
    verdict: onTopic < ours ? 'unknown' : isSure ? 'answer' : 'unsure',
    causes,
    ...(page ? { page } : {}),
    ...(followUp ? { followUp } : {}),
    onTopic,
    askWeights: weightsDecide(content, causes, features),
  };
}

export const noWordKnown = (question: string): Answer => ({
  question,
  verdict: 'unknown',
  causes: [],
  onTopic: 0,
  askWeights: false,
});

/**
 * The pages that stand for themselves, each with its special cases, given that the question is ours. What speaks for a
 * follow-up speaks for the pages it leads to, for the first of them most.
 */
function rank(content: Content, of: Probabilities): RankedCause[] {
  const ledTo = (id: PageId) =>
    followUpIds.reduce((sum, each) => sum + of(each) * lead(content, each, id), 0);
  const withSpecialCases = (id: PageId) =>
    familyOf(content, id).reduce((sum, each) => sum + of(each) + ledTo(each), 0);
  return rankedPages(content)
    .map((id) => ({ id, probability: withSpecialCases(id) / (1 - of('off-topic')) }))
    .toSorted((a, b) => b.probability - a.probability);
}

/** The share of a follow-up's probability that goes to this page; all shares together are 1. */
function lead(content: Content, followUp: FollowUpId, id: PageId): number {
  const see = content.followUps.get('en')?.get(followUp)?.see ?? [];
  const all = see.reduce((sum, _, place) => sum + 1 / (place + 1), 0);
  const place = see.indexOf(id);
  return place < 0 ? 0 : 1 / (place + 1) / all;
}

const familyOf = (content: Content, id: PageId): PageId[] =>
  pageIds.filter((each) => causeOf(content, each) === id);

/** The special case of the first cause that is likelier than its general page. */
function specialCase(
  content: Content,
  of: Probabilities,
  [first]: readonly RankedCause[],
): PageId | undefined {
  if (!first) return undefined;
  const [best] = familyOf(content, first.id).toSorted((a, b) => of(b) - of(a));
  return best === first.id ? undefined : best;
}

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

function actsOnTrainedModel(content: Content, id: PageId): boolean {
  return content.pages.get('en')?.get(id)?.cases.includes('same-weights') ?? false;
}
