import { caseIds, type CaseId, type PageId } from '../ids.ts';
import { casesLeft } from './cases.ts';
import { findingsOf, type CheckId, type FindingsOfCause, type Outcomes } from './findings.ts';
import { hashInPython, hashInTfjs } from './hash.ts';
import type { Given, QuestionId } from './questions.ts';
import { scale } from './scale.ts';

/** What one finds, and the causes it points to: none if no cause that is left makes one find that. */
export interface Outcome<Id extends CheckId> {
  readonly id: Outcomes[Id];
  readonly causes: readonly PageId[];
}

interface CheckWith<Id extends CheckId> {
  readonly id: Id;
  /** The cases it is for. */
  readonly cases: readonly CaseId[];
  /** Python; `predict`, `train`, `reset_state` and the like stand for the reader's own code. */
  readonly code: string;
  /** The same for TensorFlow.js, where it needs other words than a call of its own. */
  readonly tfjs?: string;
  readonly outcomes: readonly Outcome<Id>[];
}

/** One thing to do that tells causes apart. */
export type Check<Id extends CheckId = CheckId> = { [One in Id]: CheckWith<One> }[Id];

interface Kind<Id extends CheckId> extends Omit<CheckWith<Id>, 'outcomes'> {
  /** In the order in which they are told. */
  readonly outcomes: readonly Outcomes[Id][];
  /** The cause that it confirms when no other is left. */
  readonly confirms?: PageId;
  /** Whoever answered so knows already what it finds. */
  readonly knownBy?: readonly Given[];
}
type AnyKind = { [Id in CheckId]: Kind<Id> }[CheckId];

const ofSavedModel: readonly CaseId[] = ['same-weights', 'reloaded'];
const ofTraining: readonly CaseId[] = ['retrained', 'changed-settings'];

/** While it is open whether the weights changed, this comes before everything else. */
const sameWeights: AnyKind = {
  id: 'same-weights',
  cases: caseIds,
  code: hashInPython,
  tfjs: hashInTfjs,
  outcomes: ['differs', 'equal'],
};

/** In the order of choice. */
const checks: readonly AnyKind[] = [
  {
    id: 'two-calls',
    cases: ofSavedModel,
    knownBy: [{ calls: 'equal' }, { calls: 'last-digits' }],
    code: 'a = raw_outputs(x); b = raw_outputs(x)\nprint(abs(a - b).max())',
    outcomes: ['equal', 'differs'],
  },
  {
    id: 'zero-state',
    cases: ofSavedModel,
    confirms: 'carried-state',
    knownBy: [{ calls: 'equal' }, { calls: 'last-digits' }, { reset: 'differs' }],
    code: 'reset_state(); a = predict(x)\nreset_state(); b = predict(x)\nprint(abs(a - b).max())',
    outcomes: ['equal', 'differs'],
  },
  {
    id: 'weight-hash',
    cases: ['reloaded'],
    code: hashInPython,
    tfjs: hashInTfjs,
    outcomes: ['differs', 'equal'],
  },
  {
    id: 'input-hash',
    cases: ofSavedModel,
    code: 'import hashlib, numpy\nrow = numpy.asarray(x[0])  # the sample in question\nprint(row.shape, hashlib.sha256(row.tobytes()).hexdigest())',
    outcomes: ['differs', 'equal'],
  },
  {
    id: 'full-precision',
    cases: caseIds,
    code: 'import torch\ntorch.backends.cudnn.allow_tf32 = False\ntorch.backends.cuda.matmul.allow_tf32 = False',
    outcomes: ['closer', 'as-before'],
  },
  {
    id: 'on-cpu',
    cases: caseIds,
    code: 'import os\nos.environ["CUDA_VISIBLE_DEVICES"] = ""',
    outcomes: ['equal', 'differs'],
  },
  {
    id: 'seeds',
    cases: ['changed-settings'],
    code: 'for s in range(5):\n    before = evaluate(train(old, seed=s))\n    after = evaluate(train(new, seed=s))\n    print(s, before, after, after - before)',
    outcomes: ['apart', 'mixed'],
  },
  {
    id: 'settings',
    cases: ofTraining,
    knownBy: [{ changed: 'nothing' }, { changed: 'setting' }, { changed: 'data' }],
    code: 'import json\nprint(json.dumps(settings, sort_keys=True, indent=1))',
    outcomes: ['training', 'window', 'data', 'environment', 'same'],
  },
  {
    id: 'first-mismatch',
    cases: ofTraining,
    confirms: 'initial-weights',
    code: `import hashlib, numpy, os
seen = []
for step in range(100):
    seen.append(flat_weights(model))
    train_one_batch(model)
# The first run keeps them, the second compares.
if not os.path.exists("first-run.npy"):
    numpy.save("first-run.npy", seen)
for step, old in enumerate(numpy.load("first-run.npy")):
    w = seen[step]
    h = hashlib.sha256(w.tobytes()).hexdigest()[:8]
    print(step, h, "max|delta|", abs(w - old).max())`,
    outcomes: ['start', 'tiny', 'between', 'step'],
  },
  {
    id: 'batch-indices',
    cases: ofTraining,
    code: 'for epoch in range(2):\n    print(indices_of_first_batch(epoch)[:10])',
    outcomes: ['differs', 'equal'],
  },
  {
    id: 'tolerance',
    cases: caseIds,
    confirms: 'floating-point',
    knownBy: [{ size: 'small' }, { size: 'clear' }],
    code: `import numpy\nprint(numpy.allclose(a, b, rtol=${scale.rounding.toExponential()}, atol=${scale.rounding.toExponential()}))`,
    outcomes: ['close', 'far'],
  },
];

