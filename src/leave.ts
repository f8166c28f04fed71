import type { App } from './app.ts';
import type { Log } from './log.ts';

/** Whatever hangs then must not keep the process: who stops a service waits about 10 s for it. */
const longestFarewell = 9_000;

/**
 * SIGTERM and SIGINT: whoever waits is told, then the process ends with 0; a second one ends it at once. SIGHUP: the
 * content is read again.
 */
export function obeySignals(app: Pick<App, 'close' | 'reload'>, log: Log): void {
  let isLeaving = false;
  const leave = (signal: string) => {
    if (isLeaving) process.exit(1);
    isLeaving = true;
    log.info(`${signal}: leaving. Whoever waits for a demo is told.`);
    const giveUp = () => {
      log.warn('Not everything could be ended in time.');
      process.exit(0);
    };
    setTimeout(giveUp, longestFarewell).unref();
    app.close().then(
      () => log.info('Everything is ended.'),
      (error: unknown) => log.error(`The end was not clean: ${String(error)}`),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => leave(signal));
  process.on('SIGHUP', () => app.reload());
}
