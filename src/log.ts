/**
 * Tells the person who runs the bot what happens, one event a line. Never put a token, or anything people typed, into a
 * message or a fact. If that happens all the same, src/logging.ts hides tokens when it writes the line.
 */
export interface Log {
  info(message: string, facts?: Facts): void;
  warn(message: string, facts?: Facts): void;
  error(message: string, facts?: Facts): void;
}

export type Facts = Readonly<Record<string, string | number | boolean | undefined>>;

/** A log that nobody reads. */
export const silent: Log = { info() {}, warn() {}, error() {} };
