import type { EngineName } from '../lstm/index.ts';
import type { Form } from './plan.ts';

interface Engines {
  readonly engine: EngineName;
  readonly engines?: readonly EngineName[];
}

/** A replay code has no room for several whole names, nor for one beside two values. */
const letters: Readonly<Record<EngineName, string>> = {
  kernel: 'k',
  'tfjs-node': 'n',
  'tfjs-wasm': 'w',
  'tfjs-cpu': 'c',
};
const names = Object.keys(letters) as EngineName[];

/** For people: `kernel`, or all that were compared, `kernel + tfjs-wasm`. */
export const engineNames = ({ engine, engines = [engine] }: Engines): string => engines.join(' + ');

/** `kernel`, or where engines were compared `k+w`, the one that trained first; where two values were compared `k`. */
export const writeEngines = ({ engine, engines = [engine] }: Engines, form: Form): string =>
  isShort(form) ? engines.map((name) => letters[name]).join('+') : engine;

const isShort = ({ comparesEngines, compares }: Form): boolean =>
  comparesEngines === true || compares !== undefined;

/** Undefined if the text is not one we could have written for that form of a demo. */
export function readEngines(text: string, form: Form): Engines | undefined {
  const { comparesEngines } = form;
  if (!comparesEngines) {
    const engine = names.find((name) => (isShort(form) ? letters[name] : name) === text);
    return engine && { engine };
  }
  const parts = text.split('+');
  const engines = parts.flatMap((part) => names.filter((name) => letters[name] === part));
  const [engine] = engines;
  const complete = engines.length === parts.length && new Set(engines).size === parts.length;
  return engine && complete ? { engine, engines } : undefined;
}
