import { followUpIds, pageIds, type FollowUpId, type PageId } from '../ids.ts';
import type { Content } from '../content/index.ts';
import { nothingRead, type RankedCause } from '../evidence/index.ts';
import type { Answer } from './answer.ts';
import type { Features } from './features.ts';
import { causeOf, rankedPages, type Label } from './labels.ts';

/** From this probability on, one cause is the answer. */
const sure = 0.75;
/** Below this probability that the question is ours at all, we don't know. */
const ours = 0.6;
const shown = 3;

/** What the models believe of a question, calibrated. */
export interface Belief {
  /** That it is ours. */
  readonly ours: number;
  /** That it belongs to a class, if it is ours; 1 over all classes. */
  readonly of: (label: Label) => number;
}

export function judge(
  content: Content,
  question: string,
  features: Features,
  { ours: onTopic, of }: Belief,
): Answer {
  const causes = rank(content, of);
  const page = specialCase(content, of, causes);
  const followUp = followUpIds.find((id) => of(id) > 0.5);
  const isSure = (causes[0]?.probability ?? 0) >= sure && !followUp;
  return {
    question,
    verdict: onTopic < ours ? 'unknown' : isSure ? 'answer' : 'unsure',
    causes,
    ...(page ? { page } : {}),
    ...(followUp ? { followUp } : {}),
    onTopic,
    askWeights: weightsDecide(content, causes, features),
    ...noEvidence,
  };
}

export const noWordKnown = (question: string): Answer => ({
  question,
  verdict: 'unknown',
  causes: [],
  onTopic: 0,
  askWeights: false,
  ...noEvidence,
});

const noEvidence = { evidence: nothingRead, places: {}, ruledOut: [], fork: false };

/**
 * The pages that stand for themselves, each with its special cases, given that the question is ours. What speaks for a
 * follow-up speaks for the pages it leads to, for the first of them most.
 */
function rank(content: Content, of: Belief['of']): RankedCause[] {
  const ledTo = (id: PageId) =>
    followUpIds.reduce((sum, each) => sum + of(each) * lead(content, each, id), 0);
  const withSpecialCases = (id: PageId) =>
    familyOf(content, id).reduce((sum, each) => sum + of(each) + ledTo(each), 0);
  return rankedPages(content)
    .map((id) => ({ id, probability: withSpecialCases(id) }))
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
  of: Belief['of'],
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
