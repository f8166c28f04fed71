import type { Expression } from '../parse/tree.ts';
import type { Frame, Machine } from './machine.ts';
import { homeOf, lookUp } from './scope.ts';
import { partsOf } from './unpack.ts';
import { marksOf, unite, unknown, withMarks, type Mark, type Value } from './value.ts';

/** Gives a value to what stands on the left of `=`. */
export function assign(
  machine: Machine,
  target: Expression,
  value: Value,
  frame: Frame,
  declares: boolean,
): void {
  switch (target.kind) {
    case 'name':
      machine.journal.set(homeOf(target.name, frame.scope, declares).names, target.name, value);
      return;
    case 'list': {
      const parts = partsOf(value, target.items.length);
      target.items.forEach((item, at) =>
        assign(machine, item, parts[at] ?? unknown, frame, declares),
      );
      return;
    }
    case 'dictionary':
      for (const { key, value: item } of target.entries) {
        const name = key?.kind === 'constant' ? String(key.value) : '';
        const part = value.kind === 'dictionary' ? value.entries.get(name) : undefined;
        assign(machine, item, part ?? { kind: 'unknown', marks: marksOf(value) }, frame, declares);
      }
      return;
    case 'member':
      assignMember(machine, target.object, target.name, value, frame, target);
      return;
    case 'index': {
      const inside = target.indices.map((each) => machine.evaluate(each, frame));
      addMarks(
        machine,
        target.object,
        unite(marksOf(value), ...inside.map((each) => marksOf(each))),
        frame,
      );
      keepEntry(machine, target.object, inside[0], value, frame);
      return;
    }
    case 'parts':
      for (const part of target.parts)
        assign(machine, part, { kind: 'unknown', marks: marksOf(value) }, frame, declares);
      return;
    default:
  }
}

function assignMember(
  machine: Machine,
  owner: Expression,
  name: string,
  value: Value,
  frame: Frame,
  target: Expression,
): void {
  const holder = machine.evaluate(owner, frame);
  if (holder.kind === 'object') machine.journal.set(holder.thing.fields, name, value);
  else if (holder.kind === 'library')
    machine.noted.settings.push({ path: `${holder.path}.${name}`, value, place: target.span });
  else if (holder.kind === 'class')
    machine.journal.set(holder.info.fields as Map<string, Value>, name, value);
}

/** `layers['a'] = value` on a dictionary that the text makes. */
function keepEntry(
  machine: Machine,
  owner: Expression,
  key: Value | undefined,
  value: Value,
  frame: Frame,
): void {
  if (owner.kind !== 'name' || key?.kind !== 'constant') return;
  const old = lookUp(owner.name, frame.scope);
  if (old?.kind !== 'dictionary') return;
  const entries = new Map([...old.entries, [String(key.value), value]]);
  assign(machine, owner, { ...old, entries }, frame, false);
}

/** A value that is changed where it is: what holds for what went into it holds for it too. */
export function addMarks(
  machine: Machine,
  target: Expression,
  marks: readonly Mark[],
  frame: Frame,
): void {
  if (marks.length === 0) return;
  if (target.kind === 'index' || target.kind === 'call')
    return addMarks(machine, target.kind === 'index' ? target.object : target.callee, marks, frame);
  if (target.kind === 'name') {
    const old = lookUp(target.name, frame.scope);
    if (old)
      machine.journal.set(
        homeOf(target.name, frame.scope, false).names,
        target.name,
        withMarks(old, ...marks),
      );
  }
  if (target.kind === 'member') {
    const holder = machine.evaluate(target.object, frame);
    if (holder.kind !== 'object') return;
    const old = holder.thing.fields.get(target.name);
    if (old) machine.journal.set(holder.thing.fields, target.name, withMarks(old, ...marks));
    else addMarks(machine, target.object, marks, frame);
  }
}
