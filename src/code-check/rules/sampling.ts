import { has, markOf, type Call, type Draw, type Facts, type Value } from '../facts/index.ts';
import { drawsIn, inferenceCalls, trainingCalls } from './calls.ts';
import { once, type Found, type Rule } from './rule.ts';
import { sources } from './sources.ts';

/** What the chances are taken from: outputs of a model, a softmax, or a parameter that is called so. */
function isOfModel(value: Value | null): boolean {
  if (!value) return false;
  if (has(value, 'prediction') || has(value, 'probability')) return true;
  const name = markOf(value, 'parameter')?.name ?? '';
  return /pred|prob|logit|weight|dist|output|softmax/i.test(name) || /^p$/.test(name);
}

/** Where a call that picks by chances has them. */
function chancesOf({ path, args, receiver }: Call): Value | null {
  if (/choices?$/.test(path))
    return (
      args.get('p', path.startsWith('numpy') || path.endsWith('.choice') ? 3 : undefined) ??
      args.get('weights', 1)
    );
  if (/numpy.*multinomial$/.test(path)) return args.get('pvals', 1);
  if (path.endsWith('.sample')) return receiver;
  return path.startsWith('?') ? receiver : args.at(0);
}

/** Those of `searchsorted(cumsum(p), rand())` are found by what they are compared with. */
function sampledBySearch({ calls, draws }: Facts): { draw: Draw; call: Call }[] {
  return calls.flatMap((call) => {
    if (!call.path.endsWith('searchsorted')) return [];
    const random = markOf(call.args.at(1) ?? call.args.at(0), 'random');
    const draw = random ? draws[random.id] : undefined;
    return draw && isOfModel(call.args.at(0)) ? [{ draw, call }] : [];
  });
}

const chances = /probs|probabilit|preds|logits|weights|dist|softmax/i;

/** `if (r < sum)`: the choice is written by hand. */
function sampledByHand({ comparisons, draws }: Facts): { draw: Draw; call: Call }[] {
  return comparisons.flatMap(({ drawn, other }) => {
    const isOfChances =
      has(other, 'prediction') ||
      has(other, 'probability') ||
      chances.test(markOf(other, 'parameter')?.name ?? '');
    const random = isOfChances ? markOf(drawn, 'random') : undefined;
    const draw = random ? draws[random.id] : undefined;
    return draw && draw.purpose === 'numbers' ? [{ draw, call: draw.call }] : [];
  });
}

/** The next token is drawn, not chosen. */
function sampledTokens(facts: Facts): Found[] {
  const picked = facts.draws
    .filter(({ purpose, call }) => purpose === 'pick' && isOfModel(chancesOf(call)))
    .map((draw) => ({ draw, call: draw.call }));
  const all = once(
    [...picked, ...sampledBySearch(facts), ...sampledByHand(facts)],
    ({ call }) => call.place,
  );
  return all.map(({ draw, call }) => ({
    place: call.place,
    sure: draw.seed || draw.hasOwnSeed ? 'maybe' : 'sure',
    other: draw.seed?.place ?? null,
  }));
}

/** The input of a prediction is drawn: another start, another sample. */
function randomStart(facts: Facts): Found[] {
  const tokens = new Set(sampledTokens(facts).map(({ place }) => place.from));
  const learned = new Set(
    trainedInputs(facts)
      .flatMap((input) => drawsIn(input, facts))
      .map(({ call }) => call.place.from),
  );
  const draws = inferenceCalls(facts)
    .flatMap(({ input }) => drawsIn(input, facts))
    .filter(
      ({ purpose, call }) =>
        /^(pick|numbers)$/.test(purpose) &&
        !call.at.isInsideModel &&
        !tokens.has(call.place.from) &&
        !learned.has(call.place.from) &&
        !isOfModel(chancesOf(call)),
    )
    .filter((draw) => !isSeededExample(draw))
    .filter(
      ({ call }) =>
        !sampledBySearch(facts).some(({ draw }) => draw.call.place.from === call.place.from),
    );
  return once(draws, ({ call }) => call.place).map((draw) => ({
    place: draw.call.place,
    sure:
      draw.seed || draw.hasOwnSeed
        ? 'maybe'
        : draw.purpose === 'pick' || draw.stream === 'js'
          ? 'sure'
          : 'if',
    other: draw.seed?.place ?? null,
  }));
}

/** `x = torch.randn(1, 10, 3)` below a seed, once: an example that each start repeats. */
const isSeededExample = ({ purpose, seed, call }: Draw): boolean =>
  purpose === 'numbers' && seed !== null && call.at.entry === 'main' && call.at.loops.length === 0;

const trainedInputs = (facts: Facts): Value[] => [
  ...trainingCalls(facts).map(({ input }) => input),
  ...facts.trainings
    .filter(({ how }) => how === 'fit')
    .flatMap(({ call }) => call.args.values.slice(0, 2)),
];

export const sampling: readonly Rule[] = [
  {
    id: 'A7',
    page: 'sampling-temperature',
    when: 'call',
    source: sources.torchRandomness,
    find: sampledTokens,
  },
  { id: 'A8', page: 'data-set', when: 'call', source: sources.torchRandomness, find: randomStart },
];
