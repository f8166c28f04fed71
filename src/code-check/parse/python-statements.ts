import type { SyntaxNode } from '@lezer/common';
import { bodiesOf, bodyOf, readClass, readFunction, readImport } from './python-definitions.ts';
import { readPythonList } from './python-parts.ts';
import { readableChildrenOf as childrenOf, splitAt, type Reader } from './reader.ts';
import type { Expression, Statement } from './tree.ts';

/** The statements of a Lezer tree of Python: of all of it, or of a body. */
export const readPythonBody = (body: SyntaxNode, reader: Reader): Statement[] =>
  readAll(childrenOf(body), reader);

const readAll = (nodes: readonly SyntaxNode[], reader: Reader): Statement[] =>
  nodes.map((node) => readStatement(node, reader)).filter((statement) => statement !== null);

function readStatement(node: SyntaxNode, reader: Reader): Statement | null {
  const span = reader.spanOf(node);
  const children = childrenOf(node);
  switch (node.name) {
    case 'StatementGroup':
      return { kind: 'block', body: readAll(children, reader), span };
    case 'AssignStatement':
      return readAssignment(node, children, reader);
    case 'UpdateStatement': {
      const [target, , ...rest] = children;
      const value = readPythonList(rest, reader);
      if (!target || !value) return null;
      return {
        kind: 'assign',
        targets: [reader.read(target)],
        value,
        isUpdate: true,
        declares: true,
        span,
      };
    }
    case 'IfStatement':
      return readIf(node, children, reader);
    case 'ForStatement': {
      const start = children.findIndex(({ name }) => name === 'in');
      const end = children.findIndex(({ name }) => name === 'Body');
      const target = readPythonList(
        children.slice(1, start).filter(({ name }) => name !== 'for'),
        reader,
      );
      const iterable = readPythonList(
        children.slice(start + 1, end < 0 ? children.length : end),
        reader,
      );
      const loop = target && iterable ? { target, iterable } : null;
      return { kind: 'for', loop, before: [], body: bodiesOf(children, reader).flat(), span };
    }
    case 'WhileStatement': {
      const test = children[1];
      if (!test) return null;
      return {
        kind: 'while',
        test: reader.read(test),
        body: bodiesOf(children, reader).flat(),
        span,
      };
    }
    case 'WithStatement':
      return {
        kind: 'with',
        items: readItems(children, reader),
        body: bodiesOf(children, reader).flat(),
        span,
      };
    case 'TryStatement':
      return readTry(node, children, reader);
    case 'DecoratedStatement':
      return readDecorated(children, reader);
    case 'FunctionDefinition':
      return { kind: 'function', shape: readFunction(node, children, [], reader), span };
    case 'ClassDefinition':
      return readClass(node, children, reader);
    case 'ImportStatement':
      return readImport(node, children, reader);
    case 'ScopeStatement': {
      const names = children.filter(({ name }) => name === 'VariableName');
      return { kind: 'shared', names: names.map((each) => reader.textOf(each)), span };
    }
    case 'ReturnStatement':
      return { kind: 'return', value: readPythonList(children.slice(1), reader), span };
    case 'BreakStatement':
      return { kind: 'leave', how: 'break', span };
    case 'ContinueStatement':
      return { kind: 'leave', how: 'continue', span };
    case 'RaiseStatement':
      return { kind: 'leave', how: 'raise', span };
    case 'MatchStatement':
      return readMatch(node, children, reader);
    default: {
      if (!/^[A-Z]/.test(node.name)) return null;
      const isWrapped = node.name.endsWith('Statement');
      const values = isWrapped ? children.filter(({ name }) => /^[A-Z]/.test(name)) : [node];
      const value = readPythonList(values, reader);
      return value ? { kind: 'expression', value, span } : null;
    }
  }
}

function readAssignment(
  node: SyntaxNode,
  all: readonly SyntaxNode[],
  reader: Reader,
): Statement | null {
  const children = all.filter(({ name }) => name !== 'TypeDef');
  const groups = splitAt(children, 'AssignOp');
  const sides = groups
    .map((group) => readPythonList(group, reader))
    .filter((side) => side !== null);
  const value = sides.at(-1);
  if (sides.length < 2 || !value) return null;
  return {
    kind: 'assign',
    targets: sides.slice(0, -1),
    value,
    isUpdate: false,
    declares: true,
    span: reader.spanOf(node),
  };
}

/** `elif` is an `if` in the `else` of the one before. */
function readIf(
  node: SyntaxNode,
  children: readonly SyntaxNode[],
  reader: Reader,
): Statement | null {
  const [, test] = children;
  if (!test) return null;
  const at = children.findIndex(
    ({ name }, index) => index > 0 && (name === 'elif' || name === 'else'),
  );
  const body = children.find(({ name }) => name === 'Body');
  const rest = at < 0 ? [] : children.slice(at);
  const nested = rest[0]?.name === 'elif' ? readIf(rest[0], rest, reader) : null;
  return {
    kind: 'if',
    test: reader.read(test),
    yes: bodyOf(body, reader),
    no: nested
      ? [nested]
      : bodyOf(
          rest.find(({ name }) => name === 'Body'),
          reader,
        ),
    span: reader.spanOf(node),
  };
}

function readItems(
  children: readonly SyntaxNode[],
  reader: Reader,
): { value: Expression; target: Expression | null }[] {
  const end = children.findIndex(({ name }) => name === 'Body');
  const heads = children
    .slice(0, end < 0 ? children.length : end)
    .filter(({ name }) => !/^(with|async)$/.test(name));
  return splitAt(heads, ',').flatMap((group) => {
    const at = group.findIndex(({ name }) => name === 'as');
    const value = readPythonList(at < 0 ? group : group.slice(0, at), reader);
    const target = at < 0 ? null : readPythonList(group.slice(at + 1), reader);
    return value ? [{ value, target }] : [];
  });
}

function readTry(node: SyntaxNode, children: readonly SyntaxNode[], reader: Reader): Statement {
  const body: Statement[] = [];
  const handlers: Statement[][] = [];
  const last: Statement[] = [];
  let part = 'try';
  for (const child of children)
    if (child.name !== 'Body') {
      if (/^(try|except|else|finally)$/.test(child.name)) part = child.name;
    } else if (part === 'except') handlers.push(bodyOf(child, reader));
    else (part === 'finally' ? last : body).push(...bodyOf(child, reader));
  return { kind: 'try', body, handlers, last, span: reader.spanOf(node) };
}

function readMatch(node: SyntaxNode, children: readonly SyntaxNode[], reader: Reader): Statement {
  const clauses = children
    .flatMap((child) => (child.name === 'MatchBody' ? childrenOf(child) : [child]))
    .filter(({ name }) => name === 'MatchClause');
  const handlers = clauses.map((clause) => bodiesOf(childrenOf(clause), reader).flat());
  return { kind: 'try', body: [], handlers, last: [], span: reader.spanOf(node) };
}

function readDecorated(children: readonly SyntaxNode[], reader: Reader): Statement | null {
  const decorators = children
    .filter(({ name }) => name === 'Decorator')
    .map((each) =>
      childrenOf(each)
        .filter(({ name }) => /^(Variable|Property)Name$/.test(name))
        .at(-1),
    )
    .flatMap((name) => (name ? [reader.textOf(name)] : []));
  const inner = children.at(-1);
  if (!inner) return null;
  if (inner.name !== 'FunctionDefinition') return readStatement(inner, reader);
  return {
    kind: 'function',
    shape: readFunction(inner, childrenOf(inner), decorators, reader),
    span: reader.spanOf(inner),
  };
}
