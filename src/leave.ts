import type { App, StartedApp } from './app.ts';
import type { Log } from './log.ts';

/** In milliseconds. Service managers wait about 10 s for a process to end; something that hangs must not use them up. */
const longestFarewell = 9_000;
/**
 * In milliseconds. Discord counts each start that gets as far as a session, and allows 1,000 a day. A bot that fails sooner than
 * this waits with its end, because what restarts it (systemd, Docker) would use them up in a few hours.
 */
const shortestLife = 5 * 60_000;

export interface Leaving {
  /** Aborts when the process is asked to leave, or fails. */
  readonly signal: AbortSignal;
  /** To be told how the start went. From then on the end of the app is the end of the process. */
  follow(started: StartedApp): void;
  /** Ends the process with 1, for these reasons. */
  fail(why: readonly string[], afterSession: boolean): void;
}

/** The process, as far as its end is concerned. */
interface Ending {
  on(event: string, listener: () => void): unknown;
  exit(code?: number): void;
  /** In seconds. */
  uptime(): number;
  exitCode?: number | string | null | undefined;
  readonly stdin?: { readonly isTTY?: boolean };
  readonly stderr?: { readonly isTTY?: boolean };
}

/**
 * Handles the ways in which the bot ends; call it before the start, which may take long. SIGTERM and SIGINT tell the people who
 * wait, then end the process with 0; a second signal ends it at once. SIGHUP reads the content again; of a bot in a terminal it
 * says that the terminal is closed, and that is its end. If Discord ends the connection for good, the process ends with 1.
 */
export function leaveWhenAsked(log: Log, running: Ending = process): Leaving {
  const leaving = new AbortController();
  const { signal } = leaving;
  let app: App | undefined;

  const farewell = async () => {
    if (!app) return;
    try {
      await app.close();
      log.info('Everything is ended.');
    } catch (error) {
      log.error(`The end was not clean: ${String(error)}`);
    }
  };
  const leave = async (exitCode: number, pause = 0) => {
    running.exitCode = exitCode;
    leaving.abort();
    const giveUp = () => {
      log.warn('Not everything could be ended in time.');
      running.exit();
    };
    const timer = setTimeout(giveUp, longestFarewell).unref();
    await farewell();
    if (exitCode === 0) return;
    clearTimeout(timer);
    setTimeout(() => running.exit(exitCode), pause);
  };
  const fail = (why: readonly string[], afterSession: boolean) => {
    for (const each of why) log.error(each);
    if (signal.aborted) return;
    const pause = afterSession ? Math.max(0, shortestLife - running.uptime() * 1_000) : 0;
    if (pause > 0)
      log.error(
        `The process ends in ${Math.ceil(pause / 1_000)} s, lest a restart uses up the sessions that Discord allows in a day. A signal ends it at once.`,
      );
    void leave(1, pause);
  };

  const leaveAfter = async (ended: App['ended']) => {
    const { why, afterSession } = await ended;
    if (!signal.aborted) fail([why], afterSession);
  };

  const { stdin, stderr } = running;
  // Asked now: a terminal that is closed is none any more.
  const isInTerminal = stdin?.isTTY === true || stderr?.isTTY === true;
  for (const name of ['SIGINT', 'SIGTERM', ...(isInTerminal ? ['SIGHUP'] : [])])
    running.on(name, () => {
      if (signal.aborted) return running.exit(1);
      log.info(`${name}: leaving. Whoever waits for a demo is told.`);
      void leave(0);
    });
  if (!isInTerminal) running.on('SIGHUP', () => void app?.reload());

  return {
    signal,
    fail,
    follow(started) {
      if (!started.ok) {
        if (!signal.aborted) return fail(started.problems, started.afterSession ?? false);
        // Asked to leave during the start, which has ended what there was. A request may still wait for its answer.
        log.info('Everything is ended.');
        return running.exit();
      }
      ({ app } = started);
      void leaveAfter(app.ended);
    },
  };
}
