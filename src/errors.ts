/** What was thrown, in words: JavaScript lets anything be thrown, not only errors. */
export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/**
 * The first sentence of what was thrown, without its full stop. Node's `parseArgs` says there what is wrong, and
 * explains afterwards what we put better ourselves.
 */
export const firstSentenceOf = (error: unknown): string => messageOf(error).split(/\.\s/)[0] ?? '';
