import type { Source } from '../clean/index.ts';
import type { Fix, Place } from '../report.ts';
import type { Change, Piece } from '../rules/rule.ts';

/** Changes of the text as lines that go and lines that come. Those of one finding; overlapping ones are left out. */
export function fixesOf(changes: readonly Change[], source: Source): Fix[] {
  const edits = changes.flatMap((change) => (change.kind === 'edit' ? [change] : []));
  const inserts = changes.flatMap((change) =>
    change.kind === 'edit' ? [] : [insertOf(change, source)],
  );
  return [...inserts, ...editsByLine(edits, source)];
}

function insertOf(change: Exclude<Change, { kind: 'edit' }>, source: Source): Fix {
  if (change.kind === 'top') {
    const line = source.firstCodeLine;
    return { place: source.placeOf({ line, endLine: line }), removes: 0, lines: change.lines };
  }
  const { place, kind } = change;
  const line = kind === 'before' ? place.line : place.endLine + 1;
  const indent = /^\s*/.exec(source.lines[place.line - 1] ?? '')?.[0] ?? '';
  const lines = change.lines.map((pieces) => indent + written(pieces, source));
  return { place: source.placeOf({ line, endLine: line }), removes: 0, lines };
}

function editsByLine(edits: readonly Extract<Change, { kind: 'edit' }>[], source: Source): Fix[] {
  const sorted = edits.toSorted((a, b) => a.from - b.from);
  const groups: { from: number; to: number; edits: typeof sorted }[] = [];
  for (const edit of sorted) {
    const from = source.lineAt(edit.from);
    const to = source.lineAt(edit.to);
    const last = groups.at(-1);
    if (last && from <= last.to) {
      const before = last.edits.at(-1);
      if (before && edit.from < before.to) continue;
      last.edits.push(edit);
      last.to = Math.max(last.to, to);
    } else groups.push({ from, to, edits: [edit] });
  }
  return groups.map(({ from, to, edits: own }) => {
    const start = source.startOf(from);
    let text = source.text.slice(start, source.endOf(to));
    for (const edit of own.toReversed())
      text =
        text.slice(0, edit.from - start) + written(edit.text, source) + text.slice(edit.to - start);
    const place: Place = source.placeOf({ line: from, endLine: to });
    return { place, removes: to - from + 1, lines: text.split('\n') };
  });
}

const written = (pieces: readonly Piece[], source: Source): string =>
  pieces
    .map((piece) => (typeof piece === 'string' ? piece : source.text.slice(piece.from, piece.to)))
    .join('');
