import { joinCode, lookalikesOf } from '../../src/outputs-check/index.ts';
import { checkParameters } from '../../src/demos/index.ts';
import { wordsFor } from '../../src/words/index.ts';
import { text, type Block, type Button, type Reply } from '../framework/reply.ts';
import type { SeenCode, SeenOutputs } from '../memory/checks.ts';
import { actions } from '../parts/actions.ts';
import { nameOf } from '../parts/causes.ts';
import { buttonRow, readButton, removeButtons } from '../parts/controls.ts';
import type { Reader } from '../parts/reader.ts';
import { rowsButton, showButton, trainedButtons } from './buttons.ts';
import { harmless } from './quoted.ts';

interface About {
  readonly id: string;
  readonly reader: Reader;
  /** What the same person had checked a moment ago. */
  readonly code?: SeenCode | undefined;
}

/** What somebody's repeated outputs show: the chart, what fits, what doesn't and why. */
export function outputsReply(seen: SeenOutputs, { id, reader, code }: About): Reply {
  const { check, png, altText } = seen;
  const story = wordsFor(reader.locale).tellOutputs(check);
  const title = [story.title].flat().join(' ');
  const said = [
    story.finding,
    story.fits,
    ...story.excludes,
    ...(story.needs === undefined ? [] : [story.needs]),
    `-# ${story.read}`,
  ];
  return {
    tone: 'answer',
    blocks: [
      text(`### ${title}`),
      { kind: 'chart', png, name: 'outputs.png', altText },
      text(said.join('\n')),
      ...(code ? inCode(code, seen, reader) : []),
      ...questionOf(story.question, id, reader),
      ...buttonRow(waysOn(seen, reader)),
      ...buttonRow([
        ...(check.sure ? [] : [rowsButton(id, check.rows === 'runs' ? 'values' : 'runs', reader)]),
        ...(reader.isPrivate ? [showButton(id, reader)] : []),
        ...removeButtons(reader),
      ]),
    ],
  };
}

const questionOf = (question: string | undefined, id: string, reader: Reader): Block[] =>
  question === undefined ? [] : [text(`**${question}**`), ...buttonRow(trainedButtons(id, reader))];

/** The pages of what fits best, and the demo whose chart looks like it. */
function waysOn({ check }: SeenOutputs, reader: Reader): Button[] {
  return [
    ...lookalikesOf(check.signature, check.trained).flatMap((demo) => demoButton(demo, reader)),
    ...check.fits.slice(0, mostPages).map((page) => readButton(page, reader)),
  ];
}

const mostPages = 3;

/** Runs that demo in the very variant whose chart looks like it. */
function demoButton(
  demo: ReturnType<typeof lookalikesOf>[number],
  { locale, owner }: Reader,
): Button[] {
  const checked = checkParameters({ ...demo, seed: 'outputs' });
  if (!checked.ok) return [];
  const { parameters } = checked;
  return [
    {
      label: wordsFor(locale).replies.ask.runDemo(nameOf(demo.cause, locale)),
      style: 'primary',
      customId: actions.newSeed.id(owner, { parameters }),
    },
  ];
}

const mostFindings = 3;

/** What the code has that the same person had checked, and whether these numbers show it. */
function inCode({ report }: SeenCode, { check }: SeenOutputs, { locale }: Reader): Block[] {
  const { code, outputs, replies, tellFinding } = wordsFor(locale);
  const joined = joinCode(report.findings, check).slice(0, mostFindings);
  if (joined.length === 0) return [];
  const lines = joined.map(({ finding, shown }) => {
    const where = outputs.code[shown](code.place.inside(finding.place));
    return `- ${where} ${tellFinding(harmless(finding))}`;
  });
  return [text([replies.check.codeToo, ...lines].join('\n'))];
}
