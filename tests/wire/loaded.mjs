// Preloaded into a process: writes down every module that it imports.
import { register } from 'node:module';

const hook = `
import { writeSync } from 'node:fs';
export async function load(url, context, next) {
  writeSync(1, 'loaded ' + url + '\\n');
  return next(url, context);
}`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);
