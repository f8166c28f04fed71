/** Adds a line at the end of the list or record that begins with this text. */
export function addLine(text: string, opening: string, line: string): string {
  const start = find(text, opening, 0);
  const end = text.slice(start).search(/^[\]}]/m);
  if (end < 0) throw new Error(`The list "${opening}" has no end.`);
  return insert(text, start + end, `  ${line}\n`);
}

/** Adds an id to the row of a record of lists: `dropout: ['inference', 'training'],`. */
export function addToRow(text: string, opening: string, row: string, id: string): string {
  const record = find(text, opening, 0);
  const found = new RegExp(`^  '?${row}'?: \\[[^\\]]*`, 'm').exec(text.slice(record));
  if (!found) throw new Error(`"${opening}" has no row "${row}".`);
  const end = record + found.index + found[0].length;
  // Prettier breaks a long row into lines that each end with a comma.
  return insert(text, end, found[0].endsWith('\n  ') ? `  '${id}',\n  ` : `, '${id}'`);
}

/** Adds a claim at the end of those in a page's front matter. */
export function addClaim(text: string, claim: string): string {
  const start = find(text, '\nclaims:\n', 0) + '\nclaims:\n'.length;
  const [claims = ''] = /^(?: .*\n)*/.exec(text.slice(start)) ?? [];
  return insert(text, start + claims.length, claim);
}

/** Adds an entry at the beginning of a map of a YAML file. */
export function addEntry(text: string, map: string, entry: string): string {
  const opening = `\n${map}:\n`;
  return insert(text, find(text, opening, 0) + opening.length, `  ${entry}\n`);
}

function find(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  if (at < 0) throw new Error(`"${what.trim()}" was not found.`);
  return at;
}

const insert = (text: string, at: number, what: string): string =>
  `${text.slice(0, at)}${what}${text.slice(at)}`;
