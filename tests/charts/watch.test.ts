import { GifReader } from 'omggif';
import { describe, expect, test } from 'vitest';
import { chartConfig, renderWatched, type ThemeName } from '../../src/charts/index.ts';
import { watchAltText } from '../../src/charts/watch/alt-text.ts';
import { watchConfigs } from '../../src/charts/watch/configs.ts';
import { placesOf, upTo } from '../../src/charts/watch/reveal.ts';
import {
  checkParameters,
  demoIds,
  formOf,
  variantsOf,
  watchDemo,
  type Watched,
} from '../../src/demos/index.ts';
import { createEngine } from '../../src/lstm/index.ts';
import { locales, wordsFor } from '../../src/words/index.ts';

const engine = await createEngine();
const words = wordsFor('en');
const frames = 3;

async function watch(cause: string, variant?: string, runs = 3): Promise<Watched> {
  const checked = checkParameters({ cause, variant, runs, seed: '7' });
  if (!checked.ok) throw new Error(JSON.stringify(checked.problem));
  return watchDemo(engine, checked.parameters, undefined, frames);
}

const training = await watch('initial-weights');
const calls = await watch('dropout', 'inference');
const epochs = await watch('butterfly', undefined, 2);
const sweep = await watch('hyperparameters', 'clipping', 2);
const pairs = await watch('compare', 'learning-rate', 2);
const kinds = { training, calls, epochs, sweep, pairs };

/** Each picture as RGBA bytes, as a viewer builds them up. */
function picturesOf(gif: Buffer): Uint8Array[] {
  const reader = new GifReader(gif);
  const canvas = new Uint8Array(reader.width * reader.height * 4);
  return Array.from({ length: reader.numFrames() }, (_, at) => {
    reader.decodeAndBlitFrameRGBA(at, canvas);
    return canvas.slice();
  });
}

type Rgb = readonly [red: number, green: number, blue: number];

/** How many pixels of the picture have that colour. */
function count(picture: Uint8Array, red: number, green: number, blue: number): number {
  let found = 0;
  for (let at = 0; at < picture.length; at += 4)
    if (picture[at] === red && picture[at + 1] === green && picture[at + 2] === blue) found++;
  return found;
}

describe('the animation of a training', () => {
  test('has as many pictures as were taken, pauses on the last one, and repeats', async () => {
    let drawn = 0;
    const { gif } = await renderWatched(training, words, { frames, drawn: () => drawn++ });
    const reader = new GifReader(gif);
    expect([reader.width, reader.height, reader.numFrames(), drawn]).toEqual([600, 450, 3, 3]);
    // In hundredths of a second.
    const delays = [0, 1, 2].map((at) => reader.frameInfo(at).delay);
    expect(delays).toEqual([12, 12, 250]);
    expect(reader.loopCount()).toBe(0);
  });

  test('has the same bytes each time, and other pictures as it goes on', async () => {
    const [first, second] = [
      await renderWatched(training, words, { frames }),
      await renderWatched(training, words, { frames }),
    ];
    expect(second.gif.equals(first.gif)).toBe(true);
    const pictures = picturesOf(first.gif).map((picture) =>
      Buffer.from(picture).toString('base64'),
    );
    expect(new Set(pictures).size).toBe(3);
  });

  test('keeps its background and its text sharp from the first picture to the last', async () => {
    const themes: readonly [ThemeName, Rgb, Rgb][] = [
      ['dark', [0x2b, 0x2d, 0x31], [0xff, 0xff, 0xff]],
      ['light', [0xff, 0xff, 0xff], [0x11, 0x11, 0x22]],
    ];
    for (const [theme, background, text] of themes) {
      const { gif } = await renderWatched(training, words, { frames, theme });
      for (const picture of picturesOf(gif)) {
        expect(count(picture, ...background)).toBeGreaterThan(180_000);
        // The strokes of the title.
        expect(count(picture, ...text)).toBeGreaterThan(500);
      }
    }
  });

  test('ends with the lines of the chart', () => {
    const last = watchConfigs(training, words, 'dark', frames).at(-1);
    const still = chartConfig(training.result, words.tell(training.result), words.chart);
    const linesOf = (config: typeof still | undefined) =>
      config?.data.datasets
        .filter(({ yAxisID, data }) => yAxisID === 'beforeValue' && data.length > 2)
        .map(({ data }) => data);
    expect(linesOf(last)?.length).toBeGreaterThan(3);
    expect(linesOf(last)).toEqual(linesOf(still));
  });

  test('names the step and the loss, and that not all runs are drawn', () => {
    const counterOf = (watched: Watched, at: number) =>
      watchConfigs(watched, words, 'dark', frames)[at]?.options?.plugins?.subtitle?.text;
    expect(counterOf(training, 0)).toEqual([
      expect.stringMatching(/^Training step 0 of 200 · loss of the strong line 0\.\d+$/),
    ]);
    const ofMore = { ...training, result: { ...training.result, runs: 22 } } as Watched;
    expect(counterOf(ofMore, 2)).toEqual([
      expect.stringContaining('Training step 200 of 200'),
      'The first 3 of 22 runs',
    ]);
  });

  test('has one scale for all its pictures', () => {
    for (const watched of [training, sweep, pairs]) {
      const limits = watchConfigs(watched, words, 'dark', frames).map(({ options }) =>
        Object.entries(options?.scales ?? {})
          .filter(([name]) => !name.endsWith('Mark'))
          .map(([name, axis]) => [name, axis?.min, axis?.max]),
      );
      expect(limits[1]).toEqual(limits[0]);
      expect(limits[2]).toEqual(limits[0]);
    }
  });
});

