/** Writes something in every place of a new page that is marked to be written. */
export const withoutMarks = (text: string, file: string): string =>
  text
    .replace(/^title: .*TODO.*$/m, 'title: A title')
    .replace(/^answer: .*TODO.*$/m, 'answer: An answer.')
    .replaceAll(
      /^( +(?:- )?(?:title|prompt|answer|feedback|discussion|explanation)): TODO.*$/gm,
      '$1: A text',
    )
    .replace(/^cases: .*TODO.*$/m, 'cases: [retrained]')
    .replace(/^under: .*TODO.*\n/m, '')
    .replaceAll(/^( *(?:pytorch|keras|tfjs)): .*TODO.*$/gm, '$1: fixed = 1')
    .replace(/^( *- title): .*TODO.*$/m, '$1: A source')
    .replace(/^( *url): .*TODO.*$/m, '$1: https://example.org')
    .replace(/^( *before): .*TODO.*$/m, '$1: { identical: false }')
    .replace(/^( *after): .*TODO.*$/m, '$1: { identical: true }')
    .replaceAll(/^(?:#|\/\/) TODO.*$/gm, 'fixed = 1')
    .replaceAll(/^TODO.*$/gm, 'A text.')
    .replaceAll(/^( *([\w-]+): )\['TODO .*'\]$/gm, "$1['$2']")
    .replace(/^( *- )TODO.*$/m, (_, dash: string) =>
      Array.from({ length: 15 }, (_one, at) => `${dash}question ${at} of ${file}`).join('\n'),
    );

/** Where the compiler says that a table has no entry of this id, from below: an added entry moves what follows. */
export const missingEntries = (complaints: string, id: string): { file: string; line: number }[] =>
  complaints
    .split('\n')
    .flatMap((complaint) => {
      const [, file, line, one, several] =
        /^(\S+)\((\d+),\d+\): error TS27\d\d: (?:Property '(.+?)' is missing|.*is missing the following properties from type '.*': (.+)$)/.exec(
          complaint,
        ) ?? [];
      const missing = (one ?? several ?? '').replaceAll('"', '').split(', ');
      return file !== undefined && missing.includes(id) ? [{ file, line: Number(line) }] : [];
    })
    .toSorted((a, b) => b.line - a.line);

/** Adds an entry to the table at this line: a copy of another one's. */
export function entryLike(text: string, tableLine: number, other: string, id: string): string {
  const lines = text.split('\n');
  const key = new RegExp(`^( *)'?${other}'?:`);
  const start = lines.findIndex((line, at) => at >= tableLine - 1 && key.test(line));
  if (start < 0) throw new Error(`There is no "${other}" after line ${tableLine}.`);
  const indent = ' '.repeat(lines[start]?.search(/\S/) ?? 0);
  // A line of the entry is further to the right, or closes it.
  const isNext = (line: string) => !line.startsWith(`${indent} `) && !/^ *[\]})]+,$/.test(line);
  const length = lines
    .slice(start + 1)
    .findIndex((line) => isNext(line) || isEndOfTable(line, indent));
  const entry = lines.slice(start, start + 1 + length);
  const copy = entry.map((line, at) => (at === 0 ? line.replace(key, `$1'${id}':`) : line));
  return lines.toSpliced(start + entry.length, 0, ...copy).join('\n');
}

/** Closes what is around the entry. */
const isEndOfTable = (line: string, indent: string): boolean =>
  /^ *[\]})]/.test(line) && line.search(/\S/) < indent.length;
