import type { FunctionShape, StatementOf } from '../parse/tree.ts';
import { assign } from './assign.ts';
import type { Frame, Machine } from './machine.ts';
import { newScope } from './scope.ts';
import type { ClassInfo, Value } from './value.ts';

export type FunctionValue = Extract<Value, { kind: 'function' }>;

export function defineFunction(machine: Machine, shape: FunctionShape, frame: Frame): void {
  const value: FunctionValue = {
    kind: 'function',
    shape,
    scope: frame.scope,
    self: null,
    owner: null,
    marks: [],
  };
  if (!machine.noted.functions.some((each) => each.shape === shape))
    machine.noted.functions.push(value);
  machine.journal.set(frame.scope.names, shape.name, value);
}

export function defineClass(machine: Machine, statement: StatementOf<'class'>, frame: Frame): void {
  const bases = statement.bases.map((base) => machine.evaluate(base, frame));
  const parents = bases.flatMap((base) => (base.kind === 'class' ? [base.info] : []));
  const paths = bases.flatMap((base) =>
    base.kind === 'library' ? [base.path] : base.kind === 'object' ? [base.thing.path] : [],
  );
  const scope = newScope(frame.scope);
  const info: ClassInfo = {
    name: statement.name,
    bases: [...paths, ...parents.flatMap((each) => each.bases)],
    parents,
    fields: scope.names,
    place: statement.span,
    sort: sortOf(statement, paths, parents),
  };
  machine.run(statement.body, { ...frame, scope });
  for (const [name, field] of scope.names)
    if (field.kind === 'function')
      scope.names.set(name, { ...field, scope: frame.scope, owner: info });
  const value = { kind: 'class', info, marks: [] } as const;
  machine.noted.classes.push(value);
  assign(machine, { kind: 'name', name: statement.name, span: statement.span }, value, frame, true);
}

const known: readonly (readonly [RegExp, ClassInfo['sort']])[] = [
  [/^lightning\b|LightningModule/, 'lightning'],
  [/^torch\.nn\.|^torch\.jit\.ScriptModule/, 'torch'],
  [/^keras\.|^tensorflow\.Module/, 'keras'],
  [/^torch\.utils\.data\./, 'data-set'],
];

function sortOf(
  statement: StatementOf<'class'>,
  paths: readonly string[],
  parents: readonly ClassInfo[],
): ClassInfo['sort'] {
  for (const path of paths) {
    const found = known.find(([pattern]) => pattern.test(path));
    if (found) return found[1];
  }
  const inherited = parents.find(({ sort }) => sort !== 'plain');
  if (inherited) return inherited.sort;
  const methods = statement.body.flatMap((each) =>
    each.kind === 'function' ? [each.shape.name] : [],
  );
  // Its base comes from another file, so what it can do says what it is.
  if (paths.length > 0 && methods.includes('forward')) return 'torch';
  return methods.includes('__getitem__') && methods.includes('__len__') ? 'data-set' : 'plain';
}

/** A method or an attribute of a class, or of one it comes from. */
export function fieldOf(info: ClassInfo, name: string): Value | undefined {
  return (
    info.fields.get(name) ??
    info.parents.map((parent) => fieldOf(parent, name)).find((each) => each !== undefined)
  );
}
