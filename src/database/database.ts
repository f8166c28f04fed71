import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
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

/**
 * How long SQLite itself waits, in milliseconds, while another process writes. It holds up this thread, which answers Discord, so
 * the rest of the patience is spent in pauses between tries.
 */
const busyTimeout = 20;
const longestPause = 40;

/** A database that is opened at its first use, and again after a failure. Other processes may use it at the same time. */
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

  const connect = async (): Promise<Client> => {
    if (url.startsWith('file:')) await mkdir(dirname(pathOf(url)), { recursive: true });
    const { createClient } = await clientFor(url);
    const client = createClient({
      url,
      timeout: busyTimeout,
      ...(token !== undefined && { authToken: token }),
    });
    try {
      if (url.startsWith('file:')) await useWriteAheadLog(client);
      await client.batch([...schema], 'write');
      return client;
    } catch (error) {
      client.close();
      throw error;
    }
  };

  const open = (): Promise<Client> =>
    (opening ??= connect().catch((error: unknown) => {
      opening = undefined;
      throw error;
    }));

  const attempt = async (statements: readonly InStatement[], until: number) => {
    for (let pause = 5; ; pause = Math.min(2 * pause, longestPause)) {
      try {
        const client = await open();
        return await client.batch([...statements], 'write');
      } catch (error) {
        // All statements or none: what was refused because another process writes has changed nothing.
        if (!isBusy(error) || performance.now() + pause > until) throw error;
        // A connection that was refused once keeps its old view of the file, and is refused for ever.
        abandon();
      }
      await sleep(pause);
    }
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
      const until = performance.now() + patienceMs;
      const results = await within(patienceMs, attempt(statements, until));
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

/**
 * With a write-ahead log, a process that reads holds up none that writes, and a write waits for the disk once: 2 ms in place of
 * 25 here. Where the file system can't have one, it goes on without.
 */
async function useWriteAheadLog(client: Client): Promise<void> {
  await client.execute('PRAGMA journal_mode = WAL').catch((error: unknown) => {
    if (isBusy(error)) throw error;
  });
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  // The last one: another of our own runs has met this, and closed the connection.
  /^(SQLITE_BUSY|SQLITE_LOCKED|CLIENT_CLOSED)/.test(error.code);

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
