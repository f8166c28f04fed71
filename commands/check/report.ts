import type { CodeReport, Finding } from '../../src/code-check/index.ts';
import { joinCode } from '../../src/outputs-check/index.ts';
import { wordsFor } from '../../src/words/index.ts';
import { text, type Block, type Reply } from '../framework/reply.ts';
import type { SeenCode, SeenOutputs } from '../memory/checks.ts';
import { buttonRow, removeButtons } from '../parts/controls.ts';
import type { Reader } from '../parts/reader.ts';
import { differsButtons, sendButton, showButton } from './buttons.ts';
import { fitsWhen, type Differs } from './differs.ts';
import { findingBlocks } from './finding.ts';
import { harmlessReport } from './quoted.ts';
import { roomFor, sizeOf } from './room.ts';

/** With more, nobody reads the first. */
const mostFindings = 5;
const mostNotes = 3;

interface About {
  /** By which the buttons below find it again. */
  readonly id: string;
  readonly reader: Reader;
  /** What the same person had checked a moment ago. */
  readonly outputs?: SeenOutputs | undefined;
}

/** A finding, and what is said of it beside. */
interface Weighed {
  readonly finding: Finding;
  readonly note: string;
}

/** What was found in somebody's code. */
export function reportReply(seen: SeenCode, { id, reader, outputs }: About): Reply {
  const report = harmlessReport(seen.report);
  if (!report.language) return noCodeReply(reader);
  const weighed = weigh(report.findings, seen.differs, outputs, reader);
  const above = [text(titleOf(report, seen.differs, outputs, reader))];
  const below = [
    text(readingOf(report, reader)),
    ...(report.findings.length === 0 || seen.differs ? [] : askBack(id, reader)),
    ...buttonRow([...(reader.isPrivate ? [showButton(id, reader)] : []), ...removeButtons(reader)]),
  ];
  const changes = changesOf(seen, weighed.length, reader);
  const shown = drawn(weighed, report, reader, roomFor([...above, ...changes, ...below]));
  return {
    tone: weighed.length > 0 ? 'answer' : 'plain',
    blocks: [...above, ...shown, ...changes, ...below],
  };
}

const noCodeReply = (reader: Reader): Reply => {
  const { noCode, noCodeWhat } = wordsFor(reader.locale).replies.check;
  return withForm(`${noCode}\n${noCodeWhat}`, reader);
};

/** To Python without its lines: how it comes with them. */
export const flatReply = (reader: Reader): Reply =>
  withForm(wordsFor(reader.locale).replies.check.oneLine, reader);

const withForm = (sentence: string, reader: Reader): Reply => ({
  tone: 'unsure',
  blocks: [text(sentence), ...buttonRow([sendButton(reader), ...removeButtons(reader)])],
});

function titleOf(
  { findings }: CodeReport,
  differs: Differs | undefined,
  outputs: SeenOutputs | undefined,
  { locale }: Reader,
): string {
  const { check } = wordsFor(locale).replies;
  if (findings.length === 0) return `${check.clean}\n${check.remains}`;
  const isCertain = findings.some(({ sure }) => sure === 'sure');
  return [
    isCertain ? check.found(findings.length) : check.foundMaybe(findings.length),
    ...(differs ? [check.fitting(check.differs[differs])] : []),
    ...(outputs ? [check.withNumbers] : []),
  ].join('\n');
}

/** What fits what somebody says, and what their numbers show, comes first; else the order stays. */
function weigh(
  findings: readonly Finding[],
  differs: Differs | undefined,
  outputs: SeenOutputs | undefined,
  { locale }: Reader,
): Weighed[] {
  const { check } = wordsFor(locale).replies;
  const fits = ({ when }: Finding): boolean => !differs || fitsWhen(when, differs);
  const joined = outputs
    ? joinCode(findings, outputs.check)
    : findings.map((finding) => ({ finding, shown: undefined }));
  return joined
    .toSorted((a, b) => Number(fits(b.finding)) - Number(fits(a.finding)))
    .map(({ finding, shown }) => ({
      finding,
      note: [
        differs && !fits(finding) ? check.otherThan(check.differs[differs]) : '',
        shown ? check.shown[shown] : '',
      ]
        .filter((part) => part !== '')
        .join(' · '),
    }));
}

/** As many as there is room for; where it gets narrow, without their corrected lines, which stand in the file too. */
function drawn(
  weighed: readonly Weighed[],
  { language }: CodeReport,
  reader: Reader,
  room: ReturnType<typeof roomFor>,
): Block[] {
  const offered = new Set<string>();
  let left = room;
  const blocks: Block[] = [];
  for (const { finding, note } of weighed.slice(0, mostFindings)) {
    const about = { language: language ?? '', reader, note };
    const whole = findingBlocks(finding, { ...about, offered: new Set(offered) });
    const fits = sizeOf(whole).text <= left.text;
    const chosen = findingBlocks(fits ? finding : { ...finding, fixes: [] }, { ...about, offered });
    const size = sizeOf(chosen);
    if (size.text > left.text || size.components > left.components) break;
    left = { text: left.text - size.text, components: left.components - size.components };
    blocks.push(...chosen);
  }
  return blocks;
}

/** All suggested changes in one file, and how many findings there are above those shown. */
function changesOf({ diff }: SeenCode, count: number, { locale }: Reader): Block[] {
  const { check } = wordsFor(locale).replies;
  const more = count > mostFindings ? [check.more(count - mostFindings)] : [];
  if (diff === '') return more.map(text);
  return [
    text([...more, check.changes].join(' ')),
    { kind: 'file', bytes: Buffer.from(diff), name: 'changes.diff' },
  ];
}

/** What has no effect, what was read, and what can't be known from it. */
function readingOf(report: CodeReport, { locale }: Reader): string {
  const { code, tellFinding, tellReading, tellUnknown } = wordsFor(locale);
  const notes = report.notYourCause.slice(0, mostNotes).map((each) => `- ${tellFinding(each)}`);
  return [
    ...(notes.length > 0 ? [`**${code.notYourCause}**`, ...notes] : []),
    ...[...tellReading(report), ...tellUnknown(report)].map((sentence) => `-# ${sentence}`),
  ].join('\n');
}

const askBack = (id: string, reader: Reader): Block[] => [
  text(wordsFor(reader.locale).replies.check.whatDiffers),
  ...buttonRow(differsButtons(id, reader)),
];
