import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import util from 'node:util';
import { messageOf } from '../errors.ts';
import { typeScriptLoader } from '../type-script.ts';

/** What computes beneath the native engine: its last bits depend on both, and on the processor. */
export interface NativeLibrary {
  /** Of TensorFlow, such as 2.12.1. */
  readonly version: string;
  readonly oneDnn: boolean;
}

/** What is known of the optional package @tensorflow/tfjs-node, or of what lies at another path. */
export type Native =
  | { readonly kind: 'works'; readonly library: NativeLibrary }
  | { readonly kind: 'absent' }
  /** `reason`: the end of a sentence, without its full stop. */
  | { readonly kind: 'broken'; readonly reason: string };

const optionalPackage = '@tensorflow/tfjs-node';
const require = createRequire(import.meta.url);
const patienceSeconds = 60;

let opened: Promise<Native> | undefined;
let known: Native = { kind: 'absent' };

/** Loads the package into this process, once, if a probe has shown that it works. Never rejects. */
export const openNative = (): Promise<Native> => (opened ??= open());

async function open(): Promise<Native> {
  known = await probeNative();
  try {
    if (known.kind === 'works') loadNative();
  } catch (error) {
    known = { kind: 'broken', reason: firstLine(messageOf(error)) };
  }
  return known;
}

/** Why the package is not used though it is installed: a sentence. Undefined also where nothing has asked for it yet. */
export const nativeProblem = (): string | undefined =>
  known.kind === 'broken'
    ? `The installed ${optionalPackage} is not used: ${known.reason}.`
    : undefined;

/** What computes beneath the package, once it is loaded. */
export const nativeLibrary = (): NativeLibrary | undefined =>
  known.kind === 'works' ? known.library : undefined;

/**
 * Tries the package in a process of its own, which trains a small LSTM with it: a library that doesn't suit the machine
 * ends the process that loads it (SIGABRT without AVX, SIGBUS if the file is cut short), and no `catch` helps against that.
 */
export function probeNative(entry = optionalPackage): Promise<Native> {
  if (!isInstalled(entry)) return Promise.resolve({ kind: 'absent' });
  const script = fileURLToPath(import.meta.url).replace(/native(\.[jt]s)$/, 'tfjs/probe$1');
  // Only at the lowest level does TensorFlow say whether it computes with oneDNN.
  // oxlint-disable-next-line node/no-process-env -- handed on as it is
  const env = { ...process.env, TF_CPP_MIN_LOG_LEVEL: '0' };
  const options = { env, timeout: patienceSeconds * 1000, killSignal: 'SIGKILL' } as const;
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [...typeScriptLoader(script), script, entry],
      options,
      (error, said, logged) => {
        if (error?.killed) return resolve(broken(`it gave no answer within ${patienceSeconds} s`));
        if (error) return resolve(broken(howItEnded(error, logged)));
        resolve(readProbe(said, logged));
      },
    );
  });
}

/** What the probe writes. */
export type Probed = { readonly version: string } | { readonly problem: string };

function readProbe(said: string, logged: string): Native {
  // Safe: it is our own probe that wrote the last line.
  const probed = JSON.parse(said.trim().split('\n').at(-1) ?? '') as Probed;
  if ('problem' in probed) return broken(firstLine(probed.problem));
  const oneDnn = logged.includes('oneDNN custom operations are on');
  return { kind: 'works', library: { version: probed.version, oneDnn } };
}

const broken = (reason: string): Native => ({ kind: 'broken', reason });

function howItEnded(
  { signal, code }: { signal?: NodeJS.Signals | null; code?: unknown },
  logged: string,
): string {
  const end = `it ends the process that loads it (${signal ?? `exit code ${String(code)}`})`;
  // TensorFlow marks what is for information alone.
  const lines = logged.split('\n').filter((line) => line.trim() && !/: I \w/.test(line));
  const last = lines.at(-1)?.trim().slice(0, 200).replace(/\.$/, '');
  return last ? `${end}: ${last}` : end;
}

const firstLine = (text: string): string => (text.split('\n', 1)[0] ?? '').replace(/\.$/, '');

function isInstalled(entry: string): boolean {
  try {
    require.resolve(entry);
    return true;
  } catch (error) {
    // Anything else, such as a file that it names and that is missing, is for the probe to tell.
    return (error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND';
  }
}

/** Loads it into this process, for better or worse; it then is a backend of TensorFlow.js. */
export function loadNative(entry = optionalPackage): void {
  // TensorFlow reads it when it is loaded. Its lines about the processor are no news to those who run a demo.
  // oxlint-disable-next-line node/no-process-env -- set for the library alone
  process.env['TF_CPP_MIN_LOG_LEVEL'] ??= '2';
  // It calls both. Node 22 warns of them, and since Node 23 the first is gone.
  Object.assign(util, {
    isNullOrUndefined: (value: unknown) => (value ?? undefined) === undefined,
    isArray: Array.isArray,
  });
  require(entry);
}
