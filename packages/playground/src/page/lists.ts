export interface ListItem {
  /** Of a numbered list. */
  readonly number?: number;
  readonly text: string;
  readonly children: ListItem[];
}

export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: ListItem[] };

const itemLine = /^( *)(?:[-*]|(\d{1,10})\.) +(\S.*)$/;

/** The parser of Discord's markdown knows no lists: cuts them out. Lines in code blocks are left alone. */
export function splitLists(source: string): Part[] {
  const result: Part[] = [];
  let text: string[] = [];
  let lines: RegExpExecArray[] = [];
  let isCode = false;

  const flushText = () => {
    if (text.length > 0) result.push({ kind: 'text', text: text.join('\n') });
    text = [];
  };
  const flushList = () => {
    if (lines.length > 0) result.push({ kind: 'list', items: nest(lines) });
    lines = [];
  };
  for (const line of source.split('\n')) {
    const item = isCode ? null : itemLine.exec(line);
    if (item) {
      flushText();
      if (isOtherKind(lines[0], item)) flushList();
      lines.push(item);
      continue;
    }
    flushList();
    text.push(line);
    if ((line.split('```').length - 1) % 2 === 1) isCode = !isCode;
  }
  flushList();
  flushText();
  return result;
}

/** Bullets after numbers, or numbers after bullets, at the margin: a new list. */
const isOtherKind = (first: RegExpExecArray | undefined, next: RegExpExecArray): boolean =>
  first !== undefined && next[1] === '' && (first[2] === undefined) !== (next[2] === undefined);

/** Deeper indentation makes children. */
function nest(lines: readonly RegExpExecArray[]): ListItem[] {
  const top: ListItem[] = [];
  const open: { indent: number; items: ListItem[] }[] = [{ indent: 0, items: top }];
  for (const [, indentation = '', number, text = ''] of lines) {
    const indent = indentation.length;
    while (open.length > 1 && indent < (open.at(-1)?.indent ?? 0)) open.pop();
    const level = open.at(-1);
    const parent = level?.items.at(-1);
    if (level && parent && indent > level.indent) open.push({ indent, items: parent.children });
    open.at(-1)?.items.push({ text, children: [], ...(number && { number: Number(number) }) });
  }
  return top;
}
