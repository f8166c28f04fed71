import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client, InStatement, ResultSet } from '@libsql/client';
import type { Log } from '../log.ts';

export interface DatabaseSettings {
  /** `:memory:`, a `file:` address, or the address of a libSQL server. */
  readonly url: string;
  /** The token of a libSQL server. */
  readonly token?: string | undefined;
  /** Statements that make the tables of all who keep something here, and do nothing where these exist. */
  readonly schema: readonly string[];
  readonly log: Log;
  /** How long the database may take to answer. */
  readonly patienceMs?: number;
}

export interface Database {
  /** Runs the statements together, or none of them; undefined if that failed. */
  run(...statements: readonly InStatement[]): Promise<readonly ResultSet[] | undefined>;
  /** Finishes the work in progress, then closes the connection. */
  close(): Promise<void>;
}

/** A database that is opened at its first use, and again after a failure. */
export function openDatabase({
  url,
  token,
  schema,
  log,
  patienceMs = 5_000,
}: DatabaseSettings): Database {
  const underWay = new Set<Promise<unknown>>();
  let opening: Promise<Client> | undefined;
  let isBroken = false;

  const open = async (): Promise<Client> => {
    if (url.startsWith('file:')) await mkdir(dirname(pathOf(url)), { recursive: true });
    const { createClient } = await clientFor(url);
    const client = createClient({ url, ...(token !== undefined && { authToken: token }) });
    await client.batch([...schema], 'write');
    return client;
  };

  const attempt = async (statements: readonly InStatement[]) => {
    const client = await (opening ??= open());
    return client.batch([...statements], 'write');
  };

  const abandon = () => {
    opening?.then((client) => client.close()).catch(() => undefined);
    opening = undefined;
  };

  const note = (isWorking: boolean, reason = '') => {
    if (isWorking && isBroken) log.info('database: it works again.');
    if (!isWorking && !isBroken)
      log.warn(`database: nothing can be kept now (${reason}); answers go on.`);
    isBroken = !isWorking;
  };

  const perform = async (statements: readonly InStatement[]) => {
    try {
      const results = await within(patienceMs, attempt(statements));
      note(true);
      return results;
    } catch (error) {
      abandon();
      note(false, reasonOf(error));
      return undefined;
    }
  };

  return {
    async run(...statements) {
      const work = perform(statements).finally(() => underWay.delete(work));
      underWay.add(work);
      return work;
    },
    async close() {
      await Promise.allSettled(underWay);
      abandon();
    },
  };
}

/** A file needs nothing of what speaks with servers, which takes three times as long to load. */
const clientFor = (url: string) =>
  /^(file:|:memory:$)/.test(url) ? import('@libsql/client/sqlite3') : import('@libsql/client');

/** The path of a `file:` address. `URL` can't read a relative one such as `file:data/misses.db`. */
const pathOf = (url: string): string =>
  url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length);

function within<Value>(milliseconds: number, work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new Error(`no answer within ${milliseconds} ms`));
    const timer = setTimeout(late, milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Why something failed, without a statement or a value: these may contain what people typed. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'an unknown error';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause instanceof Error ? reasonOf(error.cause) : error.message.slice(0, 200);
}
