import type { Expression, ExpressionOf, Loop } from '../parse/tree.ts';
import { assign } from './assign.ts';
import { call } from './call.ts';
import { fieldOf } from './define.ts';
import type { Surroundings } from './facts.ts';
import { attributeOf } from './invoke.ts';
import { fork, mostSteps, newThing, type Frame, type Machine } from './machine.ts';
import { canonical, conventionalPath, fromStar } from './names.ts';
import { noteOrder } from './orders.ts';
import { lookUp } from './scope.ts';
import { combine } from './operate.ts';
import { compute, truthOf } from './truth.ts';
import { elementOf, itemAt } from './unpack.ts';
import {
  constant,
  join,
  library,
  marksOf,
  object,
  unite,
  unknown,
  withMarks,
  type Value,
} from './value.ts';

/** What an expression is, as far as the text says. */
export function evaluate(machine: Machine, expression: Expression, frame: Frame): Value {
  machine.steps += 1;
  if (machine.steps > mostSteps) return unknown;
  const read = (each: Expression) => machine.evaluate(each, { ...frame, dropped: null });
  const allOf = (parts: readonly Expression[]): Value => ({
    kind: 'unknown',
    marks: unite(...parts.map((part) => marksOf(read(part)))),
  });
  switch (expression.kind) {
    case 'constant':
      return constant(expression.value);
    case 'name':
      return readName(machine, expression, frame);
    case 'member':
      return readMember(machine, expression.name, read(expression.object), expression);
    case 'index':
      return readIndex(read(expression.object), expression, read);
    case 'call':
      return call(machine, expression, frame);
    case 'list':
      return readList(expression, read);
    case 'dictionary': {
      const entries = new Map<string, Value>();
      for (const { key, value } of expression.entries) {
        const name = key ? read(key) : null;
        const found = read(value);
        if (name?.kind === 'constant') entries.set(String(name.value), found);
        else if (found.kind === 'dictionary' && !key)
          for (const [k, v] of found.entries) entries.set(k, v);
        else entries.set(`?${entries.size}`, name ? withMarks(found, ...marksOf(name)) : found);
      }
      return { kind: 'dictionary', entries, marks: [] };
    }
    case 'operation': {
      const operands = expression.operands.map(read);
      return compute(expression.operator, operands) ?? combine(machine, expression, operands);
    }
    case 'conditional': {
      const truth = truthOf(read(expression.test));
      if (truth !== undefined) return read(truth ? expression.yes : expression.no);
      const results: Value[] = [];
      const at: Surroundings = { ...frame.at, isConditional: true };
      const readIn = (each: Expression) => () => {
        results.push(machine.evaluate(each, { ...frame, at, dropped: null }));
        return false;
      };
      fork(machine, [readIn(expression.yes), readIn(expression.no)]);
      return results.length > 1 ? results.reduce((a, b) => join(a, b)) : unknown;
    }
    case 'function':
      return {
        kind: 'function',
        shape: expression.shape,
        scope: frame.scope,
        self: null,
        owner: frame.owner,
        marks: [],
      };
    case 'comprehension':
      return readComprehension(machine, expression, frame);
    case 'assignment': {
      const value = read(expression.value);
      assign(machine, expression.target, value, frame, false);
      return value;
    }
    case 'parts':
      return allOf(expression.parts);
  }
}

function readName(machine: Machine, { name, span }: ExpressionOf<'name'>, frame: Frame): Value {
  if (name === 'this' && frame.self) return object(frame.self);
  if (name === '__name__') return constant('__main__');
  const found = lookUp(name, frame.scope);
  if (found) return found;
  const path = fromStar(name, machine.stars) ?? conventionalPath(name, machine.language);
  if (path !== null) return library(path);
  // A name that the piece of text takes from elsewhere: the same thing each time.
  const strange = object(newThing(machine, `?${name}`, span));
  machine.top.names.set(name, strange);
  return strange;
}

