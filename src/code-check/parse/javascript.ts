import type { SyntaxNode } from '@lezer/common';
import {
  numberIn,
  readableChildrenOf as childrenOf,
  splitAt,
  unquote,
  type Reader,
} from './reader.ts';
import type { Argument, Constant, Entry, Expression, FunctionShape, Parameter } from './tree.ts';

/** Operators, types and words of the language are no values. */
export const isValue = ({ name }: SyntaxNode): boolean =>
  (/^[A-Z]/.test(name) || /^(this|super|null)$/.test(name)) &&
  !/^((Arith|Compare|Bit|Logic|Update)Op|Equals|Arrow|Spread|Star|Optional|Privacy|Interpolation(Start|End)|VoidType|Type.*)$/.test(
    name,
  );

const constants: Readonly<Record<string, Constant>> = {
  null: null,
  undefined: null,
  NaN: Number.NaN,
};

/** One expression of a Lezer tree of JavaScript or TypeScript. */
export function readJavaScript(node: SyntaxNode, reader: Reader): Expression {
  const span = reader.spanOf(node);
  const children = childrenOf(node);
  const values = children.filter(isValue);
  const read = (each: SyntaxNode) => reader.read(each);
  const parts = (): Expression => ({ kind: 'parts', parts: values.map(read), span });
  const [first, second] = values;
  switch (node.name) {
    case 'VariableName':
    case 'VariableDefinition':
    case 'PropertyName':
    case 'PropertyDefinition':
    case 'this':
    case 'super':
    case 'null': {
      const name = reader.textOf(node);
      const constant = constants[name];
      return constant === undefined
        ? { kind: 'name', name, span }
        : { kind: 'constant', value: constant, span };
    }
    case 'Number':
      return { kind: 'constant', value: numberIn(reader.textOf(node)), span };
    case 'String':
      return { kind: 'constant', value: unquote(reader.textOf(node)), span };
    case 'BooleanLiteral':
      return { kind: 'constant', value: reader.textOf(node) === 'true', span };
    case 'TemplateString':
      return values.length > 0
        ? parts()
        : { kind: 'constant', value: unquote(reader.textOf(node)), span };
    case 'ParenthesizedExpression':
    case 'AwaitExpression':
    case 'PrefixCast':
    case 'InstantiationExpression':
    case 'NonNullExpression':
      return values.at(-1) ? read(values.at(-1) as SyntaxNode) : parts();
    case 'MemberExpression': {
      const property = children.at(-1);
      if (!first) return parts();
      if (property && /^(Private)?PropertyName$/.test(property.name))
        return { kind: 'member', object: read(first), name: reader.textOf(property), span };
      return { kind: 'index', object: read(first), indices: values.slice(1).map(read), span };
    }
    case 'CallExpression':
    case 'NewExpression': {
      const list = children.find(({ name }) => name === 'ArgList');
      if (!first || first === list) return parts();
      const args = list ? readArguments(list, reader) : [];
      return { kind: 'call', callee: read(first), args, list: reader.spanOf(list ?? first), span };
    }
    case 'ArrayExpression':
    case 'ArrayPattern': {
      const items = splitAt(children.slice(1, -1), ',').map((group) => readGroup(group, reader));
      return { kind: 'list', form: 'list', items, span };
    }
    case 'ObjectExpression':
      return {
        kind: 'dictionary',
        entries: children
          .filter(({ name }) => name === 'Property')
          .map((each) => readEntry(each, reader)),
        span,
      };
    case 'ObjectPattern':
      return {
        kind: 'dictionary',
        entries: children
          .filter(({ name }) => name === 'PatternProperty')
          .map((each) => readEntry(each, reader)),
        span,
      };
    case 'ConditionalExpression': {
      const [test, yes, no] = values;
      if (!test || !yes || !no) return parts();
      return {
        kind: 'conditional',
        test: read(test),
        yes: read(yes),
        no: read(no),
        span,
      };
    }
    case 'AssignmentExpression':
      if (!first || !second) return parts();
      return { kind: 'assignment', target: read(first), value: read(second), span };
    case 'UnaryExpression':
    case 'PostfixExpression':
    case 'BinaryExpression': {
      const operator = children.find((each) => !isValue(each));
      if (operator && /^(as|satisfies)$/.test(operator.name)) return first ? read(first) : parts();
      const sign = operator ? reader.textOf(operator) : '';
      return { kind: 'operation', operator: sign, operands: values.map(read), span };
    }
    case 'ArrowFunction':
    case 'FunctionExpression':
      return { kind: 'function', shape: readFunction(node, reader), span };
    case 'Interpolation':
      return first ? read(first) : parts();
    default:
      return parts();
  }
}

