import type { When } from '../../src/code-check/index.ts';

/** What somebody says differs, and when that shows: what fits it comes first. */
const showsWhen = {
  call: ['call', 'later-call'],
  training: ['retraining'],
  loading: ['process', 'later-call'],
  machine: ['gpu', 'process'],
} as const satisfies Record<string, readonly When[]>;

export type Differs = keyof typeof showsWhen;

export const differences = Object.keys(showsWhen) as readonly Differs[];

export const isDiffers = (text: string): text is Differs => Object.hasOwn(showsWhen, text);

export const fitsWhen = (when: When, differs: Differs): boolean =>
  (showsWhen[differs] as readonly When[]).includes(when);
