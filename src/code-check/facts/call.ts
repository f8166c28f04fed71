import type { CallExpression } from '../parse/tree.ts';
import { addMarks } from './assign.ts';
import { Args, type ReadArgument } from './args.ts';
import { invokeCallbacks } from './call-backs.ts';
import { fieldOf } from './define.ts';
import { attributeOf, construct, instantiate } from './invoke.ts';
import type { Frame, Machine } from './machine.ts';
import { canonical } from './names.ts';
import { callModel, isCalledAsModel } from './models.ts';
import { moduleMethod } from './modes.ts';
import { marksOf, unite, unknown, type Mark, type Value } from './value.ts';

/** Reads a call: of a function or class of the script in place, of a model, or of a library. */
export function call(machine: Machine, node: CallExpression, outer: Frame): Value {
  const isDropped = outer.dropped === node;
  const frame: Frame = { ...outer, dropped: null };
  const { callee } = node;
  if (callee.kind === 'member') {
    const owner = machine.evaluate(callee.object, frame);
    const args = readArgs(machine, node, frame);
    return callMember(machine, owner, callee.name, args, node, {
      ...frame,
      dropped: isDropped ? node : null,
    });
  }
  if (callee.kind === 'name' && callee.name === 'super') return superOf(machine, node, frame);
  const value = machine.evaluate(callee, frame);
  const args = readArgs(machine, node, frame);
  return callValue(machine, value, args, node, { ...frame, dropped: isDropped ? node : null });
}

function readArgs(machine: Machine, node: CallExpression, frame: Frame): Args {
  return new Args(
    node.args.map((argument): ReadArgument => ({
      name: argument.name,
      value: machine.evaluate(argument.value, frame),
      argument,
    })),
  );
}

function superOf(machine: Machine, node: CallExpression, frame: Frame): Value {
  if (!frame.self || !frame.owner) return unknown;
  const value = { kind: 'super', thing: frame.self, info: frame.owner, marks: [] } as const;
  // JavaScript: super(...) is the call itself.
  if (machine.language === 'javascript') {
    const [parent] = frame.owner.parents;
    if (parent)
      construct(machine, parent, frame.self, readArgs(machine, node, frame), {
        ...frame,
        owner: parent,
      });
  }
  return value;
}

function callMember(
  machine: Machine,
  owner: Value,
  name: string,
  args: Args,
  node: CallExpression,
  frame: Frame,
): Value {
  if (owner.kind === 'super') return callSuper(machine, owner, name, args, frame);
  if (owner.kind === 'library')
    return callValue(
      machine,
      { kind: 'library', path: canonical(`${owner.path}.${name}`), marks: [] },
      args,
      node,
      frame,
    );
  if (owner.kind === 'class') {
    const method = fieldOf(owner.info, name);
    return method ? callValue(machine, method, args, node, frame) : unknown;
  }
  if (owner.kind === 'dictionary') {
    const entry = owner.entries.get(name);
    if (entry) return callValue(machine, entry, args, node, frame);
  }
  if (owner.kind === 'object') {
    const { thing } = owner;
    const isAgain = name === '__init__' && thing.info && thing.isModel;
    if (isAgain) moduleMethod(machine, thing, name, args, node, frame);
    const found = attributeOf(thing, name);
    if (found && !(found.kind === 'object' && found.thing.path.startsWith('?'))) {
      return callValue(machine, found, args, node, frame);
    }
    const result = moduleMethod(machine, thing, name, args, node, frame);
    if (result) return result;
    return machine.callLibrary(canonical(`${thing.path}.${name}`), owner, args, node, frame);
  }
  const result = machine.callLibrary(`?.${name}`, owner, args, node, frame);
  if (
    /^(append|extend|add|insert|fill_|copy_|push|unshift|update|write|set)$/.test(name) &&
    node.callee.kind === 'member'
  )
    addMarks(
      machine,
      node.callee.object,
      unite(...args.values.map((each) => marksOf(each))),
      frame,
    );
  return result;
}

function callSuper(
  machine: Machine,
  { thing, info }: Extract<Value, { kind: 'super' }>,
  name: string,
  args: Args,
  frame: Frame,
): Value {
  const found = info.parents
    .map((parent) => ({ parent, method: fieldOf(parent, name) }))
    .find(({ method }) => method);
  if (found?.method?.kind !== 'function') return unknown;
  return machine.invoke({ ...found.method, self: thing }, args, { ...frame, owner: found.parent });
}

function callValue(
  machine: Machine,
  value: Value,
  args: Args,
  node: CallExpression,
  frame: Frame,
): Value {
  switch (value.kind) {
    case 'function':
      return machine.invoke(value, args, frame);
    case 'class':
      return instantiate(machine, value.info, args, node.span, frame);
    case 'library':
      return machine.callLibrary(value.path, null, args, node, frame);
    case 'object':
      if (isCalledAsModel(value.thing)) return callModel(machine, value, args, node, frame);
      return machine.callLibrary(
        canonical(value.thing.path.replace(/\(\)$/, '()()')),
        value,
        args,
        node,
        frame,
      );
    default: {
      const marks: readonly Mark[] = unite(
        value.marks,
        ...args.values.map((each) => marksOf(each)),
      );
      invokeCallbacks(machine, args, frame);
      return { kind: 'unknown', marks };
    }
  }
}
