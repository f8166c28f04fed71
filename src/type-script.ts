import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/**
 * What Node needs before the name of this script. Node 20 doesn't know TypeScript: in development and in tests a child
 * process needs the loader its parent has.
 */
export const typeScriptLoader = (script: string): string[] =>
  script.endsWith('.ts')
    ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href]
    : [];
