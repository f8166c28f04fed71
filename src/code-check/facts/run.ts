import type { Expression, Loop, Statement, StatementOf } from '../parse/tree.ts';
import type { LoopFact, Surroundings } from './facts.ts';
import { fork, mostSteps, type Frame, type Machine } from './machine.ts';
import { assign } from './assign.ts';
import { defineClass, defineFunction } from './define.ts';
import { canonical } from './names.ts';
import { truthOf } from './truth.ts';
import { elementOf } from './unpack.ts';
import { library, unite, unknown, withMarks, marksOf, type Value } from './value.ts';

/** Reads statements in their order. True if nothing after them is reached. */
export function run(machine: Machine, statements: readonly Statement[], frame: Frame): boolean {
  for (const statement of statements) {
    machine.steps += 1;
    if (machine.steps > mostSteps) return false;
    if (runOne(machine, statement, { ...frame, statement: statement.span, dropped: null }))
      return true;
  }
  return false;
}

/** The same, with other surroundings. */
const runIn = (
  machine: Machine,
  body: readonly Statement[],
  frame: Frame,
  change: Partial<Surroundings>,
): boolean => run(machine, body, { ...frame, at: { ...frame.at, ...change } });

function runOne(machine: Machine, statement: Statement, frame: Frame): boolean {
  switch (statement.kind) {
    case 'expression':
      machine.evaluate(statement.value, { ...frame, dropped: statement.value });
      return false;
    case 'assign':
      runAssignment(machine, statement, frame);
      return false;
    case 'if':
      return runIf(machine, statement, frame);
    case 'for':
      return runFor(machine, statement, frame);
    case 'while': {
      machine.evaluate(statement.test, frame);
      const loop: LoopFact = { place: statement.span, over: 'other' };
      const at = { loops: [...frame.at.loops, loop] };
      return twice(() => runIn(machine, statement.body, frame, at));
    }
    case 'with':
      return runWith(machine, statement, frame);
    case 'try': {
      const { body, handlers, last } = statement;
      if (!run(machine, body, frame) || handlers.length > 0)
        fork(machine, [
          () => false,
          ...handlers.map(
            (handler) => () => runIn(machine, handler, frame, { isConditional: true }),
          ),
        ]);
      return run(machine, last, frame);
    }
    case 'function':
      defineFunction(machine, statement.shape, frame);
      return false;
    case 'class':
      defineClass(machine, statement, frame);
      return false;
    case 'import':
      runImport(machine, statement, frame);
      return false;
    case 'shared':
      for (const name of statement.names) frame.scope.shared.add(name);
      return false;
    case 'return':
      frame.returns.push(statement.value ? machine.evaluate(statement.value, frame) : unknown);
      return true;
    case 'leave':
      return true;
    case 'block':
      return run(machine, statement.body, frame);
  }
}

/** What the second turn of a loop finds was left by the first. */
function twice(turn: () => boolean): boolean {
  turn();
  turn();
  return false;
}

function runAssignment(machine: Machine, statement: StatementOf<'assign'>, frame: Frame): void {
  const value = machine.evaluate(statement.value, frame);
  for (const target of statement.targets) {
    const before = statement.isUpdate ? marksOf(machine.evaluate(target, frame)) : [];
    const after: Value = statement.isUpdate
      ? { kind: 'unknown', marks: unite(marksOf(value), before) }
      : value;
    assign(machine, target, after, frame, statement.declares);
  }
}

function runIf(machine: Machine, { test, yes, no }: StatementOf<'if'>, frame: Frame): boolean {
  const truth = truthOf(machine.evaluate(test, frame));
  if (truth !== undefined) return run(machine, truth ? yes : no, frame);
  const change = { isConditional: true };
  return fork(machine, [
    () => runIn(machine, yes, frame, change),
    () => runIn(machine, no, frame, change),
  ]);
}

function runFor(
  machine: Machine,
  { loop, before, body, span }: StatementOf<'for'>,
  frame: Frame,
): boolean {
  run(machine, before, frame);
  const iterable = loop ? machine.evaluate(loop.iterable, frame) : unknown;
  const fact: LoopFact = { place: span, over: loop ? over(loop.iterable, iterable) : 'range' };
  const at = { loops: [...frame.at.loops, fact] };
  return twice(() => {
    if (loop) bindElement(machine, loop, iterable, frame);
    return runIn(machine, body, frame, at);
  });
}

function bindElement(machine: Machine, { target }: Loop, iterable: Value, frame: Frame): void {
  assign(machine, target, elementOf(iterable), frame, true);
}

/** What a loop goes over: numbers, a loader of batches (also enumerated or with a progress bar), or something else. */
function over(expression: Expression, value: Value): LoopFact['over'] {
  if (value.kind === 'object' && /DataLoader\(\)|\.Dataset\b/.test(value.thing.path))
    return 'loader';
  if (expression.kind === 'call' && expression.callee.kind === 'name') {
    if (/^x?range$/.test(expression.callee.name)) return 'range';
    const [first] = expression.args;
    if (first && /^(enumerate|tqdm|zip|list|reversed)$/.test(expression.callee.name))
      return over(first.value, value);
  }
  const name = expression.kind === 'name' || expression.kind === 'member' ? expression.name : '';
  return /loader|dataset|data_?iter|batches|iterator/i.test(name) ? 'loader' : 'other';
}

const noGradients = /^torch\.(no_grad|inference_mode)$/;

function runWith(machine: Machine, { items, body }: StatementOf<'with'>, frame: Frame): boolean {
  let { at } = frame;
  for (const { value, target } of items) {
    const result = machine.evaluate(value, frame);
    const path = result.kind === 'object' ? result.thing.path.replace(/\(\)$/, '') : '';
    const last = path.split('.').at(-1) ?? '';
    at = {
      ...at,
      within: [...at.within, path],
      hasNoGradients:
        at.hasNoGradients || noGradients.test(path) || /^(no_grad|inference_mode)$/.test(last),
      isTaped: at.isTaped || last === 'GradientTape',
    };
    if (target) assign(machine, target, result, frame, true);
  }
  return run(machine, body, { ...frame, at });
}

function runImport(
  machine: Machine,
  { bindings, stars, modules }: StatementOf<'import'>,
  frame: Frame,
): void {
  machine.noted.modules.push(...modules);
  machine.stars.push(...stars);
  for (const { name, path } of bindings)
    machine.journal.set(frame.scope.names, name, withMarks(library(canonical(path))));
}
