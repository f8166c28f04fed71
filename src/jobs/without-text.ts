/** What was thrown may quote what somebody sent, and goes to the log: only where it was thrown is kept. */
export function withoutText(error: unknown): Error {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const clean = new Error('It could not be looked through.');
  clean.stack = [clean.message, ...(stack.match(frame) ?? [])].join('\n');
  return clean;
}

/** `at name (file:///…/src/file.js:1:2)`; a name is one of ours, but what somebody wrote could look like one, so it goes. */
const frame = /\/(?:src|node_modules)\/[\w@./-]+\.(?:js|ts):\d+:\d+(?=\)?$)/gm;
