import type { PageId } from '../ids.ts';
import {
  differences,
  frameworks,
  heldThings,
  sizes,
  type Evidence,
  type Between,
  type Held,
} from './evidence.ts';

/**
 * The pages in the order in which codes count them. Buttons that are already posted count so: a new page is added at the end.
 * Three characters hold 15 pages; the code of a sixteenth needs four, and a new button beside `ask.read`.
 */
export const codedPages = [
  'initial-weights',
  'batch-order',
  'dropout',
  'time-steps',
  'hyperparameters',
  'data-set',
  'carried-state',
  'floating-point',
  'saved-model',
  'gpu-kernels',
  'reduced-precision',
  'hash-and-file-order',
  'batch-norm',
  'sampling-temperature',
] as const satisfies readonly PageId[];

/**
 * Evidence as 11 characters for a `custom_id`. Each list is a number whose bits say which of its ids are there, in base 36:
 * between (2 characters), held (2), ruled out (3), suspect (3); then size, framework and difference in one.
 */
export function writeEvidence(evidence: Evidence): string {
  const { between, held, ruledOut, suspect, size, framework, difference } = evidence;
  const ofSize = size ? sizes.indexOf(size) + 1 : 0;
  const ofFramework = framework ? frameworks.indexOf(framework) + 1 : 0;
  return [
    digits(bits(differences, between), 2),
    digits(bits(heldThings, held), 2),
    writePages(ruledOut),
    writePages(suspect),
    digits((ofSize * 4 + ofFramework) * 2 + (difference ? 1 : 0), 1),
  ].join('');
}

/** Undefined for anything that `writeEvidence` does not write. */
export function readEvidence(code: string): Evidence | undefined {
  if (!/^[0-9a-z]{11}$/.test(code)) return undefined;
  const number = (from: number, to: number) => Number.parseInt(code.slice(from, to), 36);
  const rest = number(10, 11);
  const size = sizes[(rest >> 3) - 1];
  const framework = frameworks[((rest >> 1) & 3) - 1];
  const evidence: Evidence = {
    difference: (rest & 1) === 1,
    between: ofBits<Between>(differences, number(0, 2)),
    held: ofBits<Held>(heldThings, number(2, 4)),
    ruledOut: readPages(code.slice(4, 7)),
    suspect: readPages(code.slice(7, 10)),
    ...(size ? { size } : {}),
    ...(framework ? { framework } : {}),
  };
  return writeEvidence(evidence) === code ? evidence : undefined;
}

/** Some pages as three characters. */
export const writePages = (pages: readonly PageId[]): string => digits(bits(codedPages, pages), 3);

export const readPages = (code: string): PageId[] =>
  ofBits<PageId>(codedPages, Number.parseInt(code, 36));

const bits = (all: readonly string[], some: readonly string[]): number =>
  all.reduce((sum, id, i) => sum + (some.includes(id) ? 2 ** i : 0), 0);

const ofBits = <Id extends string>(all: readonly Id[], sum: number): Id[] =>
  all.filter((_, i) => ((sum >> i) & 1) === 1);

const digits = (number: number, width: number): string => number.toString(36).padStart(width, '0');
