import type { CodeReport, Finding, Fix, Place } from '../../code-check/index.ts';
import { wordsFor, type Locale } from '../../words/index.ts';

/** Scripts read this: names and meanings stay. */
export function toJson(report: CodeReport, file: string, locale: Locale): string {
  const { tellFinding, tellUnknown } = wordsFor(locale);
  const { language, frameworks, findings, notYourCause, linesRead, isCutShort } = report;
  return JSON.stringify({
    file,
    language,
    frameworks,
    cannotKnow: tellUnknown(report),
    linesRead,
    isCutShort,
    findings: [...findings, ...notYourCause].map((finding) => ({
      rule: finding.rule,
      page: finding.page,
      when: finding.when,
      sure: finding.sure,
      ...finding.place,
      others: finding.others,
      message: tellFinding(finding),
      // What would stand there, where one knows.
      ...(finding.fixes.length > 0 && {
        fix: finding.fixes.flatMap(({ lines }) => lines).join('\n'),
        fixes: finding.fixes,
      }),
      quote: finding.quote,
      source: finding.source,
    })),
  });
}

/** For people: the line, why, what would stand there. */
export function toText(report: CodeReport, locale: Locale): string {
  const words = wordsFor(locale);
  const { code, tellFinding, tellReading, tellUnknown } = words;
  if (!report.language) return [code.noCode, ...tellReading(report)].join('\n');
  const say = (finding: Finding) => tellFinding(finding);
  const notes = report.notYourCause.map((finding) => `  ${say(finding)}`);
  return [
    ...(report.findings.length === 0
      ? [code.clean]
      : report.findings.map((finding, at) => block(finding, at + 1, locale))),
    ...(notes.length > 0 ? [[code.notYourCause, ...notes].join('\n')] : []),
    [...tellReading(report), ...tellUnknown(report)].join('\n'),
  ].join('\n\n');
}

function block(finding: Finding, number: number, locale: Locale): string {
  const { code, tellFinding } = wordsFor(locale);
  const place = (each: Place) => code.place.inside(each);
  const page = finding.page === null ? '' : ` (${finding.page})`;
  return [
    `${number}. ${code.titled(code.place.atStart(place(finding.place)), code.when[finding.when])}${page}`,
    `   > ${finding.quote}`,
    `   ${tellFinding(finding)}`,
    ...(finding.others.length > 0
      ? [`   ${code.alsoAt(code.places(finding.others.map(place)))}`]
      : []),
    ...(finding.fixes.length > 0
      ? [`   ${code.corrected}`, ...finding.fixes.flatMap(correctedLines)]
      : []),
    ...(finding.source === '' ? [] : [`   ${code.source(finding.source)}`]),
  ].join('\n');
}

const correctedLines = ({ place, removes, lines }: Fix): string[] =>
  lines.map((line) => `   ${removes === 0 ? '+' : ' '} ${String(place.line).padStart(4)}  ${line}`);
