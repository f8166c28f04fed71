import { followUpIds, pageIds, type FollowUpId, type PageId } from '../ids.ts';
import type { Content } from '../content/index.ts';
import {
  impossibleBy,
  nothingRead,
  onlyStated,
  rankByEvidence,
  reasonsOf,
  type Evidence,
  type RankedCause,
  type Reading,
} from '../evidence/index.ts';
import type { Answer, Believed } from './answer.ts';
import { causeOf, rankedPages, type Label } from './labels.ts';

/**
 * From this probability on that the question is ours and the first cause right, one cause is the answer. It and the one
 * below are found by leaving out one author after the other: 98 % of the certain answers to ours were right, 4 % of ours
 * refused and 80 % of what is not.
 */
const sure = 0.79;
/** Below this probability that the question is ours at all, we don't know. */
const ours = 0.3;
/** Of a question of fewer known words there is too little to go by: then it takes this probability. */
const fewWords = 4;
const oursInFew = 0.6;
/** Below this probability to be ours, a question whose outputs are all the same is not: "always the same value". */
const oursIfReversed = 0.75;
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
  const { asksNormal, sameValue, symptoms, effectOf, fork } = reading;
  const likely = fork ? undefined : followUpIds.find((id) => belief.of(id) > 0.5);
  // Asked beside the cause: it is answered first, and leaves the cause as sure as it is.
  const followUp = likely ?? (asksNormal ? 'how-much-is-normal' : undefined);
  const believed: Believed = {
    onTopic: sameValue && belief.ours < oursIfReversed ? 0 : belief.ours,
    pages: pagesOf(content, belief.of, symptoms, effectOf),
    symptoms,
    ...(followUp ? { followUp } : {}),
    asksFollowUp: likely !== undefined,
  };
  const isOurs =
    believed.onTopic >= (belief.words < fewWords ? oursInFew : ours) || fork || effectOf.length > 0;
  const concluded = conclude(content, believed, onlyStated(reading), reading);
  return isOurs ? concluded : { ...concluded, verdict: 'unknown' };
}

/** The answer of a question of ours: what words alone make of it, what is said in words, and all that was read in it. */
function conclude(
  content: Content,
  believed: Believed,
  stated: Evidence,
  { evidence, places, ruledOut, fork }: Pick<Answer, 'evidence' | 'places' | 'ruledOut' | 'fork'>,
): Omit<Answer, 'question'> {
  const { onTopic, symptoms, followUp, asksFollowUp } = believed;
  const pages = rankByEvidence(evidence, believed.pages, stated);
  const causes = fork ? forked(content) : ofFamilies(content, pages, stated);
  const page = fork ? undefined : specialCase(content, symptoms, pages, causes);
  const vague = isVague(stated, causes);
  const isSure =
    onTopic * (causes[0]?.probability ?? 0) >= sure && !asksFollowUp && !fork && !vague;
  const verdict = isSure ? 'answer' : 'unsure';
  return {
    verdict,
    causes,
    ...(page ? { page } : {}),
    candidates: candidatesOf(
      content,
      stated,
      pages,
      [page ?? [], causes.map(({ id }) => id)].flat(),
    ),
    ...(followUp ? { followUp } : {}),
    onTopic,
    askWeights: fork || (!saysWeights(evidence) && (vague || weightsDecide(content, causes))),
    evidence,
    places,
    ruledOut,
    fork,
    believed,
  };
}

/** The answer made anew after what was read is corrected. */
export const reconsider = (content: Content, believed: Believed, evidence: Evidence): Answer => ({
  question: '',
  // Whoever corrects it has seen every piece of it.
  ...conclude(content, believed, evidence, {
    evidence,
    places: {},
    ruledOut: reasonsOf(evidence, content.ruledOut),
    fork: false,
  }),
});

/**
 * The pages to show, best first, one of each family: none that is ruled out or impossible. Where that is the general page, what
 * is left of its family stands in its stead: without dropout it may still be the batch normalisation.
 */
function candidatesOf(
  content: Content,
  evidence: Evidence,
  pages: readonly RankedCause[],
  best: readonly PageId[],
): PageId[] {
  const impossible = impossibleBy(evidence);
  const canBe = (id: PageId) => !impossible.includes(id) && !evidence.ruledOut.includes(id);
  const family = (id: PageId) => causeOf(content, id);
  const left = best.flatMap(
    (id) =>
      (canBe(id)
        ? id
        : pages.find((each) => family(each.id) === family(id) && canBe(each.id))?.id) ?? [],
  );
  return left
    .filter((id, at) => left.findIndex((other) => family(other) === family(id)) === at)
    .slice(0, shown);
}

/**
 * Where nothing is said but that outputs differ, the most frequent cause comes first, and would be a guess: it takes a word of
 * training again, or the question about the weights.
 */
const isVague = ({ between, held }: Evidence, [first]: readonly RankedCause[]): boolean =>
  first?.id === 'initial-weights' && between.length === 0 && !held.includes('seed');

export const noWordKnown = (question: string): Answer => ({
  question,
  verdict: 'unknown',
  causes: [],
  onTopic: 0,
  askWeights: false,
  candidates: [],
  evidence: nothingRead,
  places: {},
  ruledOut: [],
  fork: false,
  believed: { onTopic: 0, pages: [], symptoms: [], asksFollowUp: false },
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
/** How much more a cause is believed that is asked about by its effect: its page is the answer. */
const byEffect = 20;

/** Every page with what speaks for it; what speaks for a follow-up speaks for the pages it leads to, for the first of them most. */
function pagesOf(
  content: Content,
  of: Belief['of'],
  symptoms: readonly PageId[],
  effectOf: readonly PageId[],
): RankedCause[] {
  const ledTo = (id: PageId) =>
    followUpIds.reduce((sum, each) => sum + of(each) * lead(content, each, id), 0);
  const weighed = pageIds.map((id) => ({
    id,
    probability:
      (of(id) + ledTo(id)) *
      (symptoms.includes(id) ? bySymptoms : 1) *
      (effectOf.includes(id) ? byEffect : 1),
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
  evidence: Evidence,
): RankedCause[] {
  const impossible = impossibleBy(evidence);
  const families = rankedPages(content).map((id) => {
    const family = pages.filter((each) => causeOf(content, each.id) === id);
    const best = likeliest(family)?.id ?? id;
    return {
      id,
      place: evidence.ruledOut.includes(best)
        ? 2
        : family.every((each) => impossible.includes(each.id))
          ? 1
          : 0,
      probability: family.reduce((sum, each) => sum + each.probability, 0),
    };
  });
  return families
    .toSorted((a, b) => a.place - b.place || b.probability - a.probability)
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
  symptoms: readonly PageId[],
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
