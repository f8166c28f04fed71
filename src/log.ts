/**
 * What is told to whoever runs the bot, one event a line. Never a token, and never what people typed: neither stands
 * in a message or a fact. A mistake in that is caught where the lines are written (src/logging.ts).
 */
export interface Log {
  info(message: string, facts?: Facts): void;
  warn(message: string, facts?: Facts): void;
  error(message: string, facts?: Facts): void;
}

export type Facts = Readonly<Record<string, string | number | boolean | undefined>>;

/** For those whom nobody listens to. */
export const silent: Log = { info() {}, warn() {}, error() {} };
