import { fixedIn, likelyIn, markOf, type Call, type Facts } from '../facts/index.ts';
import { callsOf, inferenceCalls } from './calls.ts';
import { once, type Found, type Rule } from './rule.ts';
import { sources } from './sources.ts';

/** Lines by which the script may run on a GPU. */
function gpuCalls(facts: Facts): Call[] {
  return callsOf(
    facts,
    /^torch\.(cuda\.is_available|device)$|^torch\.nn\.Module\.(cuda|to)$/,
  ).filter(
    ({ path, args }) =>
      !/device$|\.to$/.test(path) ||
      args.values.some(
        (value) => /cuda|mps/.test(String(likelyIn(value) ?? '')) || markOf(value, 'parameter'),
      ),
  );
}

const isDeterministic = (facts: Facts): boolean =>
  facts.settings.some(
    ({ path, value }) => path.endsWith('cudnn.deterministic') && fixedIn(value) === true,
  ) || callsOf(facts, /use_deterministic_algorithms$|enable_op_determinism$/).length > 0;

const benchmark = ({ settings }: Facts): Found[] =>
  once(
    settings.filter(
      ({ path, value }) => path.endsWith('cudnn.benchmark') && fixedIn(value) === true,
    ),
    ({ place }) => place,
  ).map(({ place }) => ({
    place,
    sure: 'sure',
    changes: [
      {
        kind: 'after',
        place,
        lines: [
          ['torch.backends.cudnn.benchmark = False'],
          ['torch.use_deterministic_algorithms(True)'],
        ],
      },
    ],
  }));

/** On a GPU, sums run in an order that nobody fixed. */
function kernels(facts: Facts): Found[] {
  if (isDeterministic(facts) || facts.trainings.length === 0) return [];
  const [gpu] = gpuCalls(facts);
  if (gpu)
    return [
      {
        place: gpu.place,
        sure: 'if',
        changes: [
          {
            kind: 'top',
            lines: [
              'torch.use_deterministic_algorithms(True)  # and CUBLAS_WORKSPACE_CONFIG=:4096:8',
            ],
          },
        ],
      },
    ];
  const fit = facts.trainings.find(({ how }) => how === 'fit');
  return fit && facts.language === 'python'
    ? [
        {
          place: fit.call.place,
          sure: 'if',
          changes: [{ kind: 'top', lines: ['tf.config.experimental.enable_op_determinism()'] }],
        },
      ]
    : [];
}

const reduced = /autocast$/;

/** Fewer bits in some calls only. */
function someReduced(facts: Facts): Found[] {
  const calls = inferenceCalls(facts).filter(({ how }) => how === 'call');
  const isReduced = ({ call }: (typeof calls)[number]) =>
    call.at.within.some((path) => reduced.test(path));
  const few = calls.filter(isReduced);
  const whole = calls.find((each) => !isReduced(each));
  return whole
    ? once(few, ({ call }) => call.place).map(({ call }) => ({
        place: call.place,
        other: whole.call.place,
        sure: 'sure',
      }))
    : [];
}

const policy = (facts: Facts): Found[] =>
  once(
    callsOf(facts, /mixed_precision.*\.set_(global_)?policy$|set_float32_matmul_precision$/).filter(
      ({ args }) => !/^(float32|highest)$/.test(String(fixedIn(args.at(0)) ?? '')),
    ),
    ({ place }) => place,
  ).map(({ place }) => ({ place, sure: 'maybe' }));

/** One input in batches of different sizes: sums of another shape. */
function otherBatches(facts: Facts): Found[] {
  const sized = facts.modelCalls.flatMap(({ call, how, model }) => {
    const size = fixedIn(call.args.get('batch_size', 1) ?? call.args.get('batchSize'));
    return how === 'predict' && typeof size === 'number' ? [{ call, model, size }] : [];
  });
  return once(
    sized.filter(({ model, size, call }) =>
      sized.some(
        (each) => each.model === model && each.size !== size && each.call.order < call.order,
      ),
    ),
    ({ call }) => call.place,
  ).map(({ call, size }) => ({ place: call.place, value: size, sure: 'maybe' }));
}

const backend = (facts: Facts): Found[] => {
  if (facts.language !== 'javascript' || callsOf(facts, /^tfjs\.setBackend$/).length > 0) return [];
  const first =
    facts.modelCalls.find(({ use }) => use.reachesOutput)?.call ?? facts.trainings[0]?.call;
  return first ? [{ place: first.place, sure: 'maybe' }] : [];
};

/** cuDNN's dropout between layers has a random state of its own. */
function cudnnDropout(facts: Facts): Found[] {
  const layers = facts.layers.filter(
    ({ family, type, rate, numLayers }) =>
      family === 'torch' && type === 'recurrent' && rate !== null && rate !== 0 && numLayers !== 1,
  );
  if (gpuCalls(facts).length === 0 || facts.trainings.length === 0) return [];
  return once(layers, ({ place }) => place).map(({ place, name }) => ({ place, name, sure: 'if' }));
}

export const machine: readonly Rule[] = [
  { id: 'F1', page: 'gpu-kernels', when: 'gpu', source: sources.torchRandomness, find: benchmark },
  {
    id: 'F2',
    page: 'gpu-kernels',
    when: 'gpu',
    source: sources.torchRandomness,
    onlyAlone: true,
    find: kernels,
  },
  { id: 'F3', page: 'reduced-precision', when: 'gpu', source: sources.torchAmp, find: someReduced },
  { id: 'F4', page: 'reduced-precision', when: 'gpu', source: sources.torchAmp, find: policy },
  {
    id: 'F5',
    page: 'floating-point',
    when: 'gpu',
    source: sources.torchNumerical,
    find: otherBatches,
  },
  {
    id: 'F6',
    page: 'floating-point',
    when: 'gpu',
    source: sources.tfjs,
    onlyAlone: true,
    find: backend,
  },
  { id: 'F7', page: 'gpu-kernels', when: 'gpu', source: sources.torchCudnn, find: cudnnDropout },
];
