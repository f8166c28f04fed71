import pino from 'pino';
import pretty from 'pino-pretty';
import type { Log } from './log.ts';

export interface LogSettings {
  /** The least that is told. */
  readonly level: 'trace' | 'debug' | 'info' | 'warn' | 'error';
  /** One JSON object a line for machines, or a line of text for people. */
  readonly format: 'json' | 'text';
  /** Never written, wherever they come from. */
  readonly secrets: readonly string[];
  /** Takes the lines; standard error by default. */
  readonly write?: (line: string) => void;
}

/** The log of the whole program: written at once, so that nothing is lost whatever happens next. */
export function createLog({ level, format, secrets, write }: LogSettings): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    hooks: { streamWrite: (line: string) => withoutSecrets(line, secrets) },
  };
  const logger = pino(options, openStream(format, write));
  return {
    info: (message, facts) => logger.info(facts ?? {}, message),
    warn: (message, facts) => logger.warn(facts ?? {}, message),
    error: (message, facts) => logger.error(facts ?? {}, message),
  };
}

const standardError = 2;

function openStream(format: LogSettings['format'], write: LogSettings['write']) {
  if (format === 'json')
    return write ? { write } : pino.destination({ dest: standardError, sync: true });
  const options = { singleLine: true, translateTime: 'SYS:HH:MM:ss', colorize: !write };
  return write
    ? { write: (line: string) => write(pretty.prettyFactory(options)(line)) }
    : pretty({ ...options, destination: standardError, sync: true });
}

/**
 * The last of several guards: no code of ours puts a secret into a message. Beside those that are known, whatever looks
 * like a bot's token or like the token of an interaction.
 */
function withoutSecrets(line: string, secrets: readonly string[]): string {
  const known = secrets.reduce((text, secret) => text.replaceAll(secret, hidden), line);
  return known.replace(tokens, hidden);
}

const hidden = '[hidden]';
const tokens =
  /[\w-]{18,}\.[\w-]{4,}\.[\w-]{27,}|(?<=\/(?:callback|webhooks|interactions)\/\d+\/)[^/\s"]+|aW50ZXJhY3Rpb246[\w-]+/g;
