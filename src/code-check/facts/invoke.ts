import type { Span } from '../parse/tree.ts';
import { Args, type ReadArgument } from './args.ts';
import { fieldOf, type FunctionValue } from './define.ts';
import type { Surroundings } from './facts.ts';
import { deepestCalls, newThing, type Frame, type Machine } from './machine.ts';
import { newScope } from './scope.ts';
import type { Scope } from './value.ts';
import {
  join,
  marksOf,
  object,
  unite,
  type ClassInfo,
  type Mark,
  type Thing,
  type Value,
} from './value.ts';

/** Reads a function of the script at the place of its call. What it returns, or what its arguments carry where it isn't read. */
export function invoke(
  machine: Machine,
  callee: FunctionValue,
  args: Args,
  frame: Frame,
  change: Partial<Surroundings> = {},
): Value {
  const { shape } = callee;
  machine.called.add(shape);
  const carried: Value = {
    kind: 'unknown',
    marks: unite(...args.values.map((each) => marksOf(each))),
  };
  if (machine.stack.includes(shape) || machine.stack.length >= deepestCalls) return carried;
  const scope = newScope(callee.scope);
  bind(machine, callee, args, scope, frame);
  const hasNoGradients =
    frame.at.hasNoGradients ||
    shape.decorators.some((each) => /^(no_grad|inference_mode)$/.test(each));
  const functions = shape.name ? [...frame.at.functions, shape.name] : frame.at.functions;
  const inner: Frame = {
    ...frame,
    scope,
    self: callee.self ?? frame.self,
    owner: callee.owner ?? frame.owner,
    returns: [],
    at: { ...frame.at, functions, hasNoGradients, ...change },
  };
  machine.stack.push(shape);
  machine.run(shape.body, inner);
  machine.stack.pop();
  return inner.returns.length > 0
    ? inner.returns.reduce((a, b) => join(a, b))
    : { kind: 'constant', value: null, mayChange: false, marks: [] };
}

/** Parameters get their arguments; others their defaults, or something unknown. */
function bind(
  machine: Machine,
  callee: FunctionValue,
  args: Args,
  scope: Scope,
  frame: Frame,
): void {
  let { parameters } = callee.shape;
  if (
    callee.self &&
    machine.language === 'python' &&
    !callee.shape.decorators.includes('staticmethod')
  ) {
    const [first] = parameters;
    if (first) scope.names.set(first.name, object(callee.self));
    parameters = parameters.slice(1);
  }
  const isRead = callee.scope;
  const inner: Frame = { ...frame, scope: isRead };
  parameters.forEach((parameter, at) => {
    const given = parameter.isRest ? null : args.get(parameter.name, at);
    if (parameter.parts.length > 0) {
      for (const part of parameter.parts)
        scope.names.set(
          part,
          (given?.kind === 'dictionary' ? given.entries.get(part) : undefined) ?? {
            kind: 'unknown',
            marks: given ? marksOf(given) : [],
          },
        );
      return;
    }
    const initial = parameter.initial && !given ? machine.evaluate(parameter.initial, inner) : null;
    scope.names.set(
      parameter.name,
      given ??
        initial ?? {
          kind: 'unknown',
          marks: parameter.isRest ? unite(...args.values.map((each) => marksOf(each))) : [],
        },
    );
  });
}

/** Arguments of a function that nothing in the text calls: nobody knows them, defaults may be overridden. */
export function strangeArgs(machine: Machine, callee: FunctionValue, frame: Frame): Args {
  const isMethod =
    callee.self !== null &&
    machine.language === 'python' &&
    !callee.shape.decorators.includes('staticmethod');
  const read = callee.shape.parameters
    .slice(isMethod ? 1 : 0)
    .flatMap((parameter): ReadArgument[] => {
      if (parameter.isRest || parameter.name === '') return [];
      const mark: Mark = { of: 'parameter', name: parameter.name };
      const initial = parameter.initial
        ? machine.evaluate(parameter.initial, { ...frame, scope: callee.scope })
        : null;
      const value: Value =
        initial?.kind === 'constant' && initial.value !== null
          ? { ...initial, mayChange: true }
          : object(newThing(machine, `?${parameter.name}`, callee.shape.span), [mark]);
      const argument = {
        name: parameter.name,
        value: { kind: 'parts', parts: [], span: callee.shape.span },
        isSpread: false,
        span: callee.shape.span,
      } as const;
      return [{ name: parameter.name, value, argument }];
    });
  return new Args(read);
}

/** Makes an object of a class of the script; without a place where nothing in the text makes one. */
export function instantiate(
  machine: Machine,
  info: ClassInfo,
  args: Args,
  place: Span | null,
  frame: Frame,
): Extract<Value, { kind: 'object' }> {
  const outer = machine.building;
  machine.building = outer ?? place;
  const thing = newThing(machine, `${info.name}()`, outer ?? place ?? info.place, info);
  if (!machine.noted.instances.has(info)) machine.noted.instances.set(info, thing);
  if (info.sort === 'torch' || info.sort === 'lightning' || info.sort === 'keras') {
    thing.isModel = true;
    thing.modes.set('mode', { mode: 'train', place: null, entry: frame.at.entry });
  }
  construct(machine, info, thing, args, frame);
  machine.building = outer;
  return { kind: 'object', thing, marks: [] };
}

/** Its own `__init__` or `constructor`, or the next one up. */
export function construct(
  machine: Machine,
  info: ClassInfo,
  thing: Thing,
  args: Args,
  frame: Frame,
): void {
  const method = fieldOf(info, machine.language === 'python' ? '__init__' : 'constructor');
  if (method?.kind === 'function') machine.invoke({ ...method, self: thing }, args, frame);
  for (const [name, value] of allFields(info))
    if (value.kind !== 'function' && !thing.fields.has(name))
      machine.journal.set(thing.fields, name, value);
}

const allFields = (info: ClassInfo): (readonly [string, Value])[] => [
  ...info.fields,
  ...info.parents.flatMap((parent) => allFields(parent)),
];

/** An attribute of an object of a class of the script: what was assigned to it, or a method. */
export function attributeOf(thing: Thing, name: string): Value | undefined {
  const own = thing.fields.get(name);
  if (own) return own;
  const shared = thing.info ? fieldOf(thing.info, name) : undefined;
  return shared?.kind === 'function' ? { ...shared, self: thing } : shared;
}
