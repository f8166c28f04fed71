import { checkFile, type OutputsCheck } from '../../src/outputs-check/index.ts';
import type { Engine } from '../../src/lstm/index.ts';
import { makeFile, type File } from './files.ts';
import { makers, type Maker } from './makers.ts';
import { openSource } from './source.ts';

/** One file and what was found in it. */
export interface Judged {
  readonly maker: Maker;
  readonly file: File;
  readonly check: OutputsCheck;
  /** `out of reach`, `too few digits`: not found, and the answer says what the file needs. */
  readonly outcome: 'right' | 'out of reach' | 'too few digits' | 'wrong';
  /** The cause at work is told as one that fits; or, worse, as one that does not. */
  readonly fits: boolean;
  readonly excluded: boolean;
  readonly orientation: 'right' | 'unsure' | 'wrong';
}

export async function judgeAll(engine: Engine, seeds: readonly string[]): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const maker of makers)
    for (const seed of seeds) judged.push(await judge(engine, maker, seed));
  return judged;
}

export async function judge(engine: Engine, maker: Maker, seed: string): Promise<Judged> {
  const file = await makeFile(maker, openSource(engine, seed, maker.name));
  const bytes = Buffer.from(file.text);
  const { trained, page } = maker;
  const checked = checkFile(bytes, { rows: 'runs', trained });
  if (!checked.ok) throw new Error(`${maker.name}, seed ${seed}: ${checked.refusal.kind}`);
  const inferred = checkFile(bytes);
  const { check } = checked;
  return {
    maker,
    file,
    check,
    outcome: outcomeOf(maker, check),
    fits: page === undefined || check.fits.includes(page),
    excluded: check.excludes.some((each) => each.page === page),
    orientation:
      !inferred.ok || inferred.check.runs !== file.runs
        ? 'wrong'
        : inferred.check.sure
          ? 'right'
          : 'unsure',
  };
}

function outcomeOf({ signatures }: Maker, { signature, needs }: OutputsCheck): Judged['outcome'] {
  if (signatures.includes(signature)) return 'right';
  if (signatures.some((each) => needs?.hidden.includes(each))) return 'out of reach';
  if (needs?.digits) return 'too few digits';
  // Equal runs are equal, whatever could have made them differ.
  return signature === 'identical' ? 'out of reach' : 'wrong';
}