test('two calls are drawn from where the difference enters to the two outputs', () => {
  const [start, , end] = watchConfigs(calls, words, 'dark', frames);
  const subtitle = (config: typeof start) => config?.options?.plugins?.subtitle?.text;
  expect(subtitle(start)).toEqual([
    'Time step 0 of 24 · distance 0',
    expect.stringContaining('part at step 2'),
  ]);
  expect(subtitle(end)).toEqual([
    expect.stringMatching(/^The outputs: -?0\.\d+ and -?0\.\d+$/),
    expect.stringContaining('part at step 2'),
  ]);
  const points = (config: typeof start) => config?.data.datasets[0]?.data.length;
  expect([points(start), points(end)]).toEqual([1, 25]);
});

test('one bit is drawn as two outputs and a distance on a log axis with a place for 0', () => {
  const end = watchConfigs(epochs, words, 'dark', frames).at(-1);
  expect(end?.options?.plugins?.subtitle?.text).toEqual([
    expect.stringMatching(/^Epoch 60 of 60 · the two outputs are .+ apart$/),
  ]);
  const scales = end?.options?.scales as { apart?: { labels?: readonly string[] } };
  expect(scales.apart?.labels?.[0]).toBe('0');
});

describe.each(locales)('in %s', (locale) => {
  test.each(Object.entries(kinds))(
    'the alt text of %s says what moves, and from where to where',
    (_, watched) => {
      const text = watchAltText(watched, wordsFor(locale), frames);
      expect(text.length).toBeLessThanOrEqual(1024);
      expect(text).toMatch(/^(Animation of 3 pictures|重复播放的动画|重複播放的動畫)/);
      expect(text).not.toMatch(/undefined|NaN/);
    },
  );
});

test('every demo of calls has words for its two calls', () => {
  const variants = demoIds.flatMap((cause) =>
    variantsOf(cause).filter((variant) => formOf({ cause, variant }).watch === 'calls'),
  );
  expect(Object.keys(words.chart.watch.calls).toSorted()).toEqual([...variants].toSorted());
});

test('a line is drawn up to a place between two of its points', () => {
  const points = [0, 1, 2].map((x) => ({ x, y: 10 * x }));
  expect(placesOf(0, 2, 5)).toEqual([0, 0.5, 1, 1.5, 2]);
  expect(upTo(points, 1.5)).toEqual([...points.slice(0, 2), { x: 1.5, y: 15 }]);
  expect(upTo(points, 2)).toEqual(points);
});
