import type { Language, Parsed } from '../parse/index.ts';
import { Args } from './args.ts';
import { attributeOf, instantiate, invoke, strangeArgs } from './invoke.ts';
import { evaluate } from './evaluate.ts';
import type { Facts, Surroundings } from './facts.ts';
import { callLibrary } from './library/index.ts';
import { mostSteps, newMachine, type Frame, type Machine } from './machine.ts';
import { frameworksOf, isStranger } from './names.ts';
import { noteUse } from './record.ts';
import { run } from './run.ts';
import { fixedIn, type ClassInfo, type Thing, type Value } from './value.ts';

export type * from './facts.ts';
export type { Args } from './args.ts';
export { layersOf, thingsIn } from './thing.ts';
export {
  fixedIn,
  has,
  likelyIn,
  markOf,
  marksOf,
  type Layer,
  type LayerType,
  type Mark,
  type Mode,
  type ModeChange,
  type Thing,
  type Value,
} from './value.ts';

const outside: Surroundings = {
  entry: 'main',
  functions: [],
  loops: [],
  isConditional: false,
  hasNoGradients: false,
  isTaped: false,
  within: [],
  isInsideModel: false,
};

/** Everything that rules may know about a script. */
export function readFacts(
  parsed: Parsed,
  language: Language,
  executionCounts: readonly (number | null)[] = [],
): Facts {
  const machine = newMachine(language, (self) => ({
    evaluate: (expression, frame) => evaluate(self(), expression, frame),
    run: (statements, frame) => run(self(), statements, frame),
    invoke: (callee, args, frame, change) => invoke(self(), callee, args, frame, change),
    callLibrary: (path, receiver, args, node, frame) =>
      callLibrary(self(), path, receiver, args, node, frame),
  }));
  const nowhere = { from: 0, to: 0, line: 1, endLine: 1 };
  const frame: Frame = {
    scope: machine.top,
    self: null,
    owner: null,
    returns: [],
    at: outside,
    statement: nowhere,
    dropped: null,
  };
  run(machine, parsed.statements, frame);
  const calledByMain = new Set(machine.called);
  readUncalled(machine, frame);
  return collect(machine, language, executionCounts, calledByMain);
}

/** Functions and methods that nothing in the text calls are each read on their own, after all the rest. */
function readUncalled(machine: Machine, frame: Frame): void {
  // Functions first: they make the objects whose methods are read then.
  for (const value of machine.noted.functions)
    if (!machine.called.has(value.shape) && !isMethod(machine, value))
      onItsOwn(machine, null, () => readAlone(machine, value, frame, value.shape.name, false));
  for (const { info } of machine.noted.classes) {
    const thing = machine.noted.instances.get(info) ?? makeStrange(machine, info, frame);
    for (const [name, field] of info.fields) {
      if (field.kind !== 'function' || machine.called.has(field.shape)) continue;
      const method = attributeOf(thing, name);
      const isInsideModel =
        /^(forward|call|training_step|validation_step|test_step|predict_step|__getitem__)$/.test(
          name,
        ) && info.sort !== 'plain';
      if (method?.kind === 'function')
        onItsOwn(machine, thing, () =>
          readAlone(
            machine,
            method,
            { ...frame, self: thing, owner: info },
            `${info.name}.${name}`,
            isInsideModel,
          ),
        );
    }
  }
}

const isMethod = (machine: Machine, { shape }: Extract<Value, { kind: 'function' }>): boolean =>
  machine.noted.classes.some(({ info }) =>
    [...info.fields.values()].some((field) => field.kind === 'function' && field.shape === shape),
  );

function makeStrange(machine: Machine, info: ClassInfo, frame: Frame) {
  const init = info.fields.get(machine.language === 'python' ? '__init__' : 'constructor');
  const args =
    init?.kind === 'function' ? strangeArgs(machine, { ...init, self: null }, frame) : new Args([]);
  const inner: Frame = {
    ...frame,
    at: { ...frame.at, entry: `${info.name}.__init__`, functions: [info.name] },
  };
  return instantiate(machine, info, dropFirst(args, machine, init), null, inner).thing;
}

/** `self` is no argument. */
const dropFirst = (args: Args, machine: Machine, init: Value | undefined): Args =>
  machine.language === 'python' && init?.kind === 'function' ? new Args(args.all.slice(1)) : args;

/** Functions whose name says that what they return is the output. */
const asksForOutput = /predict|infer|forecast|generate|sample|^test|eval|valid/i;

function readAlone(
  machine: Machine,
  value: Extract<Value, { kind: 'function' }>,
  frame: Frame,
  entry: string,
  isInsideModel: boolean,
): void {
  const at: Surroundings = { ...outside, entry, isInsideModel };
  const result = machine.invoke(value, strangeArgs(machine, value, frame), { ...frame, at });
  if (asksForOutput.test(value.shape.name)) noteUse(machine, [result], 'reachesOutput');
}

/** What it seeds holds for nobody else; of what it assigns to its object, only what was empty before stays for the methods after it. */
function onItsOwn(machine: Machine, thing: Thing | null, read: () => void): void {
  const seeds = new Map(machine.seeds);
  const fields = [...(thing?.fields ?? [])].filter(([, value]) => fixedIn(value) !== null);
  read();
  machine.seeds.clear();
  for (const [stream, seed] of seeds) machine.seeds.set(stream, seed);
  for (const [name, value] of fields) thing?.fields.set(name, value);
}

function collect(
  machine: Machine,
  language: Language,
  executionCounts: Facts['executionCounts'],
  calledByMain: Machine['called'],
): Facts {
  const { noted } = machine;
  const modules = [...new Set(noted.modules)];
  const strangers = modules.filter(isStranger);
  const paths = noted.calls.map(({ path }) => path);
  return {
    ...noted,
    language,
    frameworks: frameworksOf(modules, paths),
    modules,
    strangers,
    strangeSeeds: noted.calls.filter(({ path }) => isStrangeSeed(path)),
    functions: noted.functions.map(({ shape }) => ({
      shape,
      name: shape.name,
      isCalled: calledByMain.has(shape),
    })),
    executionCounts,
    isCutShort: machine.steps > mostSteps,
  };
}

const knownSeeds =
  /^(torch|numpy|random|tensorflow|keras|lightning|transformers|accelerate|js|seedrandom|builtins)\b/;

/** A helper from elsewhere that is named after what it does: `set_seed(1)`, `utils.fix_random_seeds()`. */
const isStrangeSeed = (path: string): boolean =>
  /seed|determinis|reproduc/i.test(path) && !knownSeeds.test(path);
