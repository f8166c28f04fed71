import { outputsAltText, outputsConfig, renderChart } from '../../charts/index.ts';
import { checkFile, limits, lookalikesOf, type OutputsCheck } from '../../outputs-check/index.ts';
import { joinLines, wordsFor, type OutputsStory } from '../../words/index.ts';
import { exitCodes, type Terminal } from '../demo/command.ts';
import { bytesOf, writeFiles } from '../demo/files.ts';
import { readOutputsCall, type OutputsCall } from './options.ts';

/** Runs one call of the outputs command and returns its exit code. */
export async function runOutputsCommand(
  args: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const read = readOutputsCall(args);
  switch (read.kind) {
    case 'problem':
      terminal.complain(read.problem);
      return exitCodes.badInput;
    case 'help':
      terminal.print(wordsFor(read.locale).outputsCli.usage);
      return exitCodes.done;
    case 'call':
      return answerCall(read.call, terminal);
  }
}

async function answerCall(call: OutputsCall, terminal: Terminal): Promise<number> {
  const words = wordsFor(call.locale);
  const bytes = bytesOf(call.file, limits.bytes);
  if (!bytes) {
    terminal.complain(`${words.outputsCli.problems.cannotRead}: ${call.file}`);
    return exitCodes.badInput;
  }
  const checked = checkFile(bytes, call.told);
  if (!checked.ok) {
    terminal.complain(words.tellRefusal(checked.refusal));
    return exitCodes.badInput;
  }
  const { check } = checked;
  const story = words.tellOutputs(check);
  if (call.out !== null) {
    const config = outputsConfig(check, story, words, call.theme);
    const { quickChartUrl, complain } = terminal;
    const { png } = await renderChart(config, { quickChartUrl, log: complain });
    writeFiles([{ file: call.out, bytes: png }]);
  }
  terminal.print(call.json ? toJson(check, story, call) : toText(story, call));
  return exitCodes.done;
}

/** Scripts read this: names and meanings stay. */
function toJson(check: OutputsCheck, story: OutputsStory, { locale, out }: OutputsCall): string {
  const { runs, values, signature, statistics, fits, excludes, trained, asksTrained, rows, sure } =
    check;
  const words = wordsFor(locale);
  return JSON.stringify({
    runs,
    values,
    signature,
    statistics,
    fits,
    excludes: excludes.map(({ page }) => page),
    ...(story.needs !== undefined && { needs: story.needs }),
    why: Object.fromEntries(excludes.map(({ page, why }) => [page, why])),
    rows,
    sure,
    trained: trained ?? null,
    asks: asksTrained,
    demos: lookalikesOf(signature, trained),
    chart: out,
    altText: outputsAltText(check, story, words),
  });
}

function toText(story: OutputsStory, { locale, out }: OutputsCall): string {
  const { outputsCli: say } = wordsFor(locale);
  return [
    joinLines(story.title),
    '',
    // Markdown, written for Discord.
    ...[
      story.read,
      story.finding,
      story.fits,
      ...story.excludes,
      story.needs ?? [],
      story.question ?? [],
    ]
      .flat()
      .map((line) => line.replaceAll('：** ', '：').replaceAll(/\*\*|`/g, '')),
    ...(out === null ? [] : ['', `${say.chart}${out}`]),
  ].join('\n');
}
