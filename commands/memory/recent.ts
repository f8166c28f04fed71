export interface Recent<Result> {
  find(replay: string): Result | undefined;
  keep(result: Result): void;
}

/** The last results by replay code, so that their raw data need no second run. Losing one costs time only. */
export function createRecent<Result extends { readonly replay: string }>(
  most = 30,
): Recent<Result> {
  const results = new Map<string, Result>();
  return {
    find: (replay) => results.get(replay),
    keep(result) {
      results.delete(result.replay);
      results.set(result.replay, result);
      const [oldest] = results.keys();
      if (results.size > most && oldest !== undefined) results.delete(oldest);
    },
  };
}
