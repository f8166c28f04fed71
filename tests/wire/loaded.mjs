// Preloaded into a process: writes down every module that it imports and, at its end, what it has required.
import { writeSync } from 'node:fs';
import { createRequire, register } from 'node:module';

const hook = `
import { writeSync } from 'node:fs';
export async function load(url, context, next) {
  writeSync(1, 'loaded ' + url + '\\n');
  return next(url, context);
}`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);

const { cache } = createRequire(import.meta.url);
process.on('exit', () => {
  for (const path of Object.keys(cache)) writeSync(1, `loaded ${path}\n`);
});
