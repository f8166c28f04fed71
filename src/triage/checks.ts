import type { PageId } from '../causes.ts';

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

export type CheckId =
  | 'same-weights'
  | 'zero-state'
  | 'arg-max'
  | 'weight-hash'
  | 'input-hash'
  | 'on-cpu'
  | 'full-precision'
  | 'settings'
  | 'seeds'
  | 'first-mismatch'
  | 'batch-indices'
  | 'tolerance';

const mode = ['dropout', 'batch-norm', 'sampling-temperature'] as const;
const rounding = ['floating-point', 'gpu-kernels', 'reduced-precision'] as const;

const hashOfWeights =
  'h = hashlib.sha256(b"".join(w.tobytes() for w in weights))\nprint(h.hexdigest())';

/** While it is open whether the weights changed, this comes before everything else. */
const sameWeights: Check = {
  id: 'same-weights',
  code: hashOfWeights,
  outcomes: [
    {
      id: 'differs',
      causes: [
        'initial-weights',
        'batch-order',
        'saved-model',
        'data-set',
        'hyperparameters',
        'hash-and-file-order',
      ],
    },
    { id: 'equal', causes: [...mode, 'time-steps', 'carried-state', ...rounding] },
  ],
};

/** In the order of choice: the first that separates the two likeliest causes is taken. */
const checks: readonly Check[] = [
  {
    id: 'zero-state',
    confirms: 'carried-state',
    code: 'reset_state(); a = predict(x)\nreset_state(); b = predict(x)\nprint(abs(a - b).max())',
    outcomes: [
      { id: 'equal', causes: ['carried-state'] },
      { id: 'differs', causes: mode },
    ],
  },
  {
    id: 'arg-max',
    code: 'print((predict(x) == predict(x)).all())',
    outcomes: [
      { id: 'equal', causes: ['sampling-temperature'] },
      { id: 'differs', causes: ['dropout', 'batch-norm'] },
    ],
  },
  {
    id: 'weight-hash',
    code: hashOfWeights,
    outcomes: [
      { id: 'differs', causes: ['saved-model'] },
      {
        id: 'equal',
        causes: [...mode, 'time-steps', 'carried-state', 'hash-and-file-order', ...rounding],
      },
    ],
  },
  {
    id: 'input-hash',
    code: 'print(x.shape, hashlib.sha256(x.tobytes()).hexdigest())',
    outcomes: [
      { id: 'differs', causes: ['time-steps', 'hash-and-file-order'] },
      { id: 'equal', causes: [...mode, 'carried-state', ...rounding] },
    ],
  },
  {
    id: 'full-precision',
    code: 'torch.backends.cudnn.allow_tf32 = False\ntorch.backends.cuda.matmul.allow_tf32 = False',
    outcomes: [
      { id: 'closer', causes: ['reduced-precision'] },
      { id: 'as-before', causes: ['floating-point', 'gpu-kernels'] },
    ],
  },
  {
    id: 'on-cpu',
    code: 'os.environ["CUDA_VISIBLE_DEVICES"] = ""',
    outcomes: [
      { id: 'equal', causes: ['gpu-kernels', 'reduced-precision'] },
      { id: 'differs', causes: ['floating-point'] },
    ],
  },
  {
    id: 'settings',
    code: 'print(json.dumps(settings, sort_keys=True))',
    outcomes: [
      { id: 'training', causes: ['hyperparameters'] },
      { id: 'window', causes: ['time-steps'] },
      { id: 'data', causes: ['data-set'] },
    ],
  },
  {
    id: 'seeds',
    code: 'for s in range(5):\n    print(evaluate(train(old, seed=s)))\n    print(evaluate(train(new, seed=s)))',
    outcomes: [
      { id: 'apart', causes: ['hyperparameters', 'data-set', 'time-steps'] },
      {
        id: 'mixed',
        causes: ['initial-weights', 'batch-order', 'dropout', 'hash-and-file-order', ...rounding],
      },
    ],
  },
  {
    id: 'first-mismatch',
    confirms: 'initial-weights',
    code: 'for step in range(3):\n    print(step, weight_hash(model))\n    train_one_batch(model)',
    outcomes: [
      { id: 'start', causes: ['initial-weights'] },
      {
        id: 'early',
        causes: ['batch-order', 'dropout', 'data-set', 'time-steps', 'hash-and-file-order'],
      },
      { id: 'late', causes: rounding },
    ],
  },
  {
    id: 'batch-indices',
    code: 'print(indices_of_first_batch[:10])',
    outcomes: [
      { id: 'differs', causes: ['batch-order'] },
      { id: 'equal', causes: ['dropout'] },
    ],
  },
  {
    id: 'tolerance',
    confirms: 'floating-point',
    code: 'print(numpy.allclose(a, b, rtol=1.3e-6, atol=1e-5))',
    outcomes: [{ id: 'close', causes: rounding }],
  },
];

/** The one check that decides between the likeliest of `ranked`; its outcomes name causes of `ranked` only. */
export function decidingCheck(ranked: readonly PageId[], isWeightsOpen: boolean): Check {
  const found = isWeightsOpen ? sameWeights : checkBetween(ranked);
  if (!found) throw new Error(`No check decides between ${ranked.join(', ')}.`);
  const outcomes = found.outcomes.map(({ id, causes }) => ({
    id,
    causes: ranked.filter((cause) => causes.includes(cause)),
  }));
  return { ...found, outcomes: outcomes.filter(({ causes }) => causes.length > 0) };
}

function checkBetween(ranked: readonly PageId[]): Check | undefined {
  const [first] = ranked;
  if (first === undefined) return undefined;
  const second = ranked.find((id) => kindOf(id) !== kindOf(first)) ?? ranked[1];
  return checks.find((check) =>
    second === undefined ? check.confirms === first : separates(check, first, second),
  );
}

/** Special cases count as one with the general case, as long as another kind is possible. */
function kindOf(id: PageId): PageId | readonly PageId[] {
  return [mode, rounding].find((kind: readonly PageId[]) => kind.includes(id)) ?? id;
}

function separates({ outcomes }: Check, a: PageId, b: PageId): boolean {
  const ofA = outcomes.find(({ causes }) => causes.includes(a));
  const ofB = outcomes.find(({ causes }) => causes.includes(b));
  return ofA !== undefined && ofB !== undefined && ofA !== ofB;
}
