import type { SyntaxNode } from '@lezer/common';
import type { Expression, Span, Statement } from './tree.ts';

/** Deeper code than this is not code that somebody wrote: what lies below is left out, so that no stack overflows. */
const deepest = 150;

/** What one language makes of a node. Each part of its grammar reads others through this, so that no file needs them all. */
interface Language {
  readonly expression: (node: SyntaxNode, reader: Reader) => Expression;
  /** The statements of a body. */
  readonly body: (body: SyntaxNode, reader: Reader) => Statement[];
}

/** A Lezer tree with the text it was made from: what both languages need to read it. */
export class Reader {
  private readonly lineStarts: readonly number[];
  private readonly text: string;
  private depth = 0;
  private readonly language: Language;

  constructor(text: string, language: Language) {
    this.text = text;
    this.language = language;
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.lineStarts = starts;
  }

  /** Up to `to`, where a node takes blanks or an end of line with it. */
  spanOf(node: { readonly from: number; readonly to: number }): Span {
    const { from, to } = node;
    return { from, to, line: this.lineOf(from), endLine: this.lineOf(Math.max(from, to - 1)) };
  }

  textOf(node: { readonly from: number; readonly to: number }): string {
    return this.text.slice(node.from, node.to);
  }

  read(node: SyntaxNode): Expression {
    return this.deeper(
      () => this.language.expression(node, this),
      () => ({ kind: 'parts', parts: [], span: this.spanOf(node) }),
    );
  }

  readBody(body: SyntaxNode): Statement[] {
    return this.deeper(
      () => this.language.body(body, this),
      () => [],
    );
  }

  private deeper<Read>(read: () => Read, tooDeep: () => Read): Read {
    if (this.depth >= deepest) return tooDeep();
    this.depth += 1;
    try {
      return read();
    } finally {
      this.depth -= 1;
    }
  }

  private lineOf(offset: number): number {
    let low = 0;
    let high = this.lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }
}

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

/** Without what could not be read and without comments. */
export const readableChildrenOf = (node: SyntaxNode): SyntaxNode[] =>
  childrenOf(node).filter(({ type }) => !type.isError && !type.name.endsWith('Comment'));

/** The nodes between separators: `a, b, c` -> [[a], [b], [c]]. */
export function splitAt(nodes: readonly SyntaxNode[], separator: string): SyntaxNode[][] {
  const groups: SyntaxNode[][] = [[]];
  for (const node of nodes)
    if (node.name === separator) groups.push([]);
    else groups.at(-1)?.push(node);
  return groups.filter((group) => group.length > 0);
}

/** What a string literal says: escapes are kept as they are but for the quotes around it. */
export function unquote(text: string): string {
  const match = /^[A-Za-z]*('''|"""|'|"|`)([\s\S]*?)\1?$/.exec(text);
  return match?.[2] ?? text;
}

export function numberIn(text: string): number {
  return Number(text.replaceAll('_', '').replace(/[jJlLn]$/, ''));
}
