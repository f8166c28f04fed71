import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { load, type Answerer } from '../answers/index.ts';
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
  /** What it says in fixed words, in traditional Chinese. */
  readonly traditional: Converted;
}

export type Opened =
  | { readonly ok: true; readonly library: Library }
  /** One line each: file, line, field, and what to do. */
  | { readonly ok: false; readonly problems: readonly string[] };

export interface OpenOptions {
  readonly folder?: string;
  /** Where it is kept; content that isn't the project's own is not. */
  readonly file?: string | undefined;
  /** Gives up; then it rejects. */
  readonly signal?: AbortSignal;
}

const contentFolder = join(projectRoot, 'content');
const isCompiled = !import.meta.url.endsWith('.ts');

/** Made in the build, beside the compiled code; tests and `npm run dev` keep one of their own, for their code is other code. */
const keptIn = fileURLToPath(
  new URL(isCompiled ? '../../library.bin' : '../../dist/library.dev.bin', import.meta.url),
);

/**
 * Loads what was made of the content before, in some milliseconds. If there is nothing, or the content or the code that reads
 * it has changed, it is made in a process of its own, for that takes seconds, in which the gateway's thread must not wait.
 */
export async function openLibrary({
  folder = contentFolder,
  // Only the library of our own content is worth keeping.
  file = folder === contentFolder ? keptIn : undefined,
  signal,
}: OpenOptions = {}): Promise<Opened> {
  const key = keyOf(folder);
  const bytes = file && read(file);
  const stored = bytes && unpack(bytes, key);
  if (stored) return open(stored);
  const made = await makeElsewhere([folder, ...(file ? [file] : [])], signal);
  if (made[0] === problemList)
    return { ok: false, problems: JSON.parse(made.toString()) as string[] };
  const fresh = unpack(made, codeKey);
  return fresh ? open(fresh) : { ok: false, problems: [otherCode] };
}

/** What make.ts says where it can't make one begins with this. */
const problemList = '['.charCodeAt(0);

const otherCode =
  'Seedling was built anew since this process started, so it does not understand what is learned now: start it again.';

const open = ({ content, learned, traditional }: Stored): Opened => ({
  ok: true,
  library: { content, answer: load(learned, content), traditional },
});

const runFile = promisify(execFile);
const mostBytes = 64 * 1024 * 1024;
const patience = 120_000;

async function makeElsewhere(args: readonly string[], signal?: AbortSignal): Promise<Buffer> {
  const script = fileURLToPath(new URL(`./make.${isCompiled ? 'js' : 'ts'}`, import.meta.url));
  const { stdout } = await runFile(
    process.execPath,
    [...typeScriptLoader(script), script, ...args],
    // It needs no environment, so it gets neither the token nor anything else of it.
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
