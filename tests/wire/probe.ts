/**
 * Loaded into the bot's process before the bot: tells how much memory it holds, and what would keep it from ending,
 * whenever it is asked.
 */
export interface Probe {
  /** Bytes, after a garbage collection. */
  readonly rss: number;
  readonly heap: number;
  /** How many of each kind: sockets, timers, child processes. */
  readonly handles: Readonly<Record<string, number>>;
}

process.on('message', (what) => {
  const { user, system } = process.cpuUsage();
  if (what === 'work') return void process.send?.((user + system) / 1000);
  globalThis.gc?.();
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  const handles: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo()) handles[kind] = (handles[kind] ?? 0) + 1;
  process.send?.({ rss, heap: heapUsed, handles } satisfies Probe);
});
// The bot has to be able to end while we may still ask.
process.channel?.unref();
