import type { App } from './app.ts';
import type { Log } from './log.ts';

/** In milliseconds. Service managers wait about 10 s for a process to end; something that hangs must not use them up. */
const longestFarewell = 9_000;

/**
 * Handles the ways in which the bot ends. SIGTERM and SIGINT tell the people who wait, then end the process with 0; a
 * second signal ends it at once. SIGHUP reads the content again. If Discord ends the connection for good, the process
 * ends with 1.
 */
export function runUntilEnd(app: Pick<App, 'close' | 'reload' | 'ended'>, log: Log): void {
  let isLeaving = false;
  const leave = (exitCode: number) => {
    isLeaving = true;
    process.exitCode = exitCode;
    const giveUp = () => {
      log.warn('Not everything could be ended in time.');
      process.exit();
    };
    setTimeout(giveUp, longestFarewell).unref();
    app.close().then(
      () => log.info('Everything is ended.'),
      (error: unknown) => log.error(`The end was not clean: ${String(error)}`),
    );
  };

  for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => {
      if (isLeaving) process.exit(1);
      log.info(`${signal}: leaving. Whoever waits for a demo is told.`);
      leave(0);
    });
  process.on('SIGHUP', () => void app.reload());
  void leaveAfter(app.ended);

  async function leaveAfter(ended: Promise<string>): Promise<void> {
    const why = await ended;
    if (isLeaving) return;
    log.error(why);
    leave(1);
  }
}
