import pino from 'pino';
import pretty from 'pino-pretty';
import type { Config } from './config.ts';
import type { Log } from './log.ts';

export interface LogSettings {
  /** Events below this level are left out. */
  readonly level: 'info' | 'warn' | 'error';
  /** A line is a JSON object for machines, or text for people. */
  readonly format: 'json' | 'text';
  /** Texts that are hidden wherever they stand in a line. */
  readonly secrets: readonly string[];
  /** Takes the lines; standard error by default. */
  readonly write?: (line: string) => void;
}

/** The log of the whole program. It writes synchronously, so that a crash loses no line. */
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

/** The log that the settings ask for, on standard error. */
export function openLog(config: Config): Log {
  const { discordToken, missesDatabaseToken, redisUrl, logLevel: level, logFormat } = config;
  const isTerminal = process.stderr.isTTY;
  const secrets = [discordToken, missesDatabaseToken, passwordIn(redisUrl)];
  return createLog({
    level,
    format: logFormat === 'auto' ? (isTerminal ? 'text' : 'json') : logFormat,
    secrets: secrets.filter((secret) => secret !== undefined),
  });
}

const passwordIn = (url: string | undefined): string | undefined =>
  (url && new URL(url).password) || undefined;

const standardError = 2;

function openStream(format: LogSettings['format'], write: LogSettings['write']) {
  if (format === 'json') return write ? { write } : openStandardError();
  const options = { singleLine: true, translateTime: 'SYS:HH:MM:ss', colorize: !write };
  return write
    ? { write: (line: string) => write(pretty.prettyFactory(options)(line)) }
    : pretty({ ...options, destination: standardError, sync: true });
}

/** In characters. What a full disk did not take is tried again with the next line, up to so much. */
const mostUnwritten = 1_000_000;

/** Where no line can be written, as on a full disk, lines are lost and the bot goes on. */
function openStandardError() {
  const stream = pino.destination({ dest: standardError, sync: true, maxLength: mostUnwritten });
  stream.on('error', () => {});
  return stream;
}

/**
 * Hides the known secrets, and everything that looks like the token of a bot or of an interaction. This is the last of
 * several guards: our code puts no secret into a message in the first place.
 */
function withoutSecrets(line: string, secrets: readonly string[]): string {
  const known = secrets.reduce((text, secret) => text.replaceAll(secret, hidden), line);
  return known.replace(tokens, hidden);
}

const hidden = '[hidden]';
const tokens =
  /[\w-]{18,}\.[\w-]{4,}\.[\w-]{27,}|(?<=\/(?:callback|webhooks|interactions)\/\d+\/)[^/\s"]+|aW50ZXJhY3Rpb246[\w-]+/g;