function readMember(machine: Machine, name: string, owner: Value, expression: Expression): Value {
  if (owner.kind === 'library') return library(canonical(`${owner.path}.${name}`));
  if (owner.kind === 'class') return fieldOf(owner.info, name) ?? unknown;
  if (owner.kind === 'dictionary') return owner.entries.get(name) ?? unknown;
  if (owner.kind === 'object') {
    const found = attributeOf(owner.thing, name);
    if (found) return found;
    // Without parameters a property of the class would stand there.
    if (owner.thing.path.startsWith('?') || owner.thing.info) {
      const strange = object(newThing(machine, `?${name}`, expression.span), owner.marks);
      owner.thing.fields.set(name, strange);
      return strange;
    }
  }
  if (/^(shape|size|ndim|dtype|device|length|columns|index)$/.test(name)) return unknown;
  const marks = marksOf(owner);
  // PyTorch: the numbers without their history.
  return { kind: 'unknown', marks: name === 'data' ? unite(marks, [{ of: 'detached' }]) : marks };
}

function readIndex(
  owner: Value,
  expression: ExpressionOf<'index'>,
  read: (each: Expression) => Value,
): Value {
  const indices = expression.indices.map(read);
  const [first] = indices;
  const marks = unite(
    ...indices.map((each) =>
      marksOf(each).filter(({ of }) => of === 'random' || of === 'prediction'),
    ),
  );
  const [shape] = expression.indices;
  if (shape?.kind === 'parts') {
    const isPart = shape.parts.length > 0;
    const sliced = { kind: 'unknown', marks: unite(marksOf(owner), marks) } as const;
    return isPart ? withMarks(sliced, { of: 'part' }) : sliced;
  }
  if (
    first?.kind === 'constant' &&
    (typeof first.value === 'string' || typeof first.value === 'number')
  )
    return withMarks(itemAt(owner, first.value), ...marks, ...owner.marks);
  return withMarks(elementOf(owner), ...marks);
}

function readList({ form, items }: ExpressionOf<'list'>, read: (each: Expression) => Value): Value {
  const values = items.map(read);
  const isOpen = items.some((item) => item.kind === 'parts');
  return {
    kind: 'list',
    form,
    items: values.slice(0, 200),
    isOpen: isOpen || values.length > 200,
    marks: [],
  };
}

function readComprehension(
  machine: Machine,
  expression: ExpressionOf<'comprehension'>,
  frame: Frame,
): Value {
  const place = { place: expression.span, over: 'other' } as const;
  const inner: Frame = {
    ...frame,
    dropped: null,
    at: { ...frame.at, loops: [...frame.at.loops, place] },
  };
  const iterables = expression.loops.map((loop) => bindLoop(machine, loop, inner));
  for (const test of expression.tests) machine.evaluate(test, inner);
  const parts = expression.parts.map((part) => machine.evaluate(part, inner));
  const marks = unite(
    ...parts.map((part) => marksOf(part)),
    ...iterables.map((each) => marksOf(each).filter(({ of }) => of === 'set' || of === 'files')),
  );
  if (expression.form === 'set')
    return withMarks(
      { kind: 'unknown', marks },
      { of: 'set', place: expression.span, isText: null },
    );
  if (expression.form === 'dictionary') {
    iterables.forEach((iterable, at) =>
      noteOrder(
        machine,
        iterable,
        expression.loops[at]?.iterable.span ?? expression.span,
        expression.span,
      ),
    );
    return { kind: 'unknown', marks };
  }
  const [item] = parts;
  return item
    ? { kind: 'list', form: 'list', items: [item], isOpen: true, marks }
    : { kind: 'unknown', marks };
}

function bindLoop(machine: Machine, { target, iterable }: Loop, frame: Frame): Value {
  const value = machine.evaluate(iterable, frame);
  assign(machine, target, elementOf(value), frame, true);
  return value;
}
