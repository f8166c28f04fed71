import { describe, expect, test } from 'vitest';
import { outputsAltText, outputsConfig, renderChart, themeNames } from '../../src/charts/index.ts';
import { signatureIds } from '../../src/outputs-check/index.ts';
import { locales, wordsFor } from '../../src/words/index.ts';
import { check, samples } from '../outputs-check/samples.ts';

const words = wordsFor('en');
const draw = (found: ReturnType<typeof check>, theme: (typeof themeNames)[number] = 'dark') =>
  outputsConfig(found, words.tellOutputs(found), words, theme);

describe.each(signatureIds)('%s', (signature) => {
  const found = check(samples[signature]);

  test.each(themeNames)('has a line for each run; pure JSON, in %s', (theme) => {
    const config = draw(found, theme);
    expect(JSON.parse(JSON.stringify(config))).toEqual(config);
    const lines = config.data.datasets.filter(({ data }) => data.length === found.values);
    expect(lines.length).toBeGreaterThanOrEqual(found.runs);
  });

  test.each(locales)('is described for those who don’t see it, in %s', (locale) => {
    const said = wordsFor(locale);
    const text = outputsAltText(found, said.tellOutputs(found), said);
    expect(text).toContain(String(found.runs));
    expect(text.length).toBeLessThan(1024);
    expect(text).not.toMatch(/undefined/);
  });
});

test('runs with an order go from light to dark', () => {
  const colours = draw(check(samples.settling))
    .data.datasets.map(({ borderColor }) => borderColor)
    .filter((colour) => String(colour).startsWith('rgb('));
  expect(new Set(colours).size).toBe(samples.settling.length);
});

test('runs of one value are dots in their order, with their mean', () => {
  const single = check(samples.independent.map((run) => run.slice(0, 1)));
  const [dots, mean] = draw(single).data.datasets;
  expect(dots).toMatchObject({ showLine: false });
  expect(dots?.data).toHaveLength(single.runs);
  expect(mean).toHaveProperty('borderDash');
});

test('is drawn', async () => {
  const { png } = await renderChart(draw(check(samples.independent)));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
});
