import type { SyntaxNode } from '@lezer/common';
import {
  isBracket,
  isValue,
  partsOf,
  readComprehension,
  readEntry,
  readGroup,
  readLambda,
  readPythonArguments,
} from './python-parts.ts';
import {
  numberIn,
  readableChildrenOf as childrenOf,
  splitAt,
  unquote,
  type Reader,
} from './reader.ts';
import type { Expression } from './tree.ts';

/** One expression of a Lezer tree of Python. */
export function readPython(node: SyntaxNode, reader: Reader): Expression {
  const span = reader.spanOf(node);
  const children = childrenOf(node);
  const inner = children.filter((each) => !isBracket(each));
  const read = (each: SyntaxNode) => reader.read(each);
  switch (node.name) {
    case 'VariableName':
    case 'PropertyName':
      return { kind: 'name', name: reader.textOf(node), span };
    case 'Number':
      return { kind: 'constant', value: numberIn(reader.textOf(node)), span };
    case 'String':
      return { kind: 'constant', value: unquote(reader.textOf(node)), span };
    case 'Boolean':
      return { kind: 'constant', value: reader.textOf(node) === 'True', span };
    case 'None':
      return { kind: 'constant', value: null, span };
    case 'ParenthesizedExpression':
    case 'AwaitExpression': {
      const value = inner.find(({ name }) => name !== 'await');
      return value ? read(value) : partsOf(node, reader, []);
    }
    case 'MemberExpression':
      return readMember(node, children, reader);
    case 'CallExpression':
      return readCall(node, children, reader);
    case 'TupleExpression':
    case 'ArrayExpression':
    case 'SetExpression': {
      const items = splitAt(inner, ',').map((group) => readGroup(group, reader));
      const form = ({ T: 'tuple', A: 'list', S: 'set' } as const)[
        node.name.charAt(0) as 'T' | 'A' | 'S'
      ];
      return { kind: 'list', form, items, span };
    }
    case 'DictionaryExpression':
      return {
        kind: 'dictionary',
        entries: splitAt(inner, ',').map((group) => readEntry(group, reader)),
        span,
      };
    case 'ArrayComprehensionExpression':
    case 'DictionaryComprehensionExpression':
    case 'SetComprehensionExpression':
    case 'ComprehensionExpression':
      return readComprehension(node, inner, reader);
    case 'ConditionalExpression': {
      const [yes, , test, , no] = children;
      if (!yes || !test || !no) return partsOf(node, reader, inner.filter(isValue).map(read));
      return {
        kind: 'conditional',
        yes: read(yes),
        test: read(test),
        no: read(no),
        span,
      };
    }
    case 'LambdaExpression':
      return readLambda(node, children, reader);
    case 'NamedExpression': {
      const [target, , value] = children;
      if (!target || !value) return partsOf(node, reader, inner.filter(isValue).map(read));
      return { kind: 'assignment', target: read(target), value: read(value), span };
    }
    case 'UnaryExpression':
    case 'BinaryExpression': {
      const operator = inner
        .filter((each) => !isValue(each))
        .map((each) => reader.textOf(each))
        .join(' ');
      return { kind: 'operation', operator, operands: inner.filter(isValue).map(read), span };
    }
    case 'ContinuedString':
      return inner.every(({ name }) => name === 'String')
        ? {
            kind: 'constant',
            value: inner.map((each) => unquote(reader.textOf(each))).join(''),
            span,
          }
        : partsOf(node, reader, inner.map(read));
    default:
      return partsOf(node, reader, inner.filter(isValue).map(read));
  }
}

function readMember(node: SyntaxNode, children: readonly SyntaxNode[], reader: Reader): Expression {
  const span = reader.spanOf(node);
  const [objectNode, sign, property] = children;
  if (!objectNode) return partsOf(node, reader, []);
  const object = reader.read(objectNode);
  if (sign?.name === '.')
    return { kind: 'member', object, name: property ? reader.textOf(property) : '', span };
  const indices = splitAt(children.slice(2, -1), ',').map((group) => {
    const parts = group.filter(isValue).map((each) => reader.read(each));
    const [only] = parts;
    const from = group[0]?.from ?? node.from;
    return group.length === 1 && only
      ? only
      : ({
          kind: 'parts',
          parts,
          span: reader.spanOf({ from, to: group.at(-1)?.to ?? from }),
        } as const);
  });
  return { kind: 'index', object, indices, span };
}

function readCall(node: SyntaxNode, children: readonly SyntaxNode[], reader: Reader): Expression {
  const [callee, list] = children;
  if (!callee || !list) return partsOf(node, reader, callee ? [reader.read(callee)] : []);
  return {
    kind: 'call',
    callee: reader.read(callee),
    args: readPythonArguments(list, reader),
    list: reader.spanOf(list),
    span: reader.spanOf(node),
  };
}
