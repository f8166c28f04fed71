import dotenv from 'dotenv';

/** Settings as they are written, by their names. */
export type Environment = Readonly<Record<string, string | undefined>>;

export interface Address {
  readonly host: string;
  readonly port: number;
}

type ReadEnvironment =
  | { readonly ok: true; readonly env: Environment }
  | { readonly ok: false; readonly problem: string };

/**
 * The settings of the process and, where it has none, of the file `.env`. The file's values, the token among them, do not
 * become part of the process's environment.
 */
export function readEnvironment(): ReadEnvironment {
  const { parsed, error } = dotenv.config({ quiet: true, processEnv: {} });
  if (error && error.code !== 'ENOENT')
    return { ok: false, problem: `The file .env can't be read (${error.code}).` };
  // oxlint-disable-next-line node/no-process-env -- the only place that reads it
  return { ok: true, env: { ...parsed, ...process.env } };
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
