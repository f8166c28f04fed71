import type { WatchedEpochs } from '../../demos/index.ts';
import { amount, type Words } from '../../words/index.ts';
import { axisTitle, distanceAxis, gap, headingAxis, timeAxis, valueAxis } from '../axes.ts';
import { labelsOf, logScaleOf, placeIn, type LogScale } from '../distances.ts';
import { gridValues, limitsAround } from '../extent.ts';
import { frame, type ChartConfig } from '../frame.ts';
import type { Line } from '../panel.ts';
import type { Look } from '../theme.ts';
import { gridOf, revealed, twoColours } from './calls.ts';
import { withCounter } from './counter.ts';
import { placesOf } from './reveal.ts';

const mostGridLines = 4;
/** Every so many powers of ten are named. */
const namedPowers = 2;

/** Above, one output of two trainings that differ in one bit; below, how far all pairs are apart: drawn epoch by epoch. */
export function epochsFrames(
  watched: WatchedEpochs,
  frames: number,
  words: Pick<Words, 'chart' | 'tell'>,
  look: Look,
): ChartConfig[] {
  const { epochs } = watched.result;
  return placesOf(epochs.at(0) ?? 0, epochs.at(-1) ?? 1, frames).map((place) =>
    withCounter(
      epochsConfig(watched, place, words, look),
      epochsCounter(watched, place, words),
      look,
    ),
  );
}

export function epochsCounter(
  { result: { epochs }, outputs: [plain, moved] }: WatchedEpochs,
  place: number,
  { chart: { watch } }: Pick<Words, 'chart'>,
): string[] {
  const epoch = Math.floor(place);
  const at = epochs.indexOf(epoch);
  const apart = Math.abs((plain[at] ?? Number.NaN) - (moved[at] ?? Number.NaN));
  return [watch.epoch(epoch, epochs.at(-1) ?? 0, amount(apart))];
}

function epochsConfig(
  { result, pair, outputs }: WatchedEpochs,
  place: number,
  { chart: words, tell }: Pick<Words, 'chart' | 'tell'>,
  look: Look,
): ChartConfig {
  const { theme } = look;
  const { before, after } = theme.sides;
  const { epochs, sign } = result;
  const ends = [epochs.at(0) ?? 0, epochs.at(-1) ?? 1] as const;
  const scale = logScaleOf(sign.moved.flatMap((row) => [...row]));
  const values = limitsAround(outputs.flat(), 0.07, mostGridLines);
  const places = labelsOf(scale).length - 1;
  const [plain, moved] = outputs;
  const lineOf = (row: ArrayLike<number>, style: Parameters<typeof revealed>[2]) =>
    revealed(
      epochs.map((x, at) => ({ x, y: row[at] ?? Number.NaN })),
      place,
      style,
    );
  const differences = (rows: readonly Float32Array[], colour: string, width: number): Line[] =>
    rows.map((row) =>
      lineOf(
        Array.from(row, (value) => placeIn(scale, value) ?? 0),
        { axis: 'apart', colour, width, dot: 0 },
      ),
    );
  const others = sign.moved.filter((_, at) => at !== pair);
  return frame(tell(result), look, {
    lines: [
      lineOf(moved, { axis: 'values', colour: before.heading, width: 2 }),
      lineOf(plain, { axis: 'values', colour: after.heading, width: 3.5 }),
      ...differences(sign.same.slice(0, 1), after.heading, 2.5),
      ...differences(sign.moved.slice(pair, pair + 1), before.heading, 2.5),
      ...differences(others, before.faint, 1.2),
      ...gridOf('values', gridValues(values), ends, look),
    ],
    axes: {
      time: { ...timeAxis(ends, look), title: axisTitle(words.growth.epoch, theme) },
      apart: distanceAxis(sparse(scale), look),
      apartTitle: headingAxis(
        'apart',
        places,
        [words.watch.pairs(sign.moved.length), ' '],
        before.heading,
      ),
      gap,
      values: valueAxis(values, look),
      valuesTitle: twoColours(
        headingAxis('values', values.max, [words.watch.moved, words.watch.plain], before.heading),
        [before.heading, after.heading],
      ),
    },
    paddingRight: 16,
  });
}

/** Powers of ten close together would run into each other. */
const sparse = (scale: LogScale): string[] =>
  labelsOf(scale).map((label, at) => {
    const exponent = scale.lowest + at - 1;
    return at === 0 || exponent % namedPowers === 0 ? label : '';
  });
