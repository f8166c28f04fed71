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

/** `host:port`, where an IPv6 address stands in brackets. */
export function toAddress(text: string): Address | undefined {
  const [, six, other = '', digits] =
    /^(?:\[([\da-f:.]+)\]|([\w.-]+)):(\d{1,5})$/i.exec(text) ?? [];
  const port = Number(digits);
  return digits !== undefined && port <= 65_535 ? { host: six ?? other, port } : undefined;
}

export const wrongAddress = 'must be an address of this machine and a port, such as 127.0.0.1:9464';
