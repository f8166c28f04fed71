import { clean, type Input, type Source } from './clean/index.ts';
import { readFacts, type Facts } from './facts/index.ts';
import { fixesOf } from './fix/index.ts';
import { languageOf } from './language.ts';
import { parse, type Language, type Parsed } from './parse/index.ts';
import {
  times,
  type CannotKnow,
  type Checked,
  type CodeReport,
  type Details,
  type Finding,
  type Sure,
  type When,
} from './report.ts';
import { rules } from './rules/index.ts';
import type { Found, Rule } from './rules/rule.ts';

/** What two outputs that differ have between them, as somebody says: findings of that kind come first. */
export interface Asked extends Input {
  readonly differs?: Exclude<When, 'never'>;
}

/** Looks through a script for why its outputs differ. Nothing of it is run. */
export function checkCode(asked: Asked): Checked {
  const cleaned = clean(asked);
  if (!cleaned.ok) return cleaned;
  const { source } = cleaned;
  const language = languageOf(source.lines, asked.fileName);
  if (!language) return { ok: true, report: emptyReport(asked.fileName, source) };
  const parsed = parse(source.text, language);
  const facts = readFacts(
    parsed,
    language,
    source.cells?.map(({ executionCount }) => executionCount),
  );
  return { ok: true, report: reportOf(asked, source, language, parsed, facts) };
}

const emptyReport = (fileName: string, source: Source): CodeReport => ({
  fileName,
  language: null,
  frameworks: [],
  findings: [],
  notYourCause: [],
  cannotKnow: [],
  notes: source.notes,
  linesRead: linesRead(source),
  isCutShort: source.isCut,
});

function reportOf(
  asked: Asked,
  source: Source,
  language: Language,
  parsed: Parsed,
  facts: Facts,
): CodeReport {
  const all = findingsOf(facts, source);
  const shown = all.filter(({ when }) => when !== 'never').toSorted(byWeight(asked.differs));
  return {
    fileName: asked.fileName,
    language,
    frameworks: facts.frameworks,
    findings: shown,
    notYourCause: all
      .filter(({ when }) => when === 'never')
      .toSorted((a, b) => source.lineOf(a.place) - source.lineOf(b.place)),
    cannotKnow: unknowns(facts, source),
    notes: source.notes,
    linesRead: linesRead(source),
    isCutShort: source.isCut || facts.isCutShort || parsed.readTo < source.text.length,
  };
}

/** A rule that speaks only where nothing else was found comes last. */
function findingsOf(facts: Facts, source: Source): Finding[] {
  const by = (some: readonly Rule[]) =>
    some.flatMap((rule) =>
      oneEachLine(rule.find(facts)).map((found) => findingOf(rule, found, source)),
    );
  const all = by(rules.filter(({ onlyAlone }) => !onlyAlone));
  const isAlone = all.every(({ when }) => when === 'never');
  return isAlone ? [...all, ...by(rules.filter(({ onlyAlone }) => onlyAlone))] : all;
}

/** What a rule finds twice in one line is one finding with the changes of both. */
function oneEachLine(found: readonly Found[]): Found[] {
  const byLine = new Map<number, Found>();
  for (const each of found) {
    const before = byLine.get(each.place.line);
    byLine.set(
      each.place.line,
      before ? { ...before, changes: [...(before.changes ?? []), ...(each.changes ?? [])] } : each,
    );
  }
  return [...byLine.values()];
}

function findingOf(rule: Rule, found: Found, source: Source): Finding {
  const place = source.placeOf(found.place);
  const { other, third, name, value } = found;
  const details: Details = {
    ...(other ? { other: source.placeOf(other) } : {}),
    ...(third ? { third: source.placeOf(third) } : {}),
    ...(name === undefined ? {} : { name }),
    ...(value === undefined ? {} : { value }),
  };
  return {
    rule: rule.id,
    page: found.page === undefined ? rule.page : found.page,
    when: found.when ?? rule.when,
    sure: found.sure,
    place,
    others: (found.others ?? []).map((each) => source.placeOf(each)),
    details,
    quote: (source.original[found.place.line - 1] ?? '').trim().slice(0, 200),
    fixes: fixesOf(found.changes ?? [], source),
    source: rule.source,
  };
}

const sureness: readonly Sure[] = ['sure', 'if', 'maybe'];

/** What fits what somebody said first; then what shows soonest, and the surest of that. */
const byWeight =
  (differs: Asked['differs']) =>
  (a: Finding, b: Finding): number =>
    Number(b.when === differs) - Number(a.when === differs) ||
    times.indexOf(a.when) - times.indexOf(b.when) ||
    sureness.indexOf(a.sure) - sureness.indexOf(b.sure) ||
    (a.place.cell ?? 0) - (b.place.cell ?? 0) ||
    a.place.line - b.place.line;

function unknowns(facts: Facts, source: Source): CannotKnow[] {
  const names = facts.strangers;
  const [helper] = facts.strangeSeeds;
  return [
    ...(names.length > 0 ? [{ kind: 'files', names } as const] : []),
    ...(helper
      ? [
          {
            kind: 'seed-helper',
            name: helper.path.replace(/^.*[.?]/, ''),
            place: source.placeOf(helper.place),
          } as const,
        ]
      : []),
    ...(source.cells ? [{ kind: 'cell-order' } as const] : []),
    { kind: 'versions' },
    { kind: 'gpu' },
    { kind: 'data' },
  ];
}

function linesRead({ lines, cells }: Source): CodeReport['linesRead'] {
  const from = lines.findIndex((line) => line.trim() !== '') + 1;
  const to = lines.findLastIndex((line) => line.trim() !== '') + 1;
  return {
    from: Math.max(1, from),
    to: Math.max(1, to),
    ...(cells ? { cells: cells.length } : {}),
  };
}
