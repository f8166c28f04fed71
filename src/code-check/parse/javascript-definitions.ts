import type { SyntaxNode } from '@lezer/common';
import { readFunction } from './javascript.ts';
import { readableChildrenOf as childrenOf, splitAt, unquote, type Reader } from './reader.ts';
import type { Binding, Statement } from './tree.ts';

export function readImport(
  node: SyntaxNode,
  children: readonly SyntaxNode[],
  reader: Reader,
): Statement {
  const string = children.find(({ name }) => name === 'String');
  const module = string ? unquote(reader.textOf(string)) : '';
  const bindings = children.flatMap((child): Binding[] => {
    if (child.name === 'VariableDefinition') return [{ name: reader.textOf(child), path: module }];
    if (child.name !== 'ImportGroup') return [];
    return splitAt(
      childrenOf(child).filter(({ name }) => !/^[{}]$/.test(name)),
      ',',
    ).flatMap((group) => {
      const [first, last] = [group[0], group.at(-1)];
      if (!first || !last) return [];
      return [{ name: reader.textOf(last), path: `${module}.${reader.textOf(first)}` }];
    });
  });
  return { kind: 'import', bindings, stars: [], modules: [module], span: reader.spanOf(node) };
}

export function readClass(
  node: SyntaxNode,
  children: readonly SyntaxNode[],
  reader: Reader,
): Statement {
  const name = children.find((each) => each.name === 'VariableDefinition');
  const base = children.findIndex((each) => each.name === 'extends');
  const baseNode = base < 0 ? undefined : children[base + 1];
  const inner = children.find((each) => each.name === 'ClassBody');
  const body = (inner ? childrenOf(inner) : []).flatMap((member): Statement[] => {
    const span = reader.spanOf(member);
    if (member.name === 'MethodDeclaration') {
      const shape = readFunction(member, reader);
      return [{ kind: 'function', shape, span }];
    }
    const parts = childrenOf(member);
    const property = parts.find((each) => each.name === 'PropertyDefinition');
    const equals = parts.findIndex((each) => each.name === 'Equals');
    const initial = equals < 0 ? undefined : parts[equals + 1];
    if (!property || !initial) return [];
    const value = reader.read(initial);
    if (value.kind === 'function')
      return [{ kind: 'function', shape: { ...value.shape, name: reader.textOf(property) }, span }];
    return [
      {
        kind: 'assign',
        targets: [reader.read(property)],
        value,
        isUpdate: false,
        declares: true,
        span,
      },
    ];
  });
  return {
    kind: 'class',
    name: name ? reader.textOf(name) : '',
    bases: baseNode ? [reader.read(baseNode)] : [],
    body,
    span: reader.spanOf(node),
  };
}
