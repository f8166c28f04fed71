import type { SyntaxNode } from '@lezer/common';
import { readableChildrenOf as childrenOf, splitAt, type Reader } from './reader.ts';
import type { Argument, Entry, Expression, FunctionShape, Loop, Parameter } from './tree.ts';

const isOne = (...names: string[]) => {
  const set = new Set(names);
  return ({ name }: SyntaxNode) => set.has(name);
};
export const isBracket = isOne('(', ')', '[', ']', '{', '}');
const isComprehensionPart = isOne('for', 'async');

/** Operators and words of the language begin with a small letter or are signs. */
export const isValue = ({ name }: SyntaxNode): boolean =>
  /^[A-Z]/.test(name) &&
  !/^(ArithOp|CompareOp|BitOp|LogicOp|AssignOp|UpdateOp|FormatSpec|TypeDef)/.test(name);

/** Several expressions with commas between them: a tuple, where there are several. */
export function readPythonList(nodes: readonly SyntaxNode[], reader: Reader): Expression | null {
  const groups = splitAt(nodes, ',');
  const items = groups.map((group) => readGroup(group, reader));
  const [first] = items;
  if (!first) return null;
  if (items.length === 1 && !nodes.some(({ name }) => name === ',')) return first;
  const from = nodes[0]?.from ?? 0;
  const to = nodes.at(-1)?.to ?? from;
  return { kind: 'list', form: 'tuple', items, span: reader.spanOf({ from, to }) };
}

/** `a`, `*a`, `**a` or, where something was not understood, several nodes. */
export function readGroup(group: readonly SyntaxNode[], reader: Reader): Expression {
  const nodes = group.filter(({ name }) => name !== '*' && name !== '**');
  const [first] = nodes;
  if (nodes.length === 1 && first) {
    const value = reader.read(first);
    return group.length === 1 ? value : partsOf(first, reader, [value]);
  }
  const span = reader.spanOf({ from: group[0]?.from ?? 0, to: group.at(-1)?.to ?? 0 });
  return { kind: 'parts', parts: nodes.map((each) => reader.read(each)), span };
}

export const partsOf = (
  node: SyntaxNode,
  reader: Reader,
  parts: readonly Expression[],
): Expression => ({
  kind: 'parts',
  parts,
  span: reader.spanOf(node),
});

export function readPythonArguments(list: SyntaxNode, reader: Reader): Argument[] {
  const inner = childrenOf(list).filter((each) => !isBracket(each));
  if (inner.some(({ name }) => name === 'for')) {
    const value = readComprehension(list, inner, reader);
    return [{ name: null, value, isSpread: false, span: value.span }];
  }
  return splitAt(inner, ',').map((group) => {
    const span = reader.spanOf({ from: group[0]?.from ?? 0, to: group.at(-1)?.to ?? 0 });
    const [name, assign, ...values] = group;
    if (name && assign?.name === 'AssignOp')
      return { name: reader.textOf(name), value: readGroup(values, reader), isSpread: false, span };
    const isSpread = name?.name === '*' || name?.name === '**';
    return { name: null, value: readGroup(group, reader), isSpread, span };
  });
}

export function readEntry(group: readonly SyntaxNode[], reader: Reader): Entry {
  const colon = group.findIndex(({ name }) => name === ':');
  const [key] = group;
  if (colon < 0 || !key) return { key: null, value: readGroup(group, reader) };
  return { key: reader.read(key), value: readGroup(group.slice(colon + 1), reader) };
}

export function readComprehension(
  node: SyntaxNode,
  inner: readonly SyntaxNode[],
  reader: Reader,
): Expression {
  const start = inner.findIndex(isComprehensionPart);
  const parts = inner.slice(0, start < 0 ? inner.length : start).filter(isValue);
  const loops: Loop[] = [];
  const tests: Expression[] = [];
  let rest = start < 0 ? [] : inner.slice(start);
  while (rest.length > 0) {
    const [word] = rest;
    const next = rest.findIndex((each, index) => index > 0 && isOne('for', 'if', 'async')(each));
    const clause = rest.slice(1, next < 0 ? rest.length : next);
    if (word?.name === 'for') {
      const at = clause.findIndex(({ name }) => name === 'in');
      const target = readPythonList(clause.slice(0, at), reader);
      const iterable = readPythonList(clause.slice(at + 1), reader);
      if (target && iterable) loops.push({ target, iterable });
    } else if (word?.name === 'if') {
      const test = readPythonList(clause, reader);
      if (test) tests.push(test);
    }
    rest = next < 0 ? [] : rest.slice(next);
  }
  const form = node.name.startsWith('Array')
    ? 'list'
    : node.name.startsWith('Dictionary')
      ? 'dictionary'
      : node.name.startsWith('Set')
        ? 'set'
        : 'generator';
  return {
    kind: 'comprehension',
    form,
    loops,
    tests,
    parts: parts.map((each) => reader.read(each)),
    span: reader.spanOf(node),
  };
}

export function readLambda(
  node: SyntaxNode,
  children: readonly SyntaxNode[],
  reader: Reader,
): Expression {
  const list = children.find(({ name }) => name === 'ParamList');
  const body = children.at(-1);
  const span = reader.spanOf(node);
  const value = body && isValue(body) && body !== list ? reader.read(body) : null;
  const shape: FunctionShape = {
    name: '',
    parameters: list ? readPythonParameters(list, reader) : [],
    body: value ? [{ kind: 'return', value, span: value.span }] : [],
    decorators: [],
    span,
  };
  return { kind: 'function', shape, span };
}

export function readPythonParameters(list: SyntaxNode, reader: Reader): Parameter[] {
  const inner = childrenOf(list).filter((each) => !isBracket(each) && each.name !== 'TypeDef');
  return splitAt(inner, ',').flatMap((group) => {
    const name = group.find((each) => each.name === 'VariableName');
    if (!name) return [];
    const assign = group.findIndex((each) => each.name === 'AssignOp');
    const initial = assign < 0 ? undefined : group[assign + 1];
    return [
      {
        name: reader.textOf(name),
        initial: initial ? reader.read(initial) : null,
        isRest: group[0] !== name,
        parts: [],
      },
    ];
  });
}
