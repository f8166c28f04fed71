import { parser as javaScriptParser } from '@lezer/javascript';
import { parser as pythonParser } from '@lezer/python';
import type { Tree } from '@lezer/common';
import type { LRParser } from '@lezer/lr';
import { readJavaScriptBody } from './javascript-statements.ts';
import { readJavaScript } from './javascript.ts';
import { readPythonBody } from './python-statements.ts';
import { readPython } from './python.ts';
import { Reader } from './reader.ts';
import type { Statement } from './tree.ts';

export type Language = 'python' | 'javascript';

/**
 * How many steps a parser may take; then it ends where it is. Code takes a step for every four letters, so this is enough for
 * 200 kB. Steps and not time: a busy machine must not find less.
 */
const mostSteps = 60_000;

export interface Parsed {
  readonly statements: readonly Statement[];
  /** Places that the grammar could not make sense of. */
  readonly errors: number;
  /** The offset up to which the text was read: less than its length where the time was up. */
  readonly readTo: number;
}

/** A text of any kind gives a tree: what could not be read is left out of it. */
export function parse(text: string, language: Language): Parsed {
  return language === 'python' ? parsePython(text) : parseJavaScript(text);
}

function parsePython(text: string): Parsed {
  const { tree, readTo } = treeOf(pythonParser, text);
  const reader = new Reader(text, { expression: readPython, body: readPythonBody });
  return {
    statements: reader.readBody(tree.topNode),
    errors: errorsIn(tree),
    readTo,
  };
}

/** TypeScript and JSX contradict each other in places: the dialect with the fewest errors is the one. */
function parseJavaScript(text: string): Parsed {
  let best = { ...treeOf(javaScriptParser.configure({ dialect: 'ts' }), text), errors: 0 };
  best.errors = errorsIn(best.tree);
  for (const dialect of ['ts jsx', 'jsx']) {
    if (best.errors === 0 || best.readTo < text.length) break;
    const other = treeOf(javaScriptParser.configure({ dialect }), text);
    const errors = errorsIn(other.tree);
    if (errors < best.errors) best = { ...other, errors };
  }
  const reader = new Reader(text, { expression: readJavaScript, body: readJavaScriptBody });
  return {
    statements: reader.readBody(best.tree.topNode),
    errors: best.errors,
    readTo: best.readTo,
  };
}

/** `stopAt` may be called once: a second call throws. */
function treeOf(parser: LRParser, text: string): { tree: Tree; readTo: number } {
  const parsing = parser.startParse(text);
  let readTo = text.length;
  for (let step = 1; ; step += 1) {
    const tree = parsing.advance();
    if (tree) return { tree, readTo };
    if (step === mostSteps && parsing.parsedPos < text.length) {
      readTo = parsing.parsedPos;
      parsing.stopAt(readTo);
    }
  }
}

function errorsIn(tree: Tree): number {
  let errors = 0;
  tree.iterate({ enter: ({ type }) => void (errors += type.isError ? 1 : 0) });
  return errors;
}
