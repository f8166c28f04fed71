import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { checkCode, diffOf, times, type Asked, type When } from '../../code-check/index.ts';
import { locales, wordsFor, type Locale } from '../../words/index.ts';
import { toJson, toText } from './report.ts';
import { firstSentenceOf } from '../../errors.ts';

export interface Terminal {
  readonly print: (text: string) => void;
  readonly complain: (line: string) => void;
  /** The bytes of a file, or of standard input where it is called `-`; throws if there are none. */
  readonly read: (file: string) => Uint8Array;
}

const exitCodes = { done: 0, found: 1, badInput: 2 } as const;
const whens = times.filter((each) => each !== 'never');

interface Call {
  readonly file: string;
  readonly locale: Locale;
  readonly differs: Asked['differs'];
  readonly failOn: readonly When[];
  readonly json: boolean;
  readonly diff: boolean;
  readonly help: boolean;
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      differs: { type: 'string' },
      'fail-on': { type: 'string' },
      lang: { type: 'string', default: 'en' },
      diff: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });

/** Runs one call of the check command and returns its exit code. */
export function runCheckCommand(args: readonly string[], terminal: Terminal): number {
  const call = readCall(args);
  if (typeof call === 'string') {
    terminal.complain(call);
    return exitCodes.badInput;
  }
  const { checkCli, code } = wordsFor(call.locale);
  if (call.help) {
    terminal.print(checkCli.usage);
    return exitCodes.done;
  }
  const content = contentOf(call.file, terminal);
  if (!content) {
    terminal.complain(checkCli.problems.unreadable(call.file));
    return exitCodes.badInput;
  }
  const fileName = call.file === '-' ? '' : basename(call.file);
  const asked: Asked = { content, fileName, ...(call.differs && { differs: call.differs }) };
  const checked = checkCode(asked);
  if (!checked.ok) {
    terminal.complain(code.problems[checked.problem]);
    return exitCodes.badInput;
  }
  const { report } = checked;
  if (call.diff) terminal.print(diffOf(asked, report.findings).replace(/\n$/, ''));
  else
    terminal.print(
      call.json ? toJson(report, call.file, call.locale) : toText(report, call.locale),
    );
  return report.findings.some(({ when }) => call.failOn.includes(when))
    ? exitCodes.found
    : exitCodes.done;
}

function contentOf(file: string, { read }: Terminal): Uint8Array | null {
  try {
    return read(file);
  } catch {
    return null;
  }
}

/** The call, or what is wrong with it in one line. */
function readCall(args: readonly string[]): Call | string {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return `${firstSentenceOf(error)}. ${wordsFor('en').checkCli.problems.seeHelp}`;
  }
  const { values, positionals } = parsed;
  const locale = locales.find((each) => each === values.lang);
  const { problems } = wordsFor(locale ?? 'en').checkCli;
  if (!locale) return problems.language(locales);
  const differs = whens.find((each) => each === values.differs);
  if (values.differs !== undefined && !differs) return problems.when('differs', whens);
  const named = values['fail-on']?.split(',').map((each) => each.trim()) ?? [];
  const failOn = whens.filter((each) => named.includes(each));
  if (failOn.length < new Set(named).size) return problems.when('fail-on', whens);
  const [file = ''] = positionals;
  if (!values.help && positionals.length !== 1) return problems.noFile;
  return { file, locale, differs, failOn, json: values.json, diff: values.diff, help: values.help };
}
