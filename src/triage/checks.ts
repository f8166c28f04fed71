import type { PageId } from '../ids.ts';
import { findingsOf, type CheckId, type Outcomes } from './findings.ts';

/** What one finds, and the causes it points to. */
export interface Outcome {
  readonly id: string;
  readonly causes: readonly PageId[];
}

/** One thing to do that tells causes apart. */
export interface Check {
  readonly id: CheckId;
  /** Python; `predict`, `train`, `reset_state` and the like stand for the reader's own code. */
  readonly code: string;
  readonly outcomes: readonly Outcome[];
  /** The cause that it confirms when no other is left. */
  readonly confirms?: PageId;
}

interface Kind<Id extends CheckId> extends Pick<Check, 'code' | 'confirms'> {
  readonly id: Id;
  /** In the order in which they are told. */
  readonly outcomes: readonly Outcomes[Id][];
}
type AnyKind = { [Id in CheckId]: Kind<Id> }[CheckId];

const hashOfWeights =
  'h = hashlib.sha256(b"".join(w.tobytes() for w in weights))\nprint(h.hexdigest())';

/** While it is open whether the weights changed, this comes before everything else. */
const sameWeights: AnyKind = {
  id: 'same-weights',
  code: hashOfWeights,
  outcomes: ['differs', 'equal'],
};

/** In the order of choice: the first that separates the two likeliest causes is taken. */
const checks: readonly AnyKind[] = [
  {
    id: 'zero-state',
    confirms: 'carried-state',
    code: 'reset_state(); a = predict(x)\nreset_state(); b = predict(x)\nprint(abs(a - b).max())',
    outcomes: ['equal', 'differs'],
  },
  {
    id: 'arg-max',
    code: 'print((predict(x) == predict(x)).all())',
    outcomes: ['equal', 'differs'],
  },
  { id: 'weight-hash', code: hashOfWeights, outcomes: ['differs', 'equal'] },
  {
    id: 'input-hash',
    code: 'print(x.shape, hashlib.sha256(x.tobytes()).hexdigest())',
    outcomes: ['differs', 'equal'],
  },
  {
    id: 'full-precision',
    code: 'torch.backends.cudnn.allow_tf32 = False\ntorch.backends.cuda.matmul.allow_tf32 = False',
    outcomes: ['closer', 'as-before'],
  },
  {
    id: 'on-cpu',
    code: 'os.environ["CUDA_VISIBLE_DEVICES"] = ""',
    outcomes: ['equal', 'differs'],
  },
  {
    id: 'settings',
    code: 'print(json.dumps(settings, sort_keys=True))',
    outcomes: ['training', 'window', 'data'],
  },
  {
    id: 'seeds',
    code: 'for s in range(5):\n    print(evaluate(train(old, seed=s)))\n    print(evaluate(train(new, seed=s)))',
    outcomes: ['apart', 'mixed'],
  },
  {
    id: 'first-mismatch',
    confirms: 'initial-weights',
    code: 'for step in range(3):\n    print(step, weight_hash(model))\n    train_one_batch(model)',
    outcomes: ['start', 'early', 'late'],
  },
  {
    id: 'batch-indices',
    code: 'print(indices_of_first_batch[:10])',
    outcomes: ['differs', 'equal'],
  },
  {
    id: 'tolerance',
    confirms: 'floating-point',
    code: 'print(numpy.allclose(a, b, rtol=1.3e-6, atol=1e-5))',
    outcomes: ['close'],
  },
];

/** The one check that decides between the likeliest of `ranked`; its outcomes name causes of `ranked` only. */
export function decidingCheck(ranked: readonly PageId[], isWeightsOpen: boolean): Check {
  const found = isWeightsOpen ? sameWeights : checkBetween(ranked);
  if (!found)
    throw new Error(
      `No check decides between ${ranked.join(', ')}. Say in src/triage/findings.ts what one finds with each check, or add a check in src/triage/checks.ts.`,
    );
  const outcomes = found.outcomes.map((id) => ({
    id,
    causes: ranked.filter((cause) => findingsOf[cause][found.id] === id),
  }));
  return { ...found, outcomes: outcomes.filter(({ causes }) => causes.length > 0) };
}

function checkBetween(ranked: readonly PageId[]): AnyKind | undefined {
  const [first] = ranked;
  if (first === undefined) return undefined;
  const second = ranked.find((id) => kindOf(id) !== kindOf(first)) ?? ranked[1];
  return checks.find((check) =>
    second === undefined ? check.confirms === first : separates(check, first, second),
  );
}

/** Special cases count as one with the general case, as long as another kind is possible. */
const kinds: readonly (readonly PageId[])[] = [
  ['dropout', 'batch-norm', 'sampling-temperature'],
  ['floating-point', 'gpu-kernels', 'reduced-precision'],
];

const kindOf = (id: PageId): PageId | readonly PageId[] =>
  kinds.find((kind) => kind.includes(id)) ?? id;

function separates({ id }: AnyKind, a: PageId, b: PageId): boolean {
  const ofA = findingsOf[a][id];
  const ofB = findingsOf[b][id];
  return ofA !== undefined && ofB !== undefined && ofA !== ofB;
}
