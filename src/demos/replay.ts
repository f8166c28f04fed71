import type { EngineName } from '../lstm/index.ts';
import { formOf } from './catalogue.ts';
import { edition } from './edition.ts';
import { readEngines, readUnmarkedEngines, writeEngines } from './engine-set.ts';
import { checkParameters } from './parameters.ts';
import type { Form } from './plan.ts';
import { readSeriesName, writeSeriesName } from './own-series.ts';
import type { DemoParameters } from './result.ts';

/** What a replay code carries: the demo, and what it must give. */
export interface Replay {
  readonly parameters: DemoParameters;
  readonly engine: EngineName;
  /** As in the result. */
  readonly engines?: readonly EngineName[];
  /** Of the demos that made it; codes from before edition 2 name none. */
  readonly edition?: number;
  /** The first 12 hex digits of the hash of the outputs. */
  readonly hash: string;
}

const hashLength = 12;

/** `cause.variant.runs.seed`, or with two values before the runs, each with a comma for its point. A person's own series stands last. */
export function writeParameters({
  cause,
  variant,
  values,
  runs,
  seed,
  data,
}: DemoParameters): string {
  const written = values?.map((value) => String(value).replace('.', ',')) ?? [];
  const own = data ? [writeSeriesName(data)] : [];
  return [cause, variant, ...written, runs, seed, ...own].join('.');
}

/** Undefined if the text is not one we could have written. */
export function readParameters(text: string): DemoParameters | undefined {
  const all = text.split('.');
  const data = readSeriesName(all.at(-1) ?? '');
  const parts = data ? all.slice(0, -1) : all;
  const [cause = '', variant = ''] = parts;
  const [runs, seed = ''] = parts.slice(-2);
  const [a, b, ...more] = parts.slice(2, -2).map((value) => Number(value.replace(',', '.')));
  if (more.length > 0) return undefined;
  const values = a === undefined || b === undefined ? undefined : ([a, b] as const);
  const checked = checkParameters({ cause, variant, values, runs: Number(runs), seed, data });
  return checked.ok && writeParameters(checked.parameters) === text
    ? checked.parameters
    : undefined;
}

/** `parameters.engines.hash`, the edition behind the engines (`k2`); at most 73 characters, so that it fits into a button's id; with a series of one's own it may be longer. */
export function replayCode(
  demo: DemoParameters & Pick<Replay, 'engine' | 'engines' | 'hash'>,
): string {
  const engines = `${writeEngines(demo)}${edition}`;
  return [writeParameters(demo), engines, demo.hash.slice(0, hashLength)].join('.');
}

/** Undefined if the text is not a replay code we could have written. */
export function parseReplay(code: string): Replay | undefined {
  const parts = code.trim().split('.');
  const [engineText = '', hash = ''] = parts.slice(-2);
  const parameters = readParameters(parts.slice(0, -2).join('.'));
  if (!parameters || !/^[0-9a-f]{12}$/.test(hash)) return undefined;
  const made = readMade(engineText, formOf(parameters));
  return made && { parameters, ...made, hash };
}

/** By which engines and in which edition it was made. */
function readMade(text: string, form: Form): Omit<Replay, 'parameters' | 'hash'> | undefined {
  const [, engineText = text, digits] = /^([a-z+]+)([2-9]|[1-9][0-9]{1,2})$/.exec(text) ?? [];
  if (digits === undefined) return readUnmarkedEngines(text, form);
  const engines = readEngines(engineText, form);
  return engines && { ...engines, edition: Number(digits) };
}

/** True if the outputs of a result are those that the code promises. */
export const confirms = (replay: Replay, hash: string): boolean => hash.startsWith(replay.hash);
