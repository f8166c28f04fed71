import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/**
 * Node's arguments that must stand before this script. Node 20 can't run TypeScript, so a child process that runs a `.ts`
 * file (in development and in tests) needs the loader that its parent has.
 */
export const typeScriptLoader = (script: string): string[] =>
  script.endsWith('.ts')
    ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href]
    : [];
