import { clean, type Input } from './clean/index.ts';
import type { Finding, Fix } from './report.ts';

const context = 3;

interface Line {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
}

/** All suggested changes as one unified diff; empty where there are none. In a notebook each cell has its own part. */
export function diffOf(input: Input, findings: readonly Finding[]): string {
  const cleaned = clean(input);
  if (!cleaned.ok) return '';
  const { source } = cleaned;
  const fixes = withoutOverlap(findings.flatMap((finding) => finding.fixes));
  const cells = [...new Set(fixes.map(({ place }) => place.cell))].toSorted(
    (a, b) => (a ?? 0) - (b ?? 0),
  );
  return cells
    .map((cell) => {
      const own = fixes.filter(({ place }) => place.cell === cell);
      const next = source.cells?.find(({ index }) => index === (cell ?? 0) + 1)?.firstLine;
      const from = cell === undefined ? 1 : source.lineOf({ line: 1, endLine: 1, cell });
      const lines = source.original.slice(
        from - 1,
        cell === undefined ? undefined : next && next - 1,
      );
      const name = cell === undefined ? input.fileName : `${input.fileName} (cell ${cell})`;
      return `--- ${name}\n+++ ${name}\n${hunks(lines, own)}`;
    })
    .join('');
}

/** Two findings may want to change one line: the first does. The same line is not put in twice. */
function withoutOverlap(fixes: readonly Fix[]): Fix[] {
  const kept: Fix[] = [];
  for (const fix of fixes) {
    const isTaken = kept.some(
      (each) =>
        each.place.cell === fix.place.cell &&
        (each.removes > 0 && fix.removes > 0
          ? fix.place.line < each.place.line + each.removes &&
            each.place.line < fix.place.line + fix.removes
          : each.place.line === fix.place.line &&
            each.removes === fix.removes &&
            each.lines.join('\n') === fix.lines.join('\n')),
    );
    if (!isTaken) kept.push(fix);
  }
  return kept.toSorted((a, b) => a.place.line - b.place.line || a.removes - b.removes);
}

const noEnd = '\n\\ No newline at end of file';

function hunks(all: readonly string[], fixes: readonly Fix[]): string {
  // After the last end of line there is no line.
  const hasEnd = all.at(-1) === '';
  const lines = hasEnd ? all.slice(0, -1) : all;
  const script: Line[] = [];
  let next = 1;
  /** Lines of the file up to one, kept or taken away. */
  const goTo = (end: number, sign: ' ' | '-') => {
    const last = Math.min(end, lines.length + 1);
    for (const text of lines.slice(next - 1, last - 1)) script.push({ sign, text });
    next = Math.max(next, last);
  };
  for (const fix of fixes) {
    goTo(fix.place.line, ' ');
    goTo(next + fix.removes, '-');
    script.push(...fix.lines.map((text) => ({ sign: '+', text }) as const));
  }
  goTo(lines.length + 1, ' ');
  return grouped(hasEnd ? script : withoutEnd(script));
}

/** The last line of the file, old and new, has no end. */
function withoutEnd(script: readonly Line[]): Line[] {
  const lasts = [
    script.findLastIndex(({ sign }) => sign !== '+'),
    script.findLastIndex(({ sign }) => sign !== '-'),
  ];
  return script.map((line, at) =>
    lasts.includes(at) ? { ...line, text: line.text + noEnd } : line,
  );
}

function grouped(script: readonly Line[]): string {
  const groups: [number, number][] = [];
  for (const [at, { sign }] of script.entries()) {
    if (sign === ' ') continue;
    const last = groups.at(-1);
    if (last && at - last[1] <= context * 2) last[1] = at;
    else groups.push([at, at]);
  }
  return groups
    .map(([first, last]) => {
      const from = Math.max(0, first - context);
      const part = script.slice(from, last + context + 1);
      const range = (sign: '-' | '+') => {
        const count = (some: readonly Line[]) =>
          some.filter((line) => line.sign === ' ' || line.sign === sign).length;
        return `${sign}${count(script.slice(0, from)) + (count(part) > 0 ? 1 : 0)},${count(part)}`;
      };
      return `${[`@@ ${range('-')} ${range('+')} @@`, ...part.map(({ sign, text }) => sign + text)].join('\n')}\n`;
    })
    .join('');
}
