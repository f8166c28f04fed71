import type { EngineName } from '../lstm/index.ts';
import type { Form } from './plan.ts';

interface Engines {
  readonly engine: EngineName;
  readonly engines?: readonly EngineName[];
}

/** A replay code has no room for whole names. */
const letters: Readonly<Record<EngineName, string>> = {
  kernel: 'k',
  'tfjs-node': 'n',
  'tfjs-wasm': 'w',
  'tfjs-cpu': 'c',
};
const names = Object.keys(letters) as EngineName[];

/** For people: `kernel`, or all that were compared, `kernel + tfjs-wasm`. */
export const engineNames = ({ engine, engines = [engine] }: Engines): string => engines.join(' + ');

/** `k`, or where engines were compared `k+w`, the one that trained first. */
export const writeEngines = ({ engine, engines = [engine] }: Engines): string =>
  engines.map((name) => letters[name]).join('+');

/** Undefined if the text is not one we could have written for that form of a demo. */
export function readEngines(text: string, { comparesEngines }: Form): Engines | undefined {
  if (!comparesEngines) {
    const engine = names.find((name) => letters[name] === text);
    return engine && { engine };
  }
  const parts = text.split('+');
  const engines = parts.flatMap((part) => names.filter((name) => letters[name] === part));
  const [engine] = engines;
  const complete = engines.length === parts.length && new Set(engines).size === parts.length;
  return engine && complete ? { engine, engines } : undefined;
}

/** The same of codes from before edition 2: they name one engine in full, but where two values were compared. */
export function readUnmarkedEngines(text: string, form: Form): Engines | undefined {
  if (form.comparesEngines || form.compares) return readEngines(text, form);
  const engine = names.find((name) => name === text);
  return engine && { engine };
}
