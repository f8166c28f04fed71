import type { CallExpression } from '../../parse/tree.ts';
import type { Args } from '../args.ts';
import { addMarks } from '../assign.ts';
import { invokeCallbacks } from '../call-backs.ts';
import { newThing, type Frame, type Machine } from '../machine.ts';
import { record } from '../record.ts';
import { marksOf, object, unite, type Value } from '../value.ts';
import { arrays } from './arrays.ts';
import { chance } from './chance.ts';
import { data } from './data.ts';
import type { Effect } from './effect.ts';
import { layers } from './layers.ts';
import { options } from './options.ts';
import { training, uses } from './training.ts';

const effects: readonly Effect[] = [
  ...layers,
  // A scaler is fitted too: it comes before models.
  ...arrays,
  ...training,
  ...chance,
  ...data,
  ...options,
];

/** These change what they are called on. */
const changes = /\.(append|extend|add|insert|fill_|copy_|push|unshift|update|detach_|write)$/;
const shuffles =
  /^(numpy\.random\.(default_rng\(\)\.|RandomState\(\)\.)?|random\.(Random\(\)\.)?)shuffle$/;

/** Notes a call of a library and says what it gives: by what is known about it, else an object that carries what went in. */
export function callLibrary(
  machine: Machine,
  path: string,
  receiver: Value | null,
  args: Args,
  node: CallExpression,
  frame: Frame,
): Value {
  const call = record(machine, path, receiver, args, node, frame);
  const called = invokeCallbacks(machine, args, frame);
  const carried = unite(
    receiver ? marksOf(receiver) : [],
    ...args.values.map((each) => marksOf(each)),
    called,
  );
  const name = path.slice(path.lastIndexOf('.') + 1);
  const context = { machine, call, path, name, receiver, args, node, frame, carried };
  for (const effect of uses) if (effect.paths.test(path)) effect.act(context);
  const result =
    effects.find(({ paths }) => paths.test(path))?.act(context) ??
    resultOf(machine, path, carried, call.place);
  change(machine, path, result, args, node, frame);
  return result;
}

function resultOf(
  machine: Machine,
  path: string,
  carried: ReturnType<typeof marksOf>,
  place: CallExpression['span'],
): Value {
  // A long chain of calls says no more than its beginning.
  const isDeep = path.split('()').length > 3 || path.startsWith('?.');
  return isDeep
    ? { kind: 'unknown', marks: carried }
    : object(newThing(machine, `${path}()`, place), carried);
}

function change(
  machine: Machine,
  path: string,
  result: Value,
  args: Args,
  node: CallExpression,
  frame: Frame,
): void {
  const { callee } = node;
  if (changes.test(path) && callee.kind === 'member') {
    addMarks(
      machine,
      callee.object,
      unite(
        ...args.values.map((each) => marksOf(each)),
        path.endsWith('detach_') ? [{ of: 'detached' }] : [],
      ),
      frame,
    );
    keepItem(machine, path, args, node, frame);
  }
  const [first] = node.args;
  if (shuffles.test(path) && first)
    addMarks(
      machine,
      first.value,
      marksOf(result).filter(({ of }) => of === 'shuffled'),
      frame,
    );
}

/** `layers.append(layer)` on a list that the text makes. */
function keepItem(
  machine: Machine,
  path: string,
  args: Args,
  { callee }: CallExpression,
  frame: Frame,
): void {
  const [item] = args.values;
  if (!/\.(append|push)$/.test(path) || callee.kind !== 'member' || !item) return;
  const owner = machine.evaluate(callee.object, frame);
  if (owner.kind !== 'list' || owner.items.length >= 50) return;
  const value: Value = { ...owner, items: [...owner.items, item], isOpen: true };
  if (callee.object.kind === 'name')
    machine.journal.set(scopeOf(callee.object.name, frame), callee.object.name, value);
}

function scopeOf(name: string, frame: Frame): Map<string, Value> {
  let { scope } = frame;
  while (!scope.names.has(name) && scope.parent) scope = scope.parent;
  return scope.names;
}
