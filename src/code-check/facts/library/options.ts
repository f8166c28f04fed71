import { newThing } from '../machine.ts';
import { fixedIn, object, unknown, type Value } from '../value.ts';
import type { Effect, LibraryCall } from './effect.ts';

/** `--seed`, with what it is if nobody says otherwise. */
function actAddArgument({ machine, receiver, args }: LibraryCall): null {
  const names = args.positional
    .map(({ value }) => fixedIn(value))
    .filter((each) => typeof each === 'string');
  const long = names.find((name) => name.startsWith('--')) ?? names[0];
  const own = fixedIn(args.get('dest'));
  const name = typeof own === 'string' ? own : long?.replace(/^-+/, '').replaceAll('-', '_');
  if (name === undefined || receiver?.kind !== 'object') return null;
  const action = fixedIn(args.get('action'));
  const initial =
    args.get('default') ??
    (action === 'store_true'
      ? ({ kind: 'constant', value: false, mayChange: true, marks: [] } as const)
      : null);
  if (initial?.kind === 'constant')
    machine.journal.set(receiver.thing.fields, `--${name}`, { ...initial, mayChange: true });
  return null;
}

function actParseArgs({ machine, receiver, call, name }: LibraryCall): Value {
  const thing = newThing(machine, '?argparse', call.place);
  if (receiver?.kind === 'object')
    for (const [option, value] of receiver.thing.fields)
      if (option.startsWith('--')) thing.fields.set(option.slice(2), value);
  const read = object(thing);
  return name === 'parse_args'
    ? read
    : { kind: 'list', form: 'tuple', items: [read, unknown], isOpen: false, marks: [] };
}

/** Options of a command line: what they are if nobody gives them. */
export const options: readonly Effect[] = [
  {
    paths: /^argparse\.ArgumentParser\(\)(\.add_argument_group\(\))?\.add_argument$/,
    act: actAddArgument,
  },
  { paths: /^argparse\.ArgumentParser\(\)\.(parse_args|parse_known_args)$/, act: actParseArgs },
];
