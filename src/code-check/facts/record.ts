import type { CallExpression, Span } from '../parse/tree.ts';
import type { Args } from './args.ts';
import type { Call, Draw, Purpose, Seed, Stream } from './facts.ts';
import type { Frame, Machine } from './machine.ts';
import { marksOf, type Mark, type Value } from './value.ts';

/** Notes a call. */
export function record(
  machine: Machine,
  path: string,
  receiver: Value | null,
  args: Args,
  node: CallExpression,
  frame: Frame,
): Call {
  machine.order += 1;
  const call: Call = {
    path,
    receiver,
    place: node.span,
    list: node.list,
    callee: node.callee.span,
    args,
    order: machine.order,
    at: frame.at,
    statement: frame.statement,
    isDropped: frame.dropped === node,
    seeds: new Map(machine.seeds),
  };
  machine.noted.calls.push(call);
  return call;
}

/** Notes a random draw and returns the mark of what it gives. */
export function draw(
  machine: Machine,
  call: Call,
  stream: Stream,
  purpose: Purpose,
  hasOwnSeed = false,
  place: Span = call.place,
): Mark {
  const inForce = hasOwnSeed ? null : (machine.seeds.get(stream) ?? null);
  const fact: Draw = { stream, purpose, call, place, hasOwnSeed, seed: inForce };
  machine.noted.draws.push(fact);
  return {
    of: purpose === 'order' || purpose === 'split' ? 'shuffled' : 'random',
    id: machine.noted.draws.length - 1,
  };
}

export function seed(machine: Machine, call: Call, streams: readonly Stream[]): void {
  const { path, place, order, at } = call;
  const fact: Seed = {
    streams,
    path,
    place,
    order,
    entry: at.entry,
    functions: at.functions,
    loops: at.loops,
  };
  machine.noted.seeds.push(fact);
  for (const stream of streams) machine.journal.set(machine.seeds, stream, fact);
}

/** These outputs of a model are shown, kept or compared. */
export function noteUse(
  machine: Machine,
  values: readonly (Value | null)[],
  use: 'isTrainedOn' | 'reachesOutput',
): void {
  for (const value of values)
    for (const mark of value ? marksOf(value) : [])
      if (mark.of === 'prediction') {
        const found = machine.noted.modelCalls[mark.id];
        if (found) found.use[use] = true;
      }
}
