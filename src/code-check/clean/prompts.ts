/** `>>> x`, `... y`, `In [4]: z`, line numbers at the left, what a terminal printed. */
export function withoutPrompts(lines: readonly string[]): string[] {
  const plain = withoutNumbers(lines);
  const hasPython = plain.filter((line) => /^\s*>>> /.test(line)).length > 0;
  const hasNotebook = plain.some((line) => /^\s*In \[[\d ]*\]:/.test(line));
  if (!hasPython && !hasNotebook) return plain;
  let isCode = !hasPython;
  return plain.map((line) => {
    const prompt = /^\s*(>>> ?|In \[[\d ]*\]: ?)/.exec(line);
    if (prompt) {
      isCode = true;
      return line.slice(prompt[0].length);
    }
    if (/^\s*Out ?\[[\d ]*\]:/.test(line)) {
      isCode = false;
      return '';
    }
    const more = /^\s*(\.\.\.(?: |$)|\.{3,}: ?)/.exec(line);
    if (more && isCode) return line.slice(more[0].length);
    if (hasPython && !hasNotebook) {
      isCode = false;
      return '';
    }
    return isCode || line.trim() === '' ? line : '';
  });
}

/** Numbers at the left of nearly all lines, each higher than the one before. */
function withoutNumbers(lines: readonly string[]): string[] {
  const full = lines.filter((line) => line.trim() !== '');
  const pattern = /^\s*(\d{1,5})(?:[.:|)] ?|\s|$)/;
  const numbers = full.map((line) => Number(pattern.exec(line)?.[1] ?? Number.NaN));
  const found = numbers.filter((each) => !Number.isNaN(each));
  const isRising = found.every((each, at) => at === 0 || each > (found[at - 1] ?? 0));
  if (full.length < 3 || found.length < full.length * 0.9 || !isRising) return [...lines];
  return lines.map(
    isAligned(full) ? withoutColumn(columnOf(full)) : (line) => line.replace(pattern, ''),
  );
}

const numbered = /^\s*\d{1,5}[.:|)]?\s+(?=\S)/;

/** Where code begins: as far to the left as it stands in lines whose number has so many digits. */
const columnOf = (lines: readonly string[], digits?: number): number =>
  Math.min(
    ...lines.flatMap((line) => {
      const found = numbered.exec(line)?.[0];
      const isOne = digits === undefined || found?.trim().replace(/\D/g, '').length === digits;
      return found !== undefined && isOne ? [found.length] : [];
    }),
  );

/** `9  x` above `10 y`: the code stands in one column, however long the number is. */
const isAligned = (lines: readonly string[]): boolean => {
  const [one, two] = [columnOf(lines, 1), columnOf(lines, 2)];
  return Number.isFinite(two) && one === two;
};

const withoutColumn =
  (column: number) =>
  (line: string): string =>
    /^\s*\d/.test(line) ? line.slice(column) : line;
