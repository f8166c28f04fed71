/** Hears of what happens, to count it. Nothing of it tells who did it, or what they typed. */
export interface Meter {
  /** Discord took our answer to an interaction, so long after it reached us. */
  acknowledged(kind: 'command' | 'component' | 'suggestions' | 'message', seconds: number): void;
  answered(verdict: string): void;
  /** A demo that had started ended, so long after its start. */
  demoEnded(cause: string, outcome: string, seconds: number): void;
  /** A demo was not begun. */
  demoRefused(reason: string): void;
}

/** Counts nothing. */
export const noMeter: Meter = {
  acknowledged() {},
  answered() {},
  demoEnded() {},
  demoRefused() {},
};
