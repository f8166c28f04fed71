import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { load, type Answerer } from '../answers/index.ts';
import { createListener, type Listener } from '../talk/index.ts';
import type { Content } from '../content/index.ts';
import { projectRoot } from '../root.ts';
import { typeScriptLoader } from '../type-script.ts';
import type { Converted } from '../words/index.ts';
import { read, unpack, type Stored } from './file.ts';
import { codeKey, keyOf } from './key.ts';

/** What the bot knows: its pages, and the answers that it has learned from them. */
export interface Library {
  readonly content: Content;
  readonly answer: Answerer;
  readonly listener: Listener;
  /** What it says in fixed words, in traditional Chinese. */
  readonly traditional: Converted;
}

export type Opened =
  | { readonly ok: true; readonly library: Library }
  /** One line each: file, line, field, and what to do. */
  | { readonly ok: false; readonly problems: readonly string[] };

export interface OpenOptions {
  readonly folder?: string;
  /** The file in which the library is kept. By default only the project's own content has one. */
  readonly file?: string | undefined;
  /** Makes the opening reject. */
  readonly signal?: AbortSignal;
}

const contentFolder = join(projectRoot, 'content');
const isCompiled = !import.meta.url.endsWith('.ts');

/** The build makes this file beside the compiled code. */
const keptIn = fileURLToPath(
  new URL(isCompiled ? '../../library.bin' : '../../dist/library.bin', import.meta.url),
);

/**
 * Loads the library that was made of this content before, which takes milliseconds. If there is none, or the content or the
 * code has changed, a process of its own makes it: that must not hold up the gateway's thread. It takes a second, or many if
 * something has changed that is learned from.
 */
export async function openLibrary({
  folder = contentFolder,
  file = folder === contentFolder ? keptIn : undefined,
  signal,
}: OpenOptions = {}): Promise<Opened> {
  const key = keyOf(folder);
  // Content elsewhere may be a copy of our own: the key says whether the kept library was made of it.
  const kept = file ?? keptIn;
  const bytes = read(kept);
  // Its steps take up to 20 ms each; where a bot reads its content again, people are answered in between.
  await setImmediate();
  const stored = bytes && unpack(bytes, key);
  if (stored) return open(stored);
  const made = await makeElsewhere([folder, kept, ...(file ? [keep] : [])], signal);
  if (made[0] === problemList)
    return { ok: false, problems: JSON.parse(made.toString()) as string[] };
  await setImmediate();
  const fresh = unpack(made, codeKey);
  return fresh ? open(fresh) : { ok: false, problems: [otherCode] };
}

/** Has make.ts keep what it makes. */
const keep = 'keep';

/** If the content is broken, make.ts writes a JSON list of problems, which begins with this byte. */
const problemList = '['.charCodeAt(0);

const otherCode =
  'Seedling was built anew since this process started, so it does not understand what is learned now: start it again.';

async function open({ content, learned, traditional }: Stored): Promise<Opened> {
  await setImmediate();
  const answer = load(learned.bytes, content);
  const listener = createListener(content);
  return { ok: true, library: { content, answer, listener, traditional } };
}

const runFile = promisify(execFile);
const mostBytes = 64 * 1024 * 1024;
/** Learning takes seconds; on a machine that is very busy, or small, minutes. What hangs is ended, and no build fails for being slow. */
const patience = 1_800_000;

async function makeElsewhere(args: readonly string[], signal?: AbortSignal): Promise<Buffer> {
  const script = fileURLToPath(new URL(`./make.${isCompiled ? 'js' : 'ts'}`, import.meta.url));
  const { stdout } = await runFile(
    process.execPath,
    [...typeScriptLoader(script), script, ...args],
    // An empty environment, because make.ts needs none; so the token stays here.
    {
      encoding: 'buffer',
      env: {},
      maxBuffer: mostBytes,
      timeout: patience,
      ...(signal && { signal }),
    },
  );
  return stdout;
}