/** `a`, `...a` or, where something was not understood, several nodes. */
function readGroup(group: readonly SyntaxNode[], reader: Reader): Expression {
  const values = group.filter(isValue);
  const [first] = values;
  if (values.length === 1 && first && group.length === 1) return reader.read(first);
  const span = reader.spanOf({ from: group[0]?.from ?? 0, to: group.at(-1)?.to ?? 0 });
  return { kind: 'parts', parts: values.map((each) => reader.read(each)), span };
}

function readArguments(list: SyntaxNode, reader: Reader): Argument[] {
  const inner = childrenOf(list).filter(({ name }) => name !== '(' && name !== ')');
  return splitAt(inner, ',').map((group) => ({
    name: null,
    value: readGroup(group, reader),
    isSpread: group[0]?.name === 'Spread',
    span: reader.spanOf({ from: group[0]?.from ?? 0, to: group.at(-1)?.to ?? 0 }),
  }));
}

function readEntry(property: SyntaxNode, reader: Reader): Entry {
  const children = childrenOf(property);
  const [key] = children;
  const span = reader.spanOf(property);
  const body = children.find(({ name }) => name === 'Block');
  if (key && body)
    return {
      key: keyOf(key, reader),
      value: { kind: 'function', shape: readFunction(property, reader), span },
    };
  const values = children.filter(isValue);
  const value = values.at(-1);
  if (!key || !value || key.name === 'Spread' || key.name === '[')
    return {
      key: null,
      value: value ? reader.read(value) : { kind: 'parts', parts: [], span },
    };
  const hasDefault = children.some(({ name }) => name === 'Equals');
  const target = hasDefault ? (values.at(-2) ?? value) : value;
  return { key: keyOf(key, reader), value: reader.read(target) };
}

function keyOf(key: SyntaxNode, reader: Reader): Expression {
  const text = reader.textOf(key);
  const value = key.name === 'String' ? unquote(text) : text;
  return { kind: 'constant', value, span: reader.spanOf(key) };
}

/** A declaration, an arrow, a method: whatever has parameters and a body. */
export function readFunction(node: SyntaxNode, reader: Reader): FunctionShape {
  const children = childrenOf(node);
  const name = children.find((each) =>
    /^(VariableDefinition|PropertyDefinition|PropertyName)$/.test(each.name),
  );
  const list = children.find((each) => each.name === 'ParamList');
  const block = children.find((each) => each.name === 'Block');
  const value = block ? undefined : children.at(-1);
  const span = reader.spanOf(node);
  return {
    name: name ? reader.textOf(name) : '',
    parameters: list ? readParameters(list, reader) : [],
    body: block
      ? reader.readBody(block)
      : value && isValue(value) && value !== list
        ? [{ kind: 'return', value: reader.read(value), span: reader.spanOf(value) }]
        : [],
    decorators: [],
    span,
  };
}

function readParameters(list: SyntaxNode, reader: Reader): Parameter[] {
  const inner = childrenOf(list).filter(
    ({ name }) => name !== '(' && name !== ')' && !/^(Type|Privacy|Optional)/.test(name),
  );
  return splitAt(inner, ',').flatMap((group) => {
    const target = group.find(({ name }) =>
      /^(VariableDefinition|ObjectPattern|ArrayPattern)$/.test(name),
    );
    if (!target) return [];
    const equals = group.findIndex(({ name }) => name === 'Equals');
    const initial = equals < 0 ? undefined : group[equals + 1];
    const isName = target.name === 'VariableDefinition';
    return [
      {
        name: isName ? reader.textOf(target) : '',
        initial: initial ? reader.read(initial) : null,
        isRest: group[0]?.name === 'Spread',
        parts: isName ? [] : definitionsIn(target).map((each) => reader.textOf(each)),
      },
    ];
  });
}

const definitionsIn = (node: SyntaxNode): SyntaxNode[] =>
  childrenOf(node).flatMap((child) =>
    child.name === 'VariableDefinition' ? [child] : definitionsIn(child),
  );
