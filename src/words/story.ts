/** A demo's result in words: what the chart and the message say. Same keys in every language. */
export interface Story {
  /** The finding with its number; at most about 52 Latin characters a line, two lines at most. */
  readonly title: string | readonly string[];
  /** At most two lines of about 76 Latin characters. */
  readonly subtitle: string | readonly string[];
  /** Heading of the upper panel, the cause at work, and its measure, e.g. `spread up to 0.21`. */
  readonly before: string;
  readonly beforeMeasure: string;
  /** Heading of the lower panel, the cause held fixed, and its measure, e.g. `spread 0`. */
  readonly after: string;
  readonly afterMeasure: string;
  /** Two to four sentences with the numbers; Discord markdown. */
  readonly finding: string;
}
