/** Milliseconds, from any beginning but 0. */
export interface Clock {
  now(): number;
}

/** At most so many people or channels are remembered at a time; the one that was seen longest ago is forgotten first. */
const mostRemembered = 10_000;

/** The settings of an `LRUCache` that forgets each entry so many seconds after it was set. */
export const expiring = (seconds: number, perf: Clock = performance) => ({
  max: mostRemembered,
  ttl: seconds * 1000,
  // Without this, lru-cache reads the clock only now and then, and misses when a test moves it.
  ttlResolution: 0,
  perf,
});
