import { parseArgs } from 'node:util';
import { themeNames, type ThemeName } from '../../charts/index.ts';
import type { Told } from '../../outputs-check/index.ts';
import { locales, wordsFor, type Locale } from '../../words/index.ts';
import { isWritable } from '../demo/files.ts';
import { firstSentenceOf } from '../../errors.ts';

/** What one call asks for, checked. */
export interface OutputsCall {
  /** `-` is standard input. */
  readonly file: string;
  readonly told: Told;
  readonly locale: Locale;
  readonly json: boolean;
  /** Of the chart; null if none is asked for. */
  readonly out: string | null;
  readonly theme: ThemeName;
}

export type ReadOutputsCall =
  | { readonly kind: 'call'; readonly call: OutputsCall }
  | { readonly kind: 'help'; readonly locale: Locale }
  /** One line. */
  | { readonly kind: 'problem'; readonly problem: string };

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      rows: { type: 'string' },
      trained: { type: 'string' },
      lang: { type: 'string' },
      out: { type: 'string' },
      theme: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });

const refuse = (problem: string): ReadOutputsCall => ({ kind: 'problem', problem });

export function readOutputsCall(args: readonly string[]): ReadOutputsCall {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return refuse(`${firstSentenceOf(error)}. ${wordsFor('en').outputsCli.problems.seeHelp}`);
  }
  const { values, positionals } = parsed;
  const locale = locales.find((each) => each === (values.lang ?? 'en'));
  const { problems } = wordsFor(locale ?? 'en').outputsCli;
  if (!locale) return refuse(problems.language(locales));
  if (values.help) return { kind: 'help', locale };
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) return refuse(problems.noFile);
  const { rows, trained, out = null, json = false } = values;
  if (rows !== undefined && rows !== 'runs' && rows !== 'values') return refuse(problems.rows);
  if (trained !== undefined && trained !== 'once' && trained !== 'each')
    return refuse(problems.trained);
  const theme = themeNames.find((each) => each === (values.theme ?? 'dark'));
  if (!theme) return refuse(problems.theme(themeNames));
  if (out !== null && !isWritable(out)) return refuse(`${problems.file}: ${out}`);
  return { kind: 'call', call: { file, told: { rows, trained }, locale, json, out, theme } };
}
