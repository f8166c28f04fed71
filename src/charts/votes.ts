import type { Words } from '../words/index.ts';
import { limitsAround } from './extent.ts';
import { frame, type ChartConfig } from './frame.ts';
import type { Line } from './panel.ts';
import { rowBar, textColumn } from './rows.ts';
import { themes, type Theme, type ThemeName } from './theme.ts';

/** How a class voted: plain data, from which nobody can be told. */
export interface VoteCounts {
  /** Index of the right answer. */
  readonly right: number;
  /** How often each answer was chosen, in the first vote and, if there was one, in the second: [votes][answers]. */
  readonly counts: readonly (readonly number[])[];
}

/** `A`, `B`, `C` ... as in the buttons. */
export const letterOf = (answer: number): string => String.fromCharCode(65 + answer);

/** In CSS pixels; small beside the chart of a demo. */
export const votesHeight = ({ counts }: VoteCounts): number =>
  110 + (counts[0]?.length ?? 0) * (counts.length > 1 ? 56 : 40);

const columnWidth = 120;
/** Share of a row that its bars take. */
const barsHeight = 0.68;

/** A bar for each answer, or two where the class voted twice; the right answer has another colour, and says so. */
export function votesConfig(
  votes: VoteCounts,
  words: Words['chart'],
  theme: ThemeName = 'dark',
): ChartConfig {
  const look = { words, theme: themes[theme] };
  const { counts } = votes;
  const answers = counts[0]?.length ?? 0;
  const { max } = limitsAround([0, 1, ...counts.flat()], 0, 4);
  const say = words.votes;
  const colourOf = (answer: number) =>
    answer === votes.right ? look.theme.sides.after.heading : look.theme.text;
  const column = {
    colours: Array.from({ length: answers }, (_, at) => colourOf(at)),
    width: columnWidth,
  };
  return frame(
    {
      title: say.title(...rightOf(votes, counts.length - 1)),
      subtitle: counts.length > 1 ? say.twice(...rightOf(votes, 0)) : say.once,
      headings: [nothing, nothing],
      finding: '',
    },
    look,
    {
      lines: counts.flatMap((of, round) =>
        of.map((count, answer) => bar(count, answer, round, votes, look.theme)),
      ),
      axes: {
        count: { axis: 'x', type: 'linear', display: false, position: 'top', min: 0, max },
        row: {
          axis: 'y',
          type: 'linear',
          display: false,
          position: 'left',
          reverse: true,
          min: -0.5,
          max: answers - 0.5,
        },
        names: textColumn('left', labelsOf(votes, say), column),
        values: textColumn('right', valuesOf(votes, say), column),
      },
      paddingRight: 10,
      paddingTop: 4,
    },
  );
}

/** All that the chart shows, in words. */
export function votesAltText(votes: VoteCounts, { votes: say }: Words['chart']): string {
  const values = valuesOf(votes, say);
  const told = labelsOf(votes, say).map((label, answer) => say.altOf(label, values[answer] ?? ''));
  return say.alt(say.title(...rightOf(votes, votes.counts.length - 1)), told);
}

const nothing = { text: '', measure: '' };

/** How many were right, and of how many. */
function rightOf({ counts, right }: VoteCounts, round: number): [right: number, all: number] {
  const of = counts[round] ?? [];
  return [of[right] ?? 0, of.reduce((sum, count) => sum + count, 0)];
}

const labelsOf = ({ counts, right }: VoteCounts, say: Words['chart']['votes']): string[] =>
  (counts[0] ?? []).map((_, answer) =>
    answer === right ? say.right(letterOf(answer)) : letterOf(answer),
  );

/** How many chose each answer; where there were two votes, in the first and in the second. */
const valuesOf = (
  { counts: [first = [], second] }: VoteCounts,
  say: Words['chart']['votes'],
): string[] =>
  first.map((count, answer) =>
    second ? say.firstThenSecond(count, second[answer] ?? 0) : String(count),
  );

/** The first of two votes is drawn above the second, and fainter. */
function bar(
  count: number,
  answer: number,
  round: number,
  { counts, right }: VoteCounts,
  theme: Theme,
): Line {
  const height = barsHeight / counts.length;
  const top = answer - barsHeight / 2 + round * height;
  const side = theme.sides.after;
  const isLast = round === counts.length - 1;
  const colour = answer === right ? side.heading : theme.ranking.together;
  return {
    xAxisID: 'count',
    yAxisID: 'row',
    ...rowBar(count, top, top + height * 0.9),
    borderWidth: isLast ? 0 : 1,
    borderColor: colour,
    backgroundColor: isLast ? colour : 'rgba(128, 128, 128, 0.25)',
  };
}
