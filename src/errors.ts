/** What was thrown, in words: JavaScript lets anything be thrown, not only errors. */
export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/**
 * The first sentence of what was thrown, without its full stop. Node's `parseArgs` says there what is wrong, and
 * explains afterwards what we put better ourselves.
 */
export const firstSentenceOf = (error: unknown): string => messageOf(error).split(/\.\s/)[0] ?? '';

/** Why nothing can listen at that port, and what to do. */
export const listenProblem = (setting: string, port: number, error: unknown): string =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    ? `${setting} can't be used: port ${port} is taken. End what listens there, another Seedling perhaps, or choose another port.`
    : `${setting} can't be used: ${messageOf(error)}.`;
