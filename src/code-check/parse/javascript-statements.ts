import type { SyntaxNode } from '@lezer/common';
import { readClass, readImport } from './javascript-definitions.ts';
import { isValue, readFunction } from './javascript.ts';
import { readableChildrenOf as childrenOf, splitAt, type Reader } from './reader.ts';
import type { Binding, Expression, Loop, Statement } from './tree.ts';

/** The statements of a Lezer tree of JavaScript or TypeScript. */
export function readJavaScriptBody(body: SyntaxNode, reader: Reader): Statement[] {
  return childrenOf(body).flatMap((node) => readStatement(node, reader));
}

/** A body in braces, or the one statement that stands in its place. */
const readBodyOf = (node: SyntaxNode | undefined, reader: Reader): Statement[] =>
  !node ? [] : node.name === 'Block' ? reader.readBody(node) : readStatement(node, reader);

const isStatement = ({ name }: SyntaxNode): boolean => /(Statement|Declaration|^Block)$/.test(name);

function readStatement(node: SyntaxNode, reader: Reader): Statement[] {
  const span = reader.spanOf(node);
  const children = childrenOf(node);
  const read = (each: SyntaxNode) => reader.read(each);
  const [value] = children.filter(isValue);
  switch (node.name) {
    case 'ExpressionStatement':
      return value ? [readExpressionStatement(read(value), value, reader)] : [];
    case 'VariableDeclaration':
      return readDeclaration(node, children, reader);
    case 'FunctionDeclaration':
      return [{ kind: 'function', shape: readFunction(node, reader), span }];
    case 'ClassDeclaration':
      return [readClass(node, children, reader)];
    case 'ExportDeclaration':
      return children.flatMap((child) =>
        isStatement(child)
          ? readStatement(child, reader)
          : /(Function|Expression)$/.test(child.name)
            ? [{ kind: 'expression' as const, value: read(child), span }]
            : [],
      );
    case 'ImportDeclaration':
      return [readImport(node, children, reader)];
    case 'Block':
    case 'LabeledStatement':
      return [{ kind: 'block', body: readJavaScriptBody(node, reader), span }];
    case 'IfStatement': {
      const test = value;
      const bodies = children.filter(isStatement);
      if (!test) return [];
      const [yes, no] = [readBodyOf(bodies[0], reader), readBodyOf(bodies[1], reader)];
      return [{ kind: 'if', test: read(test), yes, no, span }];
    }
    case 'ForStatement':
      return [readFor(node, children, reader)];
    case 'WhileStatement':
    case 'DoStatement': {
      const test = children.find(({ name }) => name === 'ParenthesizedExpression');
      const body = readBodyOf(children.find(isStatement), reader);
      return test ? [{ kind: 'while', test: read(test), body, span }] : [];
    }
    case 'TryStatement': {
      const [body, ...clauses] = children.filter(({ name }) =>
        /^(Block|CatchClause|FinallyClause)$/.test(name),
      );
      const bodiesOf = (clause: string) =>
        clauses
          .filter(({ name }) => name === clause)
          .map((each) =>
            readBodyOf(
              childrenOf(each).find(({ name }) => name === 'Block'),
              reader,
            ),
          );
      return [
        {
          kind: 'try',
          body: readBodyOf(body, reader),
          handlers: bodiesOf('CatchClause'),
          last: bodiesOf('FinallyClause').flat(),
          span,
        },
      ];
    }
    case 'SwitchStatement': {
      const body = children.find(({ name }) => name === 'SwitchBody');
      const handlers = body
        ? [
            childrenOf(body)
              .filter(isStatement)
              .flatMap((each) => readStatement(each, reader)),
          ]
        : [];
      return [{ kind: 'try', body: [], handlers, last: [], span }];
    }
    case 'ReturnStatement':
      return [{ kind: 'return', value: value ? read(value) : null, span }];
    case 'BreakStatement':
      return [{ kind: 'leave', how: 'break', span }];
    case 'ContinueStatement':
      return [{ kind: 'leave', how: 'continue', span }];
    case 'ThrowStatement':
      return [{ kind: 'leave', how: 'raise', span }];
    default:
      return node.name.endsWith('Statement') || !isValue(node)
        ? []
        : [{ kind: 'expression', value: read(node), span }];
  }
}

function readExpressionStatement(value: Expression, node: SyntaxNode, reader: Reader): Statement {
  if (value.kind !== 'assignment') return { kind: 'expression', value, span: value.span };
  const isUpdate = childrenOf(node).some(({ name }) => name === 'UpdateOp');
  return {
    kind: 'assign',
    targets: [value.target],
    value: value.value,
    isUpdate,
    declares: false,
    span: reader.spanOf(node),
  };
}

/** `const tf = require('x')` is an import; `let a = 1, b;` declares two. */
function readDeclaration(
  node: SyntaxNode,
  children: readonly SyntaxNode[],
  reader: Reader,
): Statement[] {
  const span = reader.spanOf(node);
  const groups = splitAt(
    children.filter(({ name }) => !/^(const|let|var|;|TypeAnnotation)$/.test(name)),
    ',',
  );
  return groups.flatMap((group): Statement[] => {
    const [target, , initial] = group;
    if (!target || !initial) return [];
    const value = reader.read(initial);
    const module = requiredBy(value);
    const left = reader.read(target);
    if (module !== null)
      return [
        { kind: 'import', bindings: bindingsOf(left, module), stars: [], modules: [module], span },
      ];
    return [{ kind: 'assign', targets: [left], value, isUpdate: false, declares: true, span }];
  });
}

function requiredBy(value: Expression): string | null {
  if (value.kind !== 'call' || value.callee.kind !== 'name') return null;
  const [first] = value.args;
  if (value.callee.name !== 'require' || first?.value.kind !== 'constant') return null;
  return typeof first.value.value === 'string' ? first.value.value : null;
}

function bindingsOf(target: Expression, module: string): Binding[] {
  if (target.kind === 'name') return [{ name: target.name, path: module }];
  if (target.kind !== 'dictionary') return [];
  return target.entries.flatMap(({ key, value }) =>
    key?.kind === 'constant' && value.kind === 'name'
      ? [{ name: value.name, path: `${module}.${String(key.value)}` }]
      : [],
  );
}

function readFor(node: SyntaxNode, children: readonly SyntaxNode[], reader: Reader): Statement {
  const span = reader.spanOf(node);
  const body = readBodyOf(children.find(isStatement), reader);
  const spec = children.find(({ name }) => /^For(Of|In)?Spec$/.test(name));
  const inside = spec ? childrenOf(spec) : [];
  if (spec?.name === 'ForSpec')
    return {
      kind: 'for',
      loop: null,
      before: inside
        .filter(({ name }) => name === 'VariableDeclaration')
        .flatMap((each) => readStatement(each, reader)),
      body,
      span,
    };
  const [target, iterable] = inside.filter(isValue);
  const loop: Loop | null =
    target && iterable ? { target: reader.read(target), iterable: reader.read(iterable) } : null;
  return { kind: 'for', loop, before: [], body, span };
}
