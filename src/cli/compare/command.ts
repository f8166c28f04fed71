import { variantsOf } from '../../demos/index.ts';
import { wordsFor } from '../../words/index.ts';
import { runCommand, type Command, type Terminal } from '../demo/command.ts';
import { toJson } from './report.ts';

const compare: Command = {
  wordsOf: (locale) => wordsFor(locale).compareCli,
  known: variantsOf('compare'),
  subjectOf([setting, a, b, ...others], variant) {
    if (a === undefined || b === undefined || others.length > 0 || variant !== undefined)
      return undefined;
    return { cause: 'compare', variant: setting, values: [numberIn(a), numberIn(b)] };
  },
  isOurs: ({ cause }) => cause === 'compare',
  toJson,
};

/** NaN for what is no plain number. */
const numberIn = (text: string): number => (/^\d*\.?\d+$/.test(text) ? Number(text) : Number.NaN);

/** Runs one call of the compare command and returns its exit code. */
export const runCompareCommand = (args: readonly string[], terminal: Terminal): Promise<number> =>
  runCommand(compare, args, terminal);
