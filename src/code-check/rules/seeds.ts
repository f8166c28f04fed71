import type { Draw, Facts, Stream } from '../facts/index.ts';
import { once, type Found, type Rule } from './rule.ts';
import { sources } from './sources.ts';

/** Draws that decide how a training goes. */
const decides = ({ purpose, hasOwnSeed }: Draw): boolean =>
  !hasOwnSeed && /^(weights|order|dropout)$/.test(purpose);

/** Whether the text trains: one that only loads and predicts has nothing to seed. */
const trains = ({ trainings }: Facts): boolean => trainings.length > 0;

/** Nothing in the text seeds any stream, or calls a helper that might. */
const hasNoSeed = ({ seeds: all }: Facts): boolean => all.length === 0;

function unseeded(facts: Facts, stream: Stream, lines: readonly string[]): Found[] {
  if (!hasNoSeed(facts)) return [];
  const draws = once(
    facts.draws.filter((draw) => draw.stream === stream && decides(draw)),
    ({ place }) => place,
  );
  const [first, ...others] = draws;
  const makesWeights = draws.some(({ purpose }) => purpose === 'weights');
  if (!first || (!makesWeights && !trains(facts))) return [];
  return [
    {
      place: first.place,
      others: others.map(({ place }) => place),
      sure: facts.strangeSeeds.length > 0 ? 'if' : 'sure',
      changes: [{ kind: 'top', lines }],
    },
  ];
}

export const seeds: readonly Rule[] = [
  {
    id: 'C1',
    page: 'initial-weights',
    when: 'retraining',
    source: sources.torchRandomness,
    find: (facts) => unseeded(facts, 'torch', ['torch.manual_seed(0)']),
  },
  {
    id: 'C2',
    page: 'initial-weights',
    when: 'retraining',
    source: sources.kerasSeed,
    find: (facts) =>
      facts.language === 'python'
        ? unseeded(facts, 'tensorflow', ['keras.utils.set_random_seed(0)'])
        : [],
  },
];
