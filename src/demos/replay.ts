import type { EngineName } from '../lstm/index.ts';
import { formOf } from './catalogue.ts';
import { readEngines, writeEngines } from './engine-set.ts';
import { checkParameters } from './parameters.ts';
import type { DemoParameters } from './result.ts';

/** What a replay code carries: the demo, and what it must give. */
export interface Replay {
  readonly parameters: DemoParameters;
  readonly engine: EngineName;
  /** As in the result. */
  readonly engines?: readonly EngineName[];
  /** The first 12 hex digits of the hash of the outputs. */
  readonly hash: string;
}

const hashLength = 12;

/** `cause.variant.runs.seed.engines.hash`, at most 73 characters, so that it fits into a button's id. */
export function replayCode(
  demo: DemoParameters & Pick<Replay, 'engine' | 'engines' | 'hash'>,
): string {
  const { cause, variant, runs, seed, hash } = demo;
  return [cause, variant, runs, seed, writeEngines(demo), hash.slice(0, hashLength)].join('.');
}

/** Undefined if the text is not a replay code we could have written. */
export function parseReplay(code: string): Replay | undefined {
  const [cause, variant, runs, seed, engineText, hash, ...rest] = code.trim().split('.');
  if (!cause || !variant || !runs || !seed || !engineText || !hash || rest.length > 0)
    return undefined;
  if (!/^[1-9]\d{0,2}$/.test(runs) || !/^[0-9a-f]{12}$/.test(hash)) return undefined;
  const checked = checkParameters({ cause, variant, runs: Number(runs), seed });
  if (!checked.ok) return undefined;
  const { parameters } = checked;
  const engines = readEngines(engineText, formOf(parameters));
  return engines && { parameters, ...engines, hash };
}

/** True if the outputs of a result are those that the code promises. */
export const confirms = (replay: Replay, hash: string): boolean => hash.startsWith(replay.hash);
