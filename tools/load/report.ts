import { percentile } from './figures.ts';
import type { Load, LoadSettings } from './load.ts';
import type { MachinesSettings, Overhead, WithWorkers } from './machines.ts';

const ms = (value: number): string => `${value.toFixed(1)} ms`;
const spread = (values: readonly number[]): string =>
  `median ${ms(percentile(values, 0.5))}, p99 ${ms(percentile(values, 0.99))}, worst ${ms(Math.max(...values))} (${values.length})`;

/** The figures of a load, one a line. */
export function report(
  settings: LoadSettings,
  { stories, posted, workMs, since, asks }: Load,
): string[] {
  const { demos, users, servers, workers } = settings;
  const results = stories.filter(({ end }) => end === 'result');
  const waited = results.filter(({ places }) => places.length > 0);
  const ends = ['result', 'refused', 'failed', 'nothing'].map(
    (end) => `${end} ${stories.filter((story) => story.end === end).length}`,
  );
  const sentences = new Map<string, number>();
  for (const { end, words } of stories)
    if (end !== 'result') count(sentences, words.replace(/\n-# .*/, ''));
  return [
    `${demos} demos at once, of ${users} people in ${servers} servers; ${workers} at work at a time`,
    `acknowledged after: ${spread(stories.map(({ acknowledgedMs }) => acknowledgedMs))}`,
    `processor time of the bot until then: ${ms(workMs)}, ${ms(workMs / demos)} each`,
    `/ask meanwhile, acknowledged after: ${spread(asks)}`,
    `ended as: ${ends.join(', ')}; posted as messages of the bot ${posted}`,
    `results that had to wait and were told their place: ${waited.length} of ${results.length}`,
    `result after: ${spread(results.map(({ endedAt }) => endedAt - since))}`,
    `second demos that ended before somebody's first: ${overtakings(stories).length}`,
    ...[...sentences].map(([words, times]) => `${times} times: ${words}`),
  ];
}

/** The figures of many machines, one a line. */
export function reportMachines(
  { demos, oneByOne }: MachinesSettings,
  measured: readonly WithWorkers[],
  { hereMs, thereMs }: Overhead,
): string[] {
  const line = (one: WithWorkers) =>
    [
      one.workers === 0 ? 'the bot alone' : `workers ${one.workers}`,
      `${one.demosASecond.toFixed(2)} demos a second`,
      `acknowledged p99 ${ms(one.acknowledged99Ms)}`,
      `/ask meanwhile p99 ${ms(one.asked99Ms)}`,
      `Redis ${ms(one.redisMs)} of a core a demo`,
      `results ${one.results}`,
    ].join('; ');
  return [
    `${demos} demos at once; each worker runs one at a time`,
    ...measured.map(line),
    `a small demo, one at a time (${oneByOne}), median: here ${ms(hereMs)}, over Redis ${ms(thereMs)}: ${ms(thereMs - hereMs)} more`,
  ];
}

/** How many second demos of one person ended before the first demo of another. */
export function overtakings(stories: Load['stories']) {
  const results = stories.filter(({ end }) => end === 'result');
  const firsts = new Map(results.toReversed().map((story) => [story.user, story]));
  const lastFirst = Math.max(...[...firsts.values()].map(({ endedAt }) => endedAt));
  return results.filter((story) => firsts.get(story.user) !== story && story.endedAt < lastFirst);
}

const count = (counts: Map<string, number>, key: string): void =>
  void counts.set(key, (counts.get(key) ?? 0) + 1);
