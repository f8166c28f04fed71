/** The line in which a triple-quoted string begins that never ends. */
function openStringAt(lines: readonly string[]): number | null {
  let open: { readonly quotes: string; readonly line: number } | null = null;
  for (const [at, line] of lines.entries()) {
    let rest = line;
    for (;;) {
      const found: RegExpExecArray | null = open
        ? new RegExp(open.quotes).exec(rest)
        : /#|"""|'''|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/.exec(rest);
      if (!found || found[0] === '#') break;
      rest = rest.slice(found.index + found[0].length);
      if (open) open = null;
      else if (found[0] === '"""' || found[0] === "'''") open = { quotes: found[0], line: at };
    }
  }
  return open?.line ?? null;
}

/** Without the lines in which strings begin that never end, at most three: else all after them would be text. */
export function closeStrings(lines: readonly string[]): {
  readonly lines: string[];
  readonly opened: number[];
} {
  const closed = [...lines];
  const opened: number[] = [];
  while (opened.length < 3) {
    const at = openStringAt(closed);
    if (at === null) break;
    opened.push(at);
    closed[at] = `#${(closed[at] ?? '').slice(1)}`;
  }
  return { lines: closed, opened };
}
