import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import dotenv from 'dotenv';
import { projectRoot } from './root.ts';

/** Settings as they are written, by their names. */
export type Environment = Readonly<Record<string, string | undefined>>;

export interface Address {
  readonly host: string;
  readonly port: number;
}

type ReadEnvironment =
  | {
      readonly ok: true;
      readonly env: Environment;
      /** The names in the file. */
      readonly inFile: readonly string[];
    }
  | { readonly ok: false; readonly problem: string };

/**
 * The settings of the process and, where it has none, of the file `.env`: the one in the working directory, else the one beside
 * package.json. The file's values, the token among them, do not become part of the process's environment.
 */
export function readEnvironment(
  folders: readonly string[] = [process.cwd(), projectRoot],
): ReadEnvironment {
  for (const folder of folders) {
    const text = readText(join(folder, '.env'));
    if (text.problem === 'ENOENT') continue;
    if (text.problem !== undefined)
      return { ok: false, problem: `The file .env can't be read (${text.problem}).` };
    return withProcess(dotenv.parse(text.found));
  }
  return withProcess({});
}

const withProcess = (file: Environment): ReadEnvironment => ({
  ok: true,
  // oxlint-disable-next-line node/no-process-env -- the only place that reads it
  env: { ...file, ...process.env },
  inFile: Object.keys(file),
});

type Text =
  | { readonly found: string; readonly problem?: undefined }
  /** Node's code, or what to do. */
  | { readonly problem: string };

/** Windows' PowerShell and Notepad write UTF-16, and say so in the first two bytes. */
function readText(path: string): Text {
  try {
    const bytes = readFileSync(path);
    const [first, second] = bytes;
    if (first === 0xff && second === 0xfe)
      return { found: new TextDecoder('utf-16le').decode(bytes) };
    if (first === 0xfe && second === 0xff)
      return { found: new TextDecoder('utf-16be').decode(bytes) };
    return bytes.includes(0)
      ? { problem: 'it is not text: save it as UTF-8' }
      : { found: new TextDecoder().decode(bytes) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return { problem: code };
  }
}

/**
 * What child processes get of this process's environment, the token not among it: whatever decides which bits a native
 * TensorFlow.js gives, and whether its library is found. So the bot's demos give what `npm run demo` gives.
 */
const forChildren = [
  // Where the loader looks for libraries.
  'LD_LIBRARY_PATH',
  // With oneDNN or without: other kernels, other last bits.
  'TF_ENABLE_ONEDNN_OPTS',
  // Threads of one operation: a sum in parts is added up in another order.
  'TF_NUM_INTRAOP_THREADS',
  // How much TensorFlow says of itself.
  'TF_CPP_MIN_LOG_LEVEL',
];

// oxlint-disable-next-line node/no-process-env -- the only place that reads it
export const environmentOfChildren = (env: Environment = process.env): Record<string, string> =>
  Object.fromEntries(
    forChildren.flatMap((name) => {
      const value = env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** `host:port`, where an IPv6 address stands in brackets. */
export function toAddress(text: string): Address | undefined {
  const [, six, other = '', digits] =
    /^(?:\[([\da-f:.]+)\]|([\w.-]+)):(\d{1,5})$/i.exec(text) ?? [];
  const port = Number(digits);
  return digits !== undefined && port <= 65_535 ? { host: six ?? other, port } : undefined;
}

export const wrongAddress = 'must be an address of this machine and a port, such as 127.0.0.1:9464';
