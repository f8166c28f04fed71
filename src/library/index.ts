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

/** The build makes this file beside the compiled code. Code that runs from src/ keeps a file of its own. */
const keptIn = fileURLToPath(
  new URL(isCompiled ? '../../library.bin' : '../../dist/library.dev.bin', import.meta.url),
);

/**
 * Loads the library that was made of this content before, which takes milliseconds. If there is none, or the content or the
 * code has changed, a process of its own makes it: that takes seconds, and must not hold up the gateway's thread.
 */
export async function openLibrary({
  folder = contentFolder,
  file = folder === contentFolder ? keptIn : undefined,
  signal,
}: OpenOptions = {}): Promise<Opened> {
  const key = keyOf(folder);
  // Content elsewhere may be a copy of our own: the key says whether the kept library was made of it.
  const bytes = read(file ?? keptIn);
  // Its steps take up to 20 ms each; where a bot reads its content again, people are answered in between.
  await setImmediate();
  const stored = bytes && unpack(bytes, key);
  if (stored) return open(stored);
  const made = await makeElsewhere([folder, ...(file ? [file] : [])], signal);
  if (made[0] === problemList)
    return { ok: false, problems: JSON.parse(made.toString()) as string[] };
  await setImmediate();
  const fresh = unpack(made, codeKey);
  return fresh ? open(fresh) : { ok: false, problems: [otherCode] };
}

/** If the content is broken, make.ts writes a JSON list of problems, which begins with this byte. */
const problemList = '['.charCodeAt(0);

const otherCode =
  'Seedling was built anew since this process started, so it does not understand what is learned now: start it again.';

async function open({ content, learned, traditional }: Stored): Promise<Opened> {
  await setImmediate();
  const answer = load(learned, content);
  const listener = createListener(content);
  return { ok: true, library: { content, answer, listener, traditional } };
}

const runFile = promisify(execFile);
const mostBytes = 64 * 1024 * 1024;
const patience = 120_000;

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
