import type { Log } from '../log.ts';

const minute = 60_000;

interface Absence {
  /** True while there is any connection. */
  readonly isThere: () => boolean;
  readonly log: Log;
  /** Aborts when the bot leaves. */
  readonly leaving: AbortSignal;
}

/** Says once a minute that there is no connection to Discord, as long as there is none: else the log of such a bot is empty. */
export function tellOfAbsence({ isThere, log, leaving }: Absence): void {
  let minutes = 0;
  const look = () => {
    if (!isThere()) {
      minutes += 1;
      return log.warn(
        `For ${minutes} min there has been no connection to Discord; the bot goes on trying.`,
      );
    }
    if (minutes > 0) log.info('The connection to Discord is there again.');
    minutes = 0;
  };
  const timer = setInterval(look, minute).unref();
  leaving.addEventListener('abort', () => clearInterval(timer));
}
