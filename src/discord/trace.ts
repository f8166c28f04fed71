import type { Log } from '../log.ts';
import type { Meter } from '../meter.ts';
import { describe } from './failure.ts';

/** Logs and measures one interaction, without who it was and without what they typed. */
export interface Trace {
  /** Discord accepted our answer. */
  acknowledged(): void;
  warn(what: string): void;
  /** `during` says what the bot was doing, if it was not the interaction itself. */
  failed(error: unknown, level: keyof Log, during?: string): void;
}

interface Traced {
  readonly kind: Parameters<Meter['acknowledged']>[0];
  /** A name of ours, never one that was sent. */
  readonly name: string;
  readonly typed: readonly unknown[];
}

/** Shorter texts say nothing about anybody, and would also match ordinary words of a stack. */
const shortestSecret = 12;

export function createTrace({ kind, name, typed }: Traced, log: Log, meter: Meter): Trace {
  const since = performance.now();
  let isAcknowledged = false;
  const texts = typed.filter(
    (text) => typeof text === 'string' && text.length >= shortestSecret,
  ) as string[];
  const clean = (line: string) =>
    texts.reduce((rest, text) => rest.replaceAll(text, '[typed]'), line);
  return {
    acknowledged() {
      if (isAcknowledged) return;
      isAcknowledged = true;
      meter.acknowledged(kind, (performance.now() - since) / 1000);
    },
    warn: (what) => log.warn(clean(`${name}: ${what}`)),
    failed: (error, level, during = '') =>
      log[level](clean(`${name}${during}: ${describe(error)}`)),
  };
}
