import type { DemoSettings } from './demo.ts';
import type { Outcome } from './job.ts';

/** One thing that demos need, and whether it works here. */
export interface Check {
  readonly what: 'engine' | 'charts' | 'fonts' | 'workers';
  readonly works: boolean;
  /** What was found, or what is wrong and where to look. */
  readonly detail: string;
}

/** Asks a child to do a small demo and to say what works. */
export interface CheckTask extends DemoSettings {
  readonly check: true;
}

/** The checks of an outcome. If the child itself failed, that counts as a broken engine. */
export function checksOf(outcome: Outcome<readonly Check[]>): readonly Check[] {
  if (outcome.kind === 'done') return outcome.result;
  const why = outcome.kind === 'crashed' ? firstLine(outcome.detail) : outcome.kind;
  return [{ what: 'engine', works: false, detail: `The demo processes don't work (${why}).` }];
}

export const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';
