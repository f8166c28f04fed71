import { pageIds, type PageId } from '../ids.ts';
import { likelihoods, type Given } from '../triage/index.ts';
import type { Between, Evidence, RankedCause } from './evidence.ts';

/**
 * How the triage's likelihood of a cause changes what the words alone make of it: 0 to 3, and 4 if it is what was changed.
 * Wordings err, so 0 is not never.
 */
const byLikelihood = [0.4, 0.8, 1, 1.2, 1.4] as const;
/**
 * How far these factors are trusted, 0 to 1: the models have read the same evidence, so it would count twice. Found by leaving
 * out one author after the other.
 */
const trust = 0.6;
/** Of a cause that is excluded; it ranks last, whatever is left of it. */
const ruledOut = 0.02;
/** Of a cause that the asker suspects: two of three are right. */
const suspected = 1.3;
/** Of a cause that what lies between the outputs does not speak for, where the triage has no question about it. */
const besidesIt = 0.7;
/** Of a cause that needs something to have been done, and nobody says that it was. */
const notDone = 0.6;

/** Of a cause of change where something else lies between the outputs: who names the learning rate has not changed it. */
const notChanged = 0.005;

/** A cause of change needs a word of change, one of loading that something was loaded: naming the learning rate is not enough. */
const needs: { readonly [Id in PageId]?: readonly Between[] } = {
  hyperparameters: ['change'],
  'saved-model': ['reload', 'machines', 'change'],
};

/** What the triage has no question for: causes that these speak for. */
const speaksFor: { readonly [Id in Between]?: readonly PageId[] } = {
  'batch-size': ['batch-norm', 'time-steps', 'floating-point', 'hyperparameters'],
  length: ['time-steps', 'carried-state'],
  order: ['carried-state', 'batch-order', 'hash-and-file-order', 'batch-norm', 'data-set'],
  'other-requests': ['carried-state', 'batch-norm', 'time-steps'],
  change: [
    'hyperparameters',
    'data-set',
    'batch-order',
    'dropout',
    'time-steps',
    'saved-model',
    'floating-point',
    'reduced-precision',
  ],
  machines: [
    'floating-point',
    'reduced-precision',
    'gpu-kernels',
    'hash-and-file-order',
    'saved-model',
    'data-set',
    'time-steps',
  ],
};

/**
 * What words alone make of a question, corrected by what it says: pure, so that it serves a question and the press of a
 * button alike. The probabilities of the answer sum to what those of `prior` sum to. First come the causes that can be, then
 * those that the triage says can't by what is `stated` in words, and last those that are ruled out.
 */
export function rankByEvidence(
  evidence: Evidence,
  prior: readonly RankedCause[],
  stated = evidence,
): RankedCause[] {
  const factor = factorsOf(evidence);
  const weighed = prior.map(({ id, probability }) => ({
    id,
    probability: probability * factor(id),
  }));
  const scale = sum(prior) / (sum(weighed) || 1);
  const impossible = impossibleBy(stated);
  const place = ({ id }: RankedCause) =>
    evidence.ruledOut.includes(id) ? 2 : impossible.includes(id) ? 1 : 0;
  return weighed
    .map(({ id, probability }) => ({ id, probability: probability * scale }))
    .toSorted((a, b) => place(a) - place(b) || b.probability - a.probability);
}

/** The causes that can't explain what was read, by the triage's own table; none where nothing can, for then it was misread. */
export function impossibleBy(evidence: Evidence): PageId[] {
  const likely = likelyBy(evidence);
  return likely.length === 0 ? [] : pageIds.filter((id) => !likely.some((each) => each.has(id)));
}

/** How likely the triage finds each cause, for each thing that may be meant; what nothing can explain was misread. */
const likelyBy = (evidence: Evidence): ReadonlyMap<PageId, number>[] =>
  givensOf(evidence)
    .map((given) => likelihoods(given))
    .filter((each) => each.size > 0);

const sum = (causes: readonly RankedCause[]): number =>
  causes.reduce((all, { probability }) => all + probability, 0);

/** What the triage would have been told. Several, where the question leaves it open: any of them may be meant. */
function givensOf({ between, held, ruledOut: out, size }: Evidence): Given[] {
  const always: Given = {
    ...(held.includes('no-dropout') ? { dropout: 'no' } : {}),
    ...(held.includes('state-reset') ? { reset: 'differs' } : {}),
    ...(size === 'bits'
      ? { size: 'last-digits' }
      : size
        ? { size: size === 'small' ? 'small' : 'clear' }
        : {}),
  };
  const calls: Given = { calls: size === 'bits' ? 'last-digits' : 'clear' };
  const same = { weights: 'same' } as const;
  const inOneProcess = { ...same, where: 'one-process' } as const;
  const trained = { weights: 'trained' } as const;
  const of: { readonly [Id in Between]: readonly Given[] } = {
    calls: [{ ...inOneProcess, ...calls }],
    reload: [{ ...same, where: 'reloaded' }],
    trainings: [
      held.includes('settings') && out.includes('hyperparameters')
        ? { ...trained, changed: 'nothing' }
        : trained,
    ],
    machines: held.includes('weights')
      ? [{ ...same, where: 'reloaded' }]
      : [{ ...same, where: 'reloaded' }, trained],
    'batch-size': [
      { ...inOneProcess, calls: 'equal' },
      ...(held.includes('weights') ? [] : [{ ...trained, changed: 'setting' } as const]),
    ],
    length: [{ ...inOneProcess, calls: 'equal' }],
    order: held.includes('weights') ? [same] : [same, trained],
    'other-requests': [same],
    change: [{ ...trained, changed: 'setting' }, { ...trained, changed: 'data' }, same],
  };
  const told: readonly Given[] = between.flatMap((id) => of[id]);
  const open: readonly Given[] = held.includes('weights') ? [same] : [{}];
  return (told.length > 0 ? told : open).map((given) => ({ ...given, ...always }));
}

function factorsOf(evidence: Evidence): (id: PageId) => number {
  const { between, suspect } = evidence;
  const possible = likelyBy(evidence);
  const pointed = between.flatMap((id) => speaksFor[id] ?? pageIds);
  const unneeded = (id: PageId) =>
    id === 'hyperparameters' && between.length > 0 && !between.includes('batch-size')
      ? notChanged
      : notDone;
  return (id) => {
    const best = Math.max(...possible.map((each) => each.get(id) ?? 0));
    const needed = needs[id];
    const factors = [
      possible.length > 0 ? (byLikelihood[Math.min(best, byLikelihood.length - 1)] ?? 1) : 1,
      between.length === 0 || pointed.includes(id) ? 1 : besidesIt,
      needed && !needed.some((each) => between.includes(each)) ? unneeded(id) : 1,
      suspect.includes(id) ? suspected : 1,
    ];
    const product = factors.reduce((all, each) => all * each, 1);
    return product ** trust * (evidence.ruledOut.includes(id) ? ruledOut : 1);
  };
}
