import { followUpIds, pageIds, type FollowUpId, type PageId } from '../ids.ts';
import type { Content } from '../content/index.ts';
import {
  nothingRead,
  rankByEvidence,
  type Evidence,
  type RankedCause,
  type Reading,
} from '../evidence/index.ts';
import type { Answer } from './answer.ts';
import { causeOf, rankedPages, type Label } from './labels.ts';

/**
 * From this probability on that the question is ours and the first cause right, one cause is the answer. It and the one
 * below are found by leaving out one author after the other: 94 % of the certain answers were right, 4 % of ours refused.
 */
const sure = 0.8;
/** Below this probability that the question is ours at all, we don't know. */
const ours = 0.32;
/** Of a question of fewer known words there is too little to go by: then it takes this probability. */
const fewWords = 4;
const oursInFew = 0.6;
/** At most so likely to be ours is a question whose outputs are all the same. */
const reversed = 0.1;
const shown = 3;

/** What the models believe of a question, calibrated. */
export interface Belief {
  /** That it is ours. */
  readonly ours: number;
  /** That it belongs to a class, if it is ours; 1 over all classes. */
  readonly of: (label: Label) => number;
  /** How many of its words are known. */
  readonly words: number;
}

export function judge(
  content: Content,
  reading: Reading,
  belief: Belief,
): Omit<Answer, 'question'> {
  const { evidence, places, ruledOut, fork } = reading;
  const onTopic = reading.sameValue ? Math.min(belief.ours, reversed) : belief.ours;
  const likely = fork ? undefined : followUpIds.find((id) => belief.of(id) > 0.5);
  // Asked beside the cause: it is answered first, and leaves the cause as sure as it is.
  const followUp = likely ?? (reading.asksNormal ? 'how-much-is-normal' : undefined);
  const pages = rankByEvidence(evidence, pagesOf(content, belief.of, reading.symptoms));
  const causes = fork ? forked(content) : ofFamilies(content, pages, evidence.ruledOut);
  const page = fork ? undefined : specialCase(content, reading, pages, causes);
  const isSure =
    onTopic * (causes[0]?.probability ?? 0) >= sure &&
    !likely &&
    !fork &&
    !isVague(evidence, causes);
  return {
    verdict:
      onTopic < (belief.words < fewWords ? oursInFew : ours) && !fork
        ? 'unknown'
        : isSure
          ? 'answer'
          : 'unsure',
    causes,
    ...(page ? { page } : {}),
    ...(followUp ? { followUp } : {}),
    onTopic,
    askWeights: fork || (!saysWeights(evidence) && weightsDecide(content, causes)),
    evidence,
    places,
    ruledOut,
    fork,
  };
}

/**
 * Where nothing is said but that outputs differ, the most frequent cause comes first, and would be a guess: it takes a word of
 * training again.
 */
const isVague = ({ between, held }: Evidence, [first]: readonly RankedCause[]): boolean =>
  first?.id === 'initial-weights' && between.length === 0 && !held.includes('seed');

export const noWordKnown = (question: string): Answer => ({
  question,
  verdict: 'unknown',
  causes: [],
  onTopic: 0,
  askWeights: false,
  evidence: nothingRead,
  places: {},
  ruledOut: [],
  fork: false,
});

/**
 * "Why is the output different every time?" First what acts on trained weights, then what acts when it is trained again; the
 * order is what counts, no word speaks for one of them.
 */
const onTrainedWeights: readonly PageId[] = ['dropout', 'carried-state', 'saved-model'];
const inTraining: readonly PageId[] = [
  'initial-weights',
  'batch-order',
  'data-set',
  'hyperparameters',
];

function forked(content: Content): RankedCause[] {
  const first = [...onTrainedWeights, ...inTraining];
  return first
    .map((id): RankedCause => ({ id, probability: 1 / first.length }))
    .concat(
      rankedPages(content)
        .filter((id) => !first.includes(id))
        .map((id) => ({ id, probability: 0 })),
    );
}

/** How much more a special case is believed whose symptoms are told. */
const bySymptoms = 2.5;

/** Every page with what speaks for it; what speaks for a follow-up speaks for the pages it leads to, for the first of them most. */
function pagesOf(content: Content, of: Belief['of'], symptoms: readonly PageId[]): RankedCause[] {
  const ledTo = (id: PageId) =>
    followUpIds.reduce((sum, each) => sum + of(each) * lead(content, each, id), 0);
  const weighed = pageIds.map((id) => ({
    id,
    probability: (of(id) + ledTo(id)) * (symptoms.includes(id) ? bySymptoms : 1),
  }));
  const sum = weighed.reduce((all, { probability }) => all + probability, 0);
  return weighed.map(({ id, probability }) => ({ id, probability: probability / (sum || 1) }));
}

/**
 * The pages that stand for themselves, each with its special cases. One that is ruled out comes last, unless most of it is a
 * special case that is not: without dropout it may still be the batch normalisation.
 */
function ofFamilies(
  content: Content,
  pages: readonly RankedCause[],
  ruledOut: readonly PageId[],
): RankedCause[] {
  const families = rankedPages(content).map((id) => {
    const family = pages.filter((each) => causeOf(content, each.id) === id);
    const isOut = ruledOut.includes(likeliest(family)?.id ?? id);
    return { id, isOut, probability: family.reduce((sum, each) => sum + each.probability, 0) };
  });
  return families
    .toSorted((a, b) => Number(a.isOut) - Number(b.isOut) || b.probability - a.probability)
    .map(({ id, probability }) => ({ id, probability }));
}

const likeliest = (causes: readonly RankedCause[]): RankedCause | undefined =>
  causes.toSorted((a, b) => b.probability - a.probability)[0];

/** The share of a follow-up's probability that goes to this page; all shares together are 1. */
function lead(content: Content, followUp: FollowUpId, id: PageId): number {
  const see = content.followUps.get('en')?.get(followUp)?.see ?? [];
  const all = see.reduce((sum, _, place) => sum + 1 / (place + 1), 0);
  const place = see.indexOf(id);
  return place < 0 ? 0 : 1 / (place + 1) / all;
}

/** Where its symptoms are told, a special case needs this share of its general page's probability, else all of it. */
const enoughWithSymptoms = 0.25;

/** The special case of the first cause that fits better than its general page: likelier, or shown by its symptoms. */
function specialCase(
  content: Content,
  { symptoms }: Reading,
  pages: readonly RankedCause[],
  [first]: readonly RankedCause[],
): PageId | undefined {
  const family = pages.filter(({ id }) => first && causeOf(content, id) === first.id);
  const general = family.find(({ id }) => id === first?.id)?.probability ?? 0;
  return family.find(
    ({ id, probability }) =>
      id !== first?.id && probability > general * (symptoms.includes(id) ? enoughWithSymptoms : 1),
  )?.id;
}

/** True if it says whether the weights are the same. */
const saysWeights = ({ between, held }: Evidence): boolean =>
  held.includes('weights') || between.some((id) => id === 'calls' || id === 'trainings');

/**
 * True if "same saved weights, or trained again?" tells the likely causes apart and the question doesn't say: some of them
 * can act on a trained model and some can't.
 */
function weightsDecide(content: Content, causes: readonly RankedCause[]): boolean {
  const likely = causes.slice(0, shown).filter(({ probability }) => probability >= 0.1);
  const acts = likely.map(({ id }) => actsOnTrainedModel(content, id));
  return acts.includes(true) && acts.includes(false);
}

function actsOnTrainedModel(content: Content, id: PageId): boolean {
  return content.pages.get('en')?.get(id)?.cases.includes('same-weights') ?? false;
}
