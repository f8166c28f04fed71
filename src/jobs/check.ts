import type { DemoResult } from '../demos/index.ts';
import type { DemoSettings } from './demo.ts';
import type { Outcome } from './job.ts';
import { messageOf } from '../errors.ts';

/** One thing that demos need, and whether it works here. */
export interface Check {
  readonly what: 'engine' | 'charts' | 'fonts' | 'workers';
  readonly works: boolean;
  /** What was found, or what is wrong and where to look. */
  readonly detail: string;
}

/** Asks a child that trains to do a small demo, and to say what works. */
export interface CheckTask extends DemoSettings {
  readonly check: true;
}

/** Its answer, and what a child that draws should draw then. */
export interface EngineChecked {
  readonly check: Check;
  readonly result?: DemoResult;
}

/** Asks a child that draws to draw that demo, and to say what works. */
export interface CheckChartsTask extends Pick<DemoSettings, 'quickChartUrl' | 'terms'> {
  readonly check: true;
  readonly result: DemoResult;
}

/** A child itself failed: that counts as what it should have checked. */
export function failedCheck(what: 'engine' | 'charts', outcome: Outcome<unknown>): Check {
  const why = outcome.kind === 'crashed' ? firstLine(outcome.detail) : outcome.kind;
  return { what, works: false, detail: `The demo processes don't work (${why}).` };
}

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';

/** Why something does not work, in one line. */
export const reasonOf = (error: unknown): string => firstLine(messageOf(error));
