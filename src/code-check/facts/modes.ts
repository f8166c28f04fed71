import type { CallExpression } from '../parse/tree.ts';
import type { Args } from './args.ts';
import { invokeCallbacks } from './call-backs.ts';
import { newThing, type Frame, type Machine } from './machine.ts';
import { record } from './record.ts';
import { partsOf, layersOf } from './thing.ts';
import {
  fixedIn,
  object,
  unknown,
  type Mode,
  type ModeChange,
  type Thing,
  type Value,
} from './value.ts';

/** Sets the mode of a PyTorch module and of all that is in it. */
function setMode(
  machine: Machine,
  thing: Thing,
  change: ModeChange,
  seen: Set<Thing> = new Set(),
): void {
  if (seen.has(thing)) return;
  seen.add(thing);
  const { journal } = machine;
  const before = thing.modes.get('mode');
  if (change.mode === 'train' && before?.mode === 'eval')
    journal.set(thing.modes, 'undone', before);
  if (change.mode === 'eval')
    journal.set(thing.modes, 'undone', { mode: 'unknown', place: null, entry: change.entry });
  journal.set(thing.modes, 'mode', change);
  for (const part of partsOf(thing)) setMode(machine, part, change, seen);
}

const isPythonModule = (thing: Thing): boolean =>
  !/^(keras|sklearn|tensorflow|numpy|pandas|builtins|torch\.optim|\?(self\.)?(trainer|optimizer|scaler|scheduler|agent))/i.test(
    thing.path,
  );

/** What every PyTorch module can do; null if the name is none of these. */
export function moduleMethod(
  machine: Machine,
  thing: Thing,
  name: string,
  args: Args,
  node: CallExpression,
  frame: Frame,
): Value | null {
  if (machine.language !== 'python' || !isPythonModule(thing)) return null;
  const self = object(thing);
  const note = () => record(machine, `torch.nn.Module.${name}`, self, args, node, frame);
  const change = (mode: Mode): Value => {
    thing.isModel = true;
    const at: ModeChange = { mode, place: node.span, entry: frame.at.entry };
    note();
    machine.noted.modeChanges.push({ ...at, thing });
    setMode(machine, thing, at);
    return self;
  };
  switch (name) {
    case 'eval':
      return args.all.length === 0 ? change('eval') : null;
    case '__init__':
      return change('train');
    case 'train': {
      if (args.all.length === 0) return change('train');
      const mode = args.get('mode', 0);
      if (args.all.length > 1) return null;
      const fixed = fixedIn(mode);
      if (typeof fixed === 'boolean') return change(fixed ? 'train' : 'eval');
      return thing.isModel ? change('unknown') : null;
    }
    case 'parameters':
    case 'named_parameters':
    case 'state_dict':
    case 'load_state_dict':
    case 'zero_grad':
      if (thing.info && !thing.isModel) return null;
      if (!thing.path.includes('.') || thing.info)
        thing.isModel = name === 'state_dict' ? thing.isModel : true;
      note();
      if (name === 'load_state_dict') machine.journal.set(thing.state, 'loaded', self);
      return unknown;
    case 'modules':
    case 'named_modules':
    case 'children':
      if (!thing.isModel) return null;
      note();
      return {
        kind: 'list',
        form: 'list',
        items: [object(newThing(machine, '?modules()', node.span))],
        isOpen: true,
        marks: [],
      };
    case 'apply':
      if (!thing.isModel) return null;
      note();
      invokeCallbacks(machine, args, frame);
      return self;
    case 'to':
    case 'cuda':
    case 'cpu':
    case 'float':
    case 'double':
    case 'half':
    case 'bfloat16':
    case 'requires_grad_':
    case 'xpu':
    case 'mps':
      if (!thing.isModel && layersOf(thing).length === 0 && !thing.path.startsWith('?'))
        return null;
      note();
      return self;
    default:
      return null;
  }
}
