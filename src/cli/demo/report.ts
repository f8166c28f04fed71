import {
  confirms,
  engineNames,
  originOf,
  type Condition,
  type DemoResult,
  type Size,
  type Growth,
  type TaskGrowth,
} from '../../demos/index.ts';
import { joinLines, whyOtherBytes, wordsFor, type Story, type Words } from '../../words/index.ts';
import type { DemoCall } from './options.ts';

/** A demo that ran, as the terminal tells it. */
export interface Ran {
  readonly result: DemoResult;
  readonly story: Story;
  readonly altText: string;
  /** Of the animation, where one was drawn. */
  readonly animationAltText?: string;
  readonly milliseconds: number;
}

/** Scripts read this: names and meanings stay. */
export function toJson(
  { result, altText, milliseconds, animationAltText }: Ran,
  { out, watch, notebook, framework, expected }: DemoCall,
): string {
  const { cause, variant, seed, runs, engine, engines, data, hash, replay } = result;
  return JSON.stringify({
    cause,
    variant,
    seed,
    runs,
    ...(data && { data }),
    engine,
    ...(engines && { engines }),
    milliseconds: Math.round(milliseconds),
    ...details(result),
    before: figures(result.before),
    after: figures(result.after),
    hash,
    replay,
    ...(expected && { confirmed: confirms(expected, hash) }),
    chart: out,
    altText,
    ...(notebook !== null && { notebook, framework }),
    ...(animationAltText !== undefined && { animation: watch, animationAltText }),
  });
}

/** What only this kind of result has. */
function details(result: DemoResult) {
  switch (result.kind) {
    case 'comparison':
      return { measure: result.measure, ...(result.sweep && { sweep: result.sweep }) };
    case 'ranking':
      return {
        measure: 'deviation',
        rows: result.rows.map(({ id, ...size }) => ({ id, ...sizeOf(size) })),
        together: sizeOf(result.together),
      };
    case 'growth':
      return { measure: 'difference', forecast: growthOf(result.forecast), sign: signOf(result) };
    case 'averages':
      return {
        measure: 'deviation',
        rows: result.rows.map(({ models, outputs, deviation, error }) => ({
          models,
          averages: outputs.length,
          deviation,
          error,
        })),
      };
    case 'paired':
      return { measure: 'error', values: result.values, ...result.verdict };
  }
}

/** Of each pair after the last epoch. */
const growthOf = ({ moved, same }: TaskGrowth) => ({
  moved: moved.map(lastOf),
  same: same.map(lastOf),
});

const signOf = ({ sign }: Growth) => ({
  ...growthOf(sign),
  labels: sign.labels,
  flips: sign.flips.map(lastOf),
  accuracies: sign.accuracies.map((both) => both.map(lastOf)),
});

const lastOf = (epochs: Float32Array): number => epochs.at(-1) ?? Number.NaN;

const sizeOf = ({ deviation, low, high }: Size) => ({ deviation, low, high });

const figures = ({ spread, deviation, identical, error, checks }: Condition) => ({
  spread,
  deviation,
  identical,
  error,
  ...(checks && { checks }),
});

export function toText(
  { result, story }: Ran,
  { locale, out, csv, watch, notebook, expected }: DemoCall,
): string {
  const { demoCli: say } = wordsFor(locale);
  return [
    joinLines(story.title),
    '',
    // Markdown, written for Discord.
    [story.finding, story.details ?? '']
      .filter(Boolean)
      .join('\n\n')
      .replaceAll(/\*\*|`|^-# /gm, ''),
    '',
    ...(expected ? [comparison(result, expected, say)] : []),
    `${say.replay}${result.replay}`,
    ...(out === null ? [] : [`${say.chart}${out}`]),
    ...(watch === null ? [] : [`${say.animation}${watch}`]),
    ...(notebook === null ? [] : [`${say.notebook}${notebook}`]),
    ...(csv === null ? [] : [`${say.csv}${csv}`]),
  ].join('\n');
}

function comparison(
  result: DemoResult,
  expected: NonNullable<DemoCall['expected']>,
  say: Words['demoCli'],
): string {
  if (confirms(expected, result.hash)) return say.identical;
  const [then, now] = [engineNames(expected), engineNames(result)];
  return then === now
    ? say.differs(whyOtherBytes(originOf(expected), result, say))
    : say.otherEngine(then, now);
}