/**
 * The one check that decides between the likeliest of `ranked`. It is for every case that is still possible, and each
 * cause of `ranked` is in one of its outcomes.
 */
export function decidingCheck(
  ranked: readonly PageId[],
  given: Given,
  isWeightsOpen: boolean,
): Check {
  const found = findCheck(ranked, given, isWeightsOpen);
  if (!found)
    throw new Error(
      `No check decides between ${ranked.join(', ')}. Say in src/triage/findings.ts what one finds with each check, or add a check in src/triage/checks.ts.`,
    );
  return found;
}

/** The same, or undefined where there is none. */
export function findCheck(
  ranked: readonly PageId[],
  given: Given,
  isWeightsOpen: boolean,
): Check | undefined {
  const cases = casesLeft(given);
  const findings = findingsIn(cases);
  const suited = checks.filter(
    (check) => !isKnown(check, given) && [...cases.keys()].every((id) => check.cases.includes(id)),
  );
  const found = isWeightsOpen ? sameWeights : checkAmong(suited, ranked, findings);
  return found && withCauses(found, ranked, findings);
}

type FindingsFor = (cause: PageId, check: CheckId) => readonly string[];

/** What one may find where a cause is still possible. */
function findingsIn(cases: ReturnType<typeof casesLeft>): FindingsFor {
  return (cause, check) => {
    const found = [...cases]
      .filter(([, causes]) => causes.has(cause))
      .flatMap(([id]) => outcomesIn(findingsOf[cause], id)[check] ?? []);
    return [...new Set(found)];
  };
}

type OutcomesIn = { readonly [Id in CheckId]?: readonly Outcomes[Id][] };

const outcomesIn = ({ savedModel, training }: FindingsOfCause, id: CaseId): OutcomesIn =>
  (ofTraining.includes(id) ? training : savedModel) ?? {};

const isKnown = ({ knownBy = [] }: AnyKind, given: Given): boolean =>
  knownBy.some((answers) =>
    (Object.keys(answers) as QuestionId[]).every((id) => answers[id] === given[id]),
  );

/** Special cases count as one with the general case, as long as another kind is possible. */
const kinds: readonly (readonly PageId[])[] = [
  ['dropout', 'batch-norm', 'sampling-temperature'],
  ['floating-point', 'gpu-kernels', 'reduced-precision'],
];

const kindOf = (id: PageId): PageId | readonly PageId[] =>
  kinds.find((kind) => kind.includes(id)) ?? id;

/**
 * The first that separates the likeliest cause from the next likely of another kind. Some causes, such as another window
 * and another order of the files, look alike to every check: then it is the one after.
 */
function checkAmong(
  suited: readonly AnyKind[],
  [first, ...others]: readonly PageId[],
  findings: FindingsFor,
): AnyKind | undefined {
  if (first === undefined) return undefined;
  if (others.length === 0) return suited.find(({ confirms }) => confirms === first);
  const isOfFirstKind = (id: PageId) => kindOf(id) === kindOf(first);
  const inOrder = [
    ...others.filter((id) => !isOfFirstKind(id)),
    ...others.filter((id) => isOfFirstKind(id)),
  ];
  for (const other of inOrder) {
    const clear = suited.find((check) => shared(check.id, first, other, findings) === 'nothing');
    const found = clear ?? suited.find(({ id }) => shared(id, first, other, findings) === 'some');
    if (found) return found;
  }
  return undefined;
}

/** How much two causes have in common among the outcomes of a check. */
function shared(
  check: CheckId,
  a: PageId,
  b: PageId,
  findings: FindingsFor,
): 'nothing' | 'some' | 'all' {
  const ofA = new Set(findings(a, check));
  const ofB = new Set(findings(b, check));
  const both = [...ofA].filter((id) => ofB.has(id));
  if (both.length === 0) return 'nothing';
  return both.length === ofA.size && both.length === ofB.size ? 'all' : 'some';
}

/** Where one cause is left, what speaks against it is told as well. */
function withCauses(
  { id: check, cases, code, tfjs, outcomes }: AnyKind,
  ranked: readonly PageId[],
  findings: FindingsFor,
): Check {
  const all = outcomes.map((id) => ({
    id,
    causes: ranked.filter((cause) => findings(cause, check).includes(id)),
  }));
  const told = all.filter(({ causes }) => causes.length > 0 || ranked.length === 1);
  // The outcomes are those of this very check.
  return { id: check, cases, code, ...(tfjs && { tfjs }), outcomes: told } as Check;
}
