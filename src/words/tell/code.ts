import type { CodeReport, Finding, Place } from '../../code-check/index.ts';
import type { Language } from '../en/index.ts';

/** The sentence about a finding. */
export function tellFinding(finding: Finding, { code }: Language): string {
  const { place, details, others, sure } = finding;
  const say = (each: Place | undefined) => (each ? code.place.inside(each) : '');
  const here = say(place);
  const sentence = code.rules[finding.rule]({
    Here: code.place.atStart(here),
    here,
    there: say(details.other),
    third: say(details.third),
    others: code.places(others.map(say)),
    name: details.name ?? '',
    value: String(details.value ?? ''),
    sure,
  });
  return sure === 'maybe' ? `${sentence} ${code.mayBeMeant}` : sentence;
}

/** What was read of a script, a sentence each. */
export function tellReading(report: CodeReport, { code }: Language): string[] {
  const { linesRead, isCutShort, notes } = report;
  return [
    ...notes.map((note) =>
      code.notes[note.kind]('place' in note ? code.place.inside(note.place) : ''),
    ),
    linesRead.cells === undefined
      ? code.read(String(linesRead.from), String(linesRead.to))
      : code.readCells(linesRead.cells),
    ...(isCutShort ? [code.cutShort] : []),
  ];
}

/** What can't be known from it, a sentence each. */
export function tellUnknown({ cannotKnow }: CodeReport, { code }: Language): string[] {
  const { cannotKnow: say, place } = code;
  const others: string[] = [];
  const sentences = cannotKnow.flatMap((each): string[] => {
    if (each.kind === 'files') return [say.files(each.names)];
    if (each.kind === 'seed-helper') return [say.seedHelper(each.name, place.inside(each.place))];
    others.push(say.others[each.kind]);
    return [];
  });
  return others.length > 0 ? [...sentences, say.sum(others)] : sentences;
}
