/** Counts what happens. It never learns who did it, or what they typed. */
export interface Meter {
  /** Discord accepted our answer to an interaction; `seconds` is the time since the interaction arrived. */
  acknowledged(kind: 'command' | 'component' | 'suggestions' | 'message', seconds: number): void;
  answered(verdict: string): void;
  /** A demo ended, `seconds` after its start. */
  demoEnded(cause: string, outcome: string, seconds: number): void;
  /** A demo was refused, so it never started. */
  demoRefused(reason: string): void;
  /** Something that Discord sent could not be read. `event` is its name, such as `MESSAGE_CREATE`. */
  packetLost(event: string): void;
}

/** Counts nothing. */
export const noMeter: Meter = {
  acknowledged() {},
  answered() {},
  demoEnded() {},
  demoRefused() {},
  packetLost() {},
};
