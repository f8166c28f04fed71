import type { SyntaxNode } from '@lezer/common';
import { readPythonArguments, readPythonParameters } from './python-parts.ts';
import { splitAt, type Reader } from './reader.ts';
import type { Binding, FunctionShape, Statement } from './tree.ts';

export const bodyOf = (body: SyntaxNode | undefined, reader: Reader): Statement[] =>
  body ? reader.readBody(body) : [];

export const bodiesOf = (children: readonly SyntaxNode[], reader: Reader): Statement[][] =>
  children.filter(({ name }) => name === 'Body').map((body) => reader.readBody(body));

export function readFunction(
  node: SyntaxNode,
  children: readonly SyntaxNode[],
  decorators: readonly string[],
  reader: Reader,
): FunctionShape {
  const name = children.find((each) => each.name === 'VariableName');
  const list = children.find((each) => each.name === 'ParamList');
  return {
    name: name ? reader.textOf(name) : '',
    parameters: list ? readPythonParameters(list, reader) : [],
    body: bodiesOf(children, reader).flat(),
    decorators,
    span: reader.spanOf(node),
  };
}

export function readClass(
  node: SyntaxNode,
  children: readonly SyntaxNode[],
  reader: Reader,
): Statement {
  const name = children.find((each) => each.name === 'VariableName');
  const list = children.find((each) => each.name === 'ArgList');
  const args = list ? readPythonArguments(list, reader) : [];
  return {
    kind: 'class',
    name: name ? reader.textOf(name) : '',
    bases: args.filter((each) => each.name === null).map(({ value }) => value),
    body: bodiesOf(children, reader).flat(),
    span: reader.spanOf(node),
  };
}

/** `import a.b as c`, `from .x import y as z`, `from a import (b, c)`. */
export function readImport(
  node: SyntaxNode,
  children: readonly SyntaxNode[],
  reader: Reader,
): Statement {
  const span = reader.spanOf(node);
  const written = (nodes: readonly SyntaxNode[]) =>
    nodes
      .filter(({ name }) => name !== 'as')
      .map((each) => reader.textOf(each))
      .join('');
  const at = children.findIndex(({ name }) => name === 'import');
  const names = splitAt(
    children.slice(at + 1).filter(({ name }) => !/^[()]$/.test(name)),
    ',',
  );
  const pairs = names.map((group) => {
    const as = group.findIndex(({ name }) => name === 'as');
    const path = written(as < 0 ? group : group.slice(0, as));
    return { path, alias: as < 0 ? null : written(group.slice(as + 1)) };
  });
  if (children[0]?.name !== 'from') {
    const bindings = pairs.map(({ path, alias }): Binding => {
      const top = path.split('.')[0] ?? path;
      return alias === null ? { name: top, path: top } : { name: alias, path };
    });
    return { kind: 'import', bindings, stars: [], modules: pairs.map(({ path }) => path), span };
  }
  const module = written(children.slice(1, at));
  const inside = module.endsWith('.') ? module : `${module}.`;
  const stars = pairs.some(({ path }) => path === '*') ? [module] : [];
  const bindings = pairs
    .filter(({ path }) => path !== '*')
    .map(({ path, alias }) => ({ name: alias ?? path, path: inside + path }));
  const modules = module.endsWith('.') ? bindings.map(({ path }) => path) : [module];
  return { kind: 'import', bindings, stars, modules, span };
}
