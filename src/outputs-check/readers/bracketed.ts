import { floorOf, numberIn } from './digits.ts';
import { limits } from './limits.ts';
import { refuse, type Read } from './refusal.ts';
import { tableOf, type Nested, type Table } from './table.ts';

/** What printing puts around the numbers; it says nothing of them. */
const asides =
  /\b(?:shape|size)=(?:torch\.Size)?\([^()]{0,80}\)|\bgrad_fn=<[^<>]{0,80}>|\b(?:dtype|device|requires_grad|layout)=(?:'[^']{0,40}'|[\w.:]+)|\bnumpy=|<tf\.Tensor:?|\bid=\d+/g;

const token =
  /(?<call>\b[A-Za-z_][\w.]*\()|(?<open>[[(])|(?<close>[\])])|(?<dots>\.{3}|…)|(?<word>[^\s,;[\]()…]+)/g;

const calls =
  /^(?:tf\.)?(?:tensor|array|list|tuple|(?:np|numpy|torch)\.\w+|float|int|EagerTensor)\($/i;

/**
 * Arrays and tensors as NumPy, PyTorch, TensorFlow and Python print them. Several of them in one text are one run each.
 * What stands outside of brackets is not read.
 */
export function readBracketed(text: string): Read<Table> {
  const parts: Nested[] = [];
  const open: Nested[][] = [];
  const texts: string[] = [];
  const body = text.replace(asides, ' ');
  // Old versions of PyTorch print a factor before the brackets.
  if (/\d\s*\*\s*[[(]/.test(body)) return refuse({ kind: 'notANumber', text: '*' });
  for (const { groups = {} } of body.matchAll(token)) {
    const { call, open: bracket, close, dots, word } = groups;
    if (
      bracket === '[' ||
      (bracket && open.length > 0) ||
      (call && (open.length > 0 || calls.test(call)))
    ) {
      if (open.length === limits.depth) return refuse({ kind: 'tooDeep' });
      open.push([]);
    } else if (open.length === 0) continue;
    else if (close) {
      const list = open.pop() ?? [];
      (open.at(-1) ?? parts).push(list);
    } else if (dots) return refuse({ kind: 'elided' });
    else if (word !== undefined) {
      const value = numberIn(word);
      if (value === undefined) {
        if (/^[>\-–—:=]+$/.test(word)) continue;
        return refuse({ kind: 'notANumber', text: word.slice(0, 20) });
      }
      texts.push(word);
      open.at(-1)?.push(value);
    }
  }
  if (texts.length === 0) return refuse({ kind: 'noNumbers' });
  if (open.length > 0) return refuse({ kind: 'elided' });
  const notEmpty = parts.filter((part) => typeof part === 'number' || part.length > 0);
  return tableOf(notEmpty, floorOf(texts));
}
