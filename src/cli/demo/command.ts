import { altText, chartConfig, renderChart, renderWatched, toCsv } from '../../charts/index.ts';
import {
  confirms,
  demoIds,
  runDemo,
  watchDemo,
  type DemoResult,
  type ReportProgress,
} from '../../demos/index.ts';
import { createEngine, nativeProblem, type Engine, type EngineChoice } from '../../lstm/index.ts';
import { canTakeHome, takeHome } from '../../take-home/index.ts';
import { wordsFor, type Story } from '../../words/index.ts';
import { writeFiles, type OutputFile } from './files.ts';
import { readCall, type DemoCall, type Reading } from './options.ts';
import { toJson, toText, type Ran } from './report.ts';

export interface Terminal {
  /** Results: whole lines. */
  readonly print: (text: string) => void;
  /** What is wrong: one line. */
  readonly complain: (line: string) => void;
  /** Undefined where nobody watches. */
  readonly showProgress?: ((line: string) => void) | undefined;
  /** What trains; `auto` by default. */
  readonly engine?: EngineChoice;
  readonly quickChartUrl?: string | undefined;
}

export const exitCodes = { done: 0, failed: 1, badInput: 2 } as const;

/** A command that trains: what it reads, and how scripts get its result. */
export interface Command extends Reading {
  readonly toJson: (ran: Ran, call: DemoCall) => string;
}

const demo: Command = {
  wordsOf: (locale) => wordsFor(locale).demoCli,
  known: demoIds,
  subjectOf: ([cause, ...others], variant) =>
    cause === undefined || others.length > 0 ? undefined : { cause, variant },
  isOurs: () => true,
  toJson,
};

/** Runs one call of the demo command and returns its exit code. */
export const runDemoCommand = (args: readonly string[], terminal: Terminal): Promise<number> =>
  runCommand(demo, args, terminal);

export async function runCommand(
  command: Command,
  args: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const read = readCall(args, command);
  switch (read.kind) {
    case 'problem':
      terminal.complain(read.problem);
      return exitCodes.badInput;
    case 'help': {
      const { usage, causes } = command.wordsOf(read.locale);
      terminal.print(`${usage}\n${causes(command.known)}`);
      return exitCodes.done;
    }
    case 'call':
      return answerCall(command, read.call, terminal);
  }
}

async function answerCall(command: Command, call: DemoCall, terminal: Terminal): Promise<number> {
  const { parameters, locale, expected } = call;
  const words = wordsFor(locale);
  const since = performance.now();
  const engine = await createEngine(terminal.engine);
  const report: ReportProgress = ({ done, total }) =>
    terminal.showProgress?.(words.demoCli.progress(done, total));
  const watched = call.watch === null ? undefined : await watchDemo(engine, parameters, report);
  const result = watched?.result ?? (await runDemo(engine, parameters, report));
  const milliseconds = performance.now() - since;
  const problem = nativeProblem();
  if (problem !== undefined) terminal.complain(problem);
  const story = words.tell(result);
  const animation = watched && (await renderWatched(watched, words, { theme: call.theme }));
  writeFiles([
    ...(await outputFiles(result, story, call, terminal)),
    ...notebookFiles(engine, result, call),
    ...(animation && call.watch !== null ? [{ file: call.watch, bytes: animation.gif }] : []),
  ]);
  const ran = {
    result,
    story,
    milliseconds,
    altText: altText(result, story, words.chart),
    ...(animation && { animationAltText: animation.altText }),
  };
  terminal.print(call.json ? command.toJson(ran, call) : toText(ran, call));
  return !expected || confirms(expected, result.hash) ? exitCodes.done : exitCodes.failed;
}

async function outputFiles(
  result: DemoResult,
  story: Story,
  { locale, out, csv, theme }: DemoCall,
  { quickChartUrl, complain }: Terminal,
): Promise<OutputFile[]> {
  const files: OutputFile[] = [];
  if (csv !== null) files.push({ file: csv, bytes: toCsv(result) });
  if (out !== null) {
    const config = chartConfig(result, story, wordsFor(locale).chart, theme);
    const { png } = await renderChart(config, { quickChartUrl, log: complain });
    files.push({ file: out, bytes: png });
  }
  return files;
}

function notebookFiles(
  engine: Engine,
  result: DemoResult,
  { notebook: file, framework, locale }: DemoCall,
): OutputFile[] {
  if (file === null || !canTakeHome(result)) return [];
  return [{ file, bytes: takeHome(engine, result, { framework, locale, file }) }];
}
