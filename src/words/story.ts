/** A demo's result in words: what the chart and the message say. Same keys in every language. */
export interface Story {
  /** The finding with its number; at most about 52 Latin characters a line, two lines at most. */
  readonly title: string | readonly string[];
  /** At most two lines of about 76 Latin characters. */
  readonly subtitle: string | readonly string[];
  /**
   * Of a comparison's upper panel (the cause at work) and lower panel (held fixed), of a ranking's rows (each cause
   * alone) and its last row (all together).
   */
  readonly headings: readonly [first: Heading, second: Heading];
  /** A few sentences with the numbers; Discord markdown. */
  readonly finding: string;
}

export interface Heading {
  readonly text: string;
  /** What was measured, e.g. `spread up to 0.21`. */
  readonly measure: string;
}
