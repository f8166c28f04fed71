import type { App } from './app.ts';
import type { Log } from './log.ts';

/** Whatever hangs then must not keep the process: who stops a service waits about 10 s for it. */
const longestFarewell = 9_000;

/**
 * SIGTERM and SIGINT: whoever waits is told, then the process ends with 0; a second one ends it at once. SIGHUP: the
 * content is read again. Without a connection to Discord there is nothing to do: then it ends with 1.
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
