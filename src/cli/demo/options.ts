import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  checkParameters,
  formOf,
  isSameSeries,
  nameSeries,
  parseReplay,
  type DemoInput,
  type DemoParameters,
  type ParameterProblem,
  type Replay,
} from '../../demos/index.ts';
import { mostBytes, readSeries } from '../../series/index.ts';
import { themeNames, type ThemeName } from '../../charts/index.ts';
import { frameworks, type Framework } from '../../evidence/index.ts';
import { canTakeHome } from '../../take-home/index.ts';
import { locales, wordsFor, type Locale, type Words } from '../../words/index.ts';
import { bytesOf, isWritable } from './files.ts';
import { firstSentenceOf } from '../../errors.ts';

type CliWords = Words['demoCli'];

/** How a command that trains differs from others in what it reads. */
export interface Reading {
  readonly wordsOf: (locale: Locale) => CliWords;
  /** What the first argument may be. */
  readonly known: readonly string[];
  /** What the arguments ask for; undefined if there are too few or too many. */
  readonly subjectOf: (
    positionals: readonly string[],
    variant: string | undefined,
  ) => Pick<DemoInput, 'cause' | 'variant' | 'values'> | undefined;
  /** Whether a replay code is one of this command's. */
  readonly isOurs: (parameters: DemoParameters) => boolean;
}

/** What one call asks for, checked. */
export interface DemoCall {
  readonly parameters: DemoParameters;
  readonly locale: Locale;
  readonly json: boolean;
  /** Files to write; null if not asked for. */
  readonly out: string | null;
  readonly csv: string | null;
  readonly watch: string | null;
  readonly notebook: string | null;
  /** Of the notebook. */
  readonly framework: Framework;
  /** Of the chart. */
  readonly theme: ThemeName;
  /** The bytes to compare with. */
  readonly expected: Replay | undefined;
}

export type ReadCall =
  | { readonly kind: 'call'; readonly call: DemoCall }
  | { readonly kind: 'help'; readonly locale: Locale }
  /** One line. */
  | { readonly kind: 'problem'; readonly problem: string };

type Problems = CliWords['problems'];
type Values = ReturnType<typeof parse>['values'];

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      variant: { type: 'string' },
      seed: { type: 'string' },
      runs: { type: 'string' },
      lang: { type: 'string' },
      out: { type: 'string' },
      csv: { type: 'string' },
      watch: { type: 'string' },
      notebook: { type: 'string' },
      framework: { type: 'string' },
      theme: { type: 'string' },
      replay: { type: 'string' },
      data: { type: 'string' },
      column: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });

const refuse = (problem: string): ReadCall => ({ kind: 'problem', problem });

export function readCall(args: readonly string[], reading: Reading): ReadCall {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return refuse(`${firstSentenceOf(error)}. ${reading.wordsOf('en').problems.seeHelp}`);
  }
  const { values, positionals } = parsed;
  const locale = locales.find((each) => each === (values.lang ?? 'en'));
  const { problems } = reading.wordsOf(locale ?? 'en');
  if (!locale) return refuse(problems.language(locales));
  if (values.help) return { kind: 'help', locale };
  const asked = onSeries(
    readParameters(values, positionals, problems, reading),
    values,
    problems,
    locale,
  );
  if ('problem' in asked) return refuse(asked.problem);
  const { out = null, csv = null, watch = null, notebook = null, json = false } = values;
  const theme = themeNames.find((each) => each === (values.theme ?? 'dark'));
  if (!theme) return refuse(problems.theme(themeNames));
  if (watch !== null && !formOf(asked.parameters).watch) return refuse(problems.nothingToWatch);
  if (notebook !== null && !canTakeHome(asked.parameters))
    return refuse(wordsFor(locale).takeHome.cannot);
  const framework = frameworks.find(
    (each) => each === (values.framework ?? usualFramework(notebook)),
  );
  if (!framework) return refuse(problems.framework(frameworks));
  const problem = fileProblem([out, csv, watch, notebook], problems);
  return problem === undefined
    ? {
        kind: 'call',
        call: { ...asked, locale, json, out, csv, watch, notebook, framework, theme },
      }
    : refuse(problem);
}

/** Where nobody names one: a script is JavaScript. */
const usualFramework = (file: string | null): Framework =>
  file !== null && /\.m?js$/.test(file) ? 'tfjs' : 'pytorch';

type Asked = Pick<DemoCall, 'parameters' | 'expected'> | { readonly problem: string };

function readParameters(
  values: Values,
  positionals: readonly string[],
  problems: Problems,
  { known, subjectOf, isOurs }: Reading,
): Asked {
  const { variant, runs, seed = '1', replay } = values;
  if (replay !== undefined) {
    if (positionals.length > 0 || (variant ?? runs ?? values.seed) !== undefined)
      return { problem: problems.replayWithOptions };
    const expected = parseReplay(replay);
    return expected && isOurs(expected.parameters)
      ? { parameters: expected.parameters, expected }
      : { problem: problems.replay };
  }
  const subject = subjectOf(positionals, variant);
  if (!subject) return { problem: problems.noCause(known) };
  const times = runs === undefined ? undefined : /^\d{1,4}$/.test(runs) ? Number(runs) : Number.NaN;
  const checked = checkParameters({ ...subject, runs: times, seed });
  return checked.ok
    ? { parameters: checked.parameters, expected: undefined }
    : { problem: sayProblem(checked.problem, problems) };
}

/** The same, on the series in the file where one is named. */
function onSeries(asked: Asked, { data, column }: Values, say: Problems, locale: Locale): Asked {
  if ('problem' in asked) return asked;
  const { parameters, expected } = asked;
  const wanted = expected?.parameters.data;
  if (data === undefined) {
    if (column !== undefined) return { problem: say.columnAlone };
    return wanted ? { problem: say.needsData(wanted.hash, wanted.count) } : asked;
  }
  if (expected && !wanted) return { problem: say.needlessData };
  const bytes = bytesOf(data, mostBytes);
  if (!bytes) return { problem: `${say.dataFile}: ${data}` };
  const read = readSeries(bytes, column);
  if (!read.ok) return { problem: wordsFor(locale).tellSeriesProblem(read.problem) };
  const series = nameSeries(read.values);
  if (wanted && !isSameSeries(wanted, series))
    return { problem: say.otherData(wanted.hash, wanted.count, series.hash) };
  const checked = checkParameters({ ...parameters, data: series });
  return checked.ok
    ? { parameters: checked.parameters, expected }
    : { problem: sayProblem(checked.problem, say) };
}

function sayProblem(problem: ParameterProblem, say: Problems): string {
  switch (problem.field) {
    case 'cause':
      return say.cause(problem.known);
    case 'variant':
      return say.variant(problem.cause, problem.known);
    case 'values':
      return say.values(problem.low, problem.high, problem.whole);
    case 'sameValues':
      return say.sameValues;
    case 'runs':
      return say.runs(problem.fewest, problem.most);
    case 'seed':
      return say.seed;
    case 'data':
      return say.data(problem.known);
  }
}

/** Before training, or the work would be lost. */
function fileProblem(named: readonly (string | null)[], say: Problems): string | undefined {
  const files = named.filter((file) => file !== null);
  const bad = files.find((file) => !isWritable(file));
  if (bad !== undefined) return `${say.file}: ${bad}`;
  const places = files.map((file) => path.resolve(file));
  const twice = files.find((_, at) => places.indexOf(places[at] ?? '') < at);
  return twice === undefined ? undefined : `${say.sameFile}: ${twice}`;
}
